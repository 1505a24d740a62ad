package ringside.ladder;

import java.util.Arrays;
import java.util.List;

/**
 * Maps times to heights of the ladder. On a linear scale, a second of waiting would hide round
 * trips of a fifth of a millisecond. So distances grow with the logarithm of time, and all runs
 * have the same height. Immutable.
 */
public final class LadderScale {

    /** Minimum distance of two moments, in pixels at zoom 1: lines of text do not overlap. */
    static final double LEAST_GAP = 7;

    /** Pixels for each tenfold of the time between two moments. */
    static final double GAP_PER_TENFOLD = 9;

    /** Times up to this are drawn at the same distance, in microseconds. */
    static final double SHORT_MICROS = 100;

    /**
     * Greatest distance of two moments, in pixels at zoom 1: nobody wants to scroll through
     * silence.
     */
    static final double MOST_GAP = 46;

    /** Height of a run, in pixels at zoom 1. */
    static final double RUN_HEIGHT = 30;

    private final long[] micros;
    private final double[] ys;

    private LadderScale(long[] micros, double[] ys) {
        this.micros = micros;
        this.ys = ys;
    }

    /** Computes the scale of rows at a time of the view; later arrivals do not count. */
    public static LadderScale of(List<LadderRow> rows, long asOfMicros) {
        long[] moments = moments(rows, asOfMicros);
        double[] ys = new double[moments.length];
        List<LadderRow.Run> runs =
                rows.stream()
                        .filter(LadderRow.Run.class::isInstance)
                        .map(LadderRow.Run.class::cast)
                        .toList();
        int run = 0;
        for (int i = 1; i < moments.length; i++) {
            while (run < runs.size() && runs.get(run).toMicros() <= moments[i - 1]) {
                run++;
            }
            boolean inRun = run < runs.size() && runs.get(run).fromMicros() <= moments[i - 1];
            ys[i] =
                    ys[i - 1]
                            + (inRun
                                    ? partOf(runs.get(run), moments[i] - moments[i - 1])
                                    : gap(moments[i] - moments[i - 1]));
        }
        return new LadderScale(moments, ys);
    }

    private static double partOf(LadderRow.Run run, long micros) {
        return RUN_HEIGHT * micros / Math.max(1, run.toMicros() - run.fromMicros());
    }

    private static double gap(long micros) {
        return Math.min(
                MOST_GAP, LEAST_GAP + GAP_PER_TENFOLD * Math.log10(1 + micros / SHORT_MICROS));
    }

    private static long[] moments(List<LadderRow> rows, long asOfMicros) {
        long[] all = new long[2 * rows.size()];
        int count = 0;
        for (LadderRow row : rows) {
            all[count++] = row.fromMicros();
            long end =
                    switch (row) {
                        case LadderRow.Single single -> single.arrow().arrivedAtMicros();
                        case LadderRow.Waited waited -> waited.timeOut().fromMicros();
                        case LadderRow.Run run -> run.toMicros();
                    };
            if (end <= asOfMicros) {
                all[count++] = end;
            }
        }
        Arrays.sort(all, 0, count);
        int distinct = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || all[i] != all[distinct - 1]) {
                all[distinct++] = all[i];
            }
        }
        return Arrays.copyOf(all, distinct);
    }

    /** Returns the whole height, in pixels at zoom 1. */
    public double height() {
        return ys.length == 0 ? 0 : ys[ys.length - 1];
    }

    /** Returns the height of a time, in pixels at zoom 1 below the first moment. */
    public double yOf(long atMicros) {
        if (micros.length == 0) {
            return 0;
        }
        int found = Arrays.binarySearch(micros, atMicros);
        if (found >= 0) {
            return ys[found];
        }
        int after = -found - 1;
        if (after == 0) {
            return 0;
        }
        if (after == micros.length) {
            return height();
        }
        double share =
                (double) (atMicros - micros[after - 1]) / (micros[after] - micros[after - 1]);
        return ys[after - 1] + share * (ys[after] - ys[after - 1]);
    }

    /** Returns the last moment at or before a height. */
    public long microsAt(double y) {
        if (micros.length == 0) {
            return 0;
        }
        int found = Arrays.binarySearch(ys, y);
        int before = found >= 0 ? found : Math.max(0, -found - 2);
        return micros[Math.min(before, micros.length - 1)];
    }
}
