package ringside.ladder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import ringside.ladder.Arrow.Kind;

/** Decides which arrows get rows of their own and which are combined. Pure. */
public final class LadderRows {

    /** Arrows shown on both sides of a loss: the round before it and the round after. */
    static final int CONTEXT = 4;

    /** Arrows shown at the beginning and at the end, as examples of normal operation. */
    static final int ENDS = 8;

    /** Minimum number of segments worth combining. */
    static final int LEAST_RUN = 4;

    private LadderRows() {}

    /**
     * Returns the rows at a moment.
     *
     * @param asOfMicros the moment; later arrows do not exist yet
     * @param opened the first arrows of the runs that the user has opened: {@link
     *     LadderRow.Run#first}
     */
    public static List<LadderRow> of(LadderTrace trace, long asOfMicros, Set<Integer> opened) {
        List<Arrow> arrows = trace.arrows();
        int count = sentBy(arrows, asOfMicros);
        boolean[] alone = alone(trace, count);
        List<LadderRow> rows = new ArrayList<>();
        int i = 0;
        while (i < count) {
            int end = i;
            while (end < count && alone[end] == alone[i]) {
                end++;
            }
            if (alone[i] || opened.contains(i) || segments(arrows, i, end) < LEAST_RUN) {
                arrows.subList(i, end).forEach(arrow -> rows.add(new LadderRow.Single(arrow)));
            } else {
                rows.add(run(arrows, i, end));
            }
            i = end;
        }
        return withTimeOuts(rows, trace, asOfMicros);
    }

    /** Returns how many arrows were sent by a time. */
    static int sentBy(List<Arrow> arrows, long micros) {
        int from = 0;
        int to = arrows.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (arrows.get(middle).sentAtMicros() <= micros) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private static boolean[] alone(LadderTrace trace, int count) {
        boolean[] alone = new boolean[count];
        Arrays.fill(alone, 0, Math.min(ENDS, count), true);
        Arrays.fill(alone, Math.max(0, count - ENDS), count, true);
        for (int i = 0; i < count; i++) {
            if (trace.isIrregular(trace.arrows().get(i))) {
                Arrays.fill(
                        alone, Math.max(0, i - CONTEXT), Math.min(count, i + CONTEXT + 1), true);
            }
        }
        return alone;
    }

    private static int segments(List<Arrow> arrows, int from, int to) {
        int segments = 0;
        for (int i = from; i < to; i++) {
            segments += arrows.get(i).kind() == Kind.SEGMENT ? 1 : 0;
        }
        return segments;
    }

    private static LadderRow.Run run(List<Arrow> arrows, int from, int to) {
        long bytes = 0;
        for (int i = from; i < to; i++) {
            bytes += arrows.get(i).length();
        }
        return new LadderRow.Run(
                from,
                to - 1,
                segments(arrows, from, to),
                bytes,
                arrows.get(from).sentAtMicros(),
                arrows.get(to - 1).sentAtMicros());
    }

    private static List<LadderRow> withTimeOuts(
            List<LadderRow> rows, LadderTrace trace, long asOfMicros) {
        List<LadderRow> merged = new ArrayList<>(rows.size() + trace.timeOuts().size());
        int next = 0;
        for (TimeOut timeOut : trace.timeOuts()) {
            if (timeOut.atMicros() > asOfMicros) {
                break;
            }
            while (next < rows.size() && rows.get(next).fromMicros() <= timeOut.atMicros()) {
                merged.add(rows.get(next++));
            }
            merged.add(new LadderRow.Waited(timeOut));
        }
        merged.addAll(rows.subList(next, rows.size()));
        return merged;
    }
}
