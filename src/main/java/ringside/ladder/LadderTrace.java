package ringside.ladder;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ringside.ladder.Arrow.Arrival;
import ringside.ladder.Arrow.Kind;
import ringside.ladder.Arrow.Sending;
import ringside.status.FileEvent.SegmentTraced;
import ringside.status.SegmentStep;

/**
 * Combines the steps of one transfer into arrows with times of sending and arrival (SPEC 4.2, 4.3).
 * Each side reports on its own channel, so an arrival may be reported before its sending. Grows;
 * for one thread at a time. Arrows and time-outs are immutable.
 */
public final class LadderTrace {

    /**
     * Maximum number of arrows kept: a transfer of 400 MB with the usual window. Later ones are
     * only counted.
     */
    public static final int MOST_ARROWS = 1_000_000;

    /** Greatest difference between the clocks of the two sides, which run on the same machine. */
    private static final long CLOCKS_APART_MICROS = 20_000;

    private final List<Arrow> arrows = new ArrayList<>();
    private final List<TimeOut> timeOuts = new ArrayList<>();
    private final Set<Long> irregular = new HashSet<>();
    private final Map<Long, Long> lastSent = new HashMap<>();
    private final Underway segments = new Underway();
    private final Underway acknowledgements = new Underway();
    private boolean senderReports;
    private boolean receiverReports;
    private long steps;
    private long leftOut;

    /**
     * Datagrams that were sent and have not arrived, or arrived before their sending was reported.
     */
    private static final class Underway {
        private final Map<Long, Deque<Arrow>> open = new HashMap<>();
        private final Map<Long, Deque<Coming>> early = new HashMap<>();

        private record Coming(long atMicros, Arrival how) {}

        /**
         * Takes a datagram that was sent, and returns it with its arrival if that was reported
         * first.
         */
        Arrow left(Arrow arrow) {
            Deque<Coming> waiting = early.getOrDefault(arrow.number(), new ArrayDeque<>());
            long earliest = arrow.sentAtMicros() - CLOCKS_APART_MICROS;
            while (!waiting.isEmpty() && waiting.getFirst().atMicros() < earliest) {
                waiting.removeFirst();
            }
            if (waiting.isEmpty()) {
                early.remove(arrow.number());
                open.computeIfAbsent(arrow.number(), number -> new ArrayDeque<>()).add(arrow);
                return arrow;
            }
            Coming coming = waiting.removeFirst();
            return arrow.arrived(coming.atMicros(), coming.how());
        }

        /**
         * Takes an arrival, and returns the arrow as it was sent; empty if the sending was not
         * reported yet.
         */
        Optional<Arrow> came(long number, long atMicros, Arrival how) {
            Deque<Arrow> candidates = open.get(number);
            if (candidates == null) {
                early.computeIfAbsent(number, fresh -> new ArrayDeque<>())
                        .add(new Coming(atMicros, how));
                return Optional.empty();
            }
            Arrow arrow = candidates.removeFirst();
            if (candidates.isEmpty()) {
                open.remove(number);
            }
            return Optional.of(arrow);
        }
    }

    /** Takes a step with its time in microseconds since the epoch. */
    public void add(long atMicros, SegmentTraced step) {
        steps++;
        noteReporter(step.step());
        switch (step.step()) {
            case SENT -> send(atMicros, step, Sending.FIRST);
            case RESENT -> send(atMicros, step, Sending.AGAIN);
            case DROPPED -> send(atMicros, step, Sending.DROPPED);
            case RESENT_DROPPED -> send(atMicros, step, Sending.DROPPED_AGAIN);
            case TIMED_OUT -> timeOut(atMicros, step.sequence());
            case OVERTAKEN -> irregular.add(step.sequence());
            case RECEIVED -> come(segments, step.sequence(), atMicros, Arrival.FIRST);
            case DUPLICATE_RECEIVED -> {
                irregular.add(step.sequence());
                come(segments, step.sequence(), atMicros, Arrival.DUPLICATE);
            }
            case ACKNOWLEDGEMENT_SENT -> acknowledge(atMicros, step, Sending.FIRST);
            case ACKNOWLEDGEMENT_DROPPED -> acknowledge(atMicros, step, Sending.DROPPED);
            case ACKNOWLEDGEMENT_RECEIVED ->
                    come(acknowledgements, step.acknowledgement(), atMicros, Arrival.FIRST);
        }
    }

    /** Losses are always reported, uneventful steps only by a side that reports all segments. */
    private void noteReporter(SegmentStep step) {
        switch (step) {
            case SENT, ACKNOWLEDGEMENT_RECEIVED -> senderReports = true;
            case RECEIVED, ACKNOWLEDGEMENT_SENT -> receiverReports = true;
            case RESENT,
                    DROPPED,
                    RESENT_DROPPED,
                    TIMED_OUT,
                    OVERTAKEN,
                    DUPLICATE_RECEIVED,
                    ACKNOWLEDGEMENT_DROPPED -> {}
        }
    }

    private void send(long atMicros, SegmentTraced step, Sending sending) {
        Arrow arrow = Arrow.left(Kind.SEGMENT, sending, step.sequence(), step.length(), atMicros);
        lastSent.put(step.sequence(), atMicros);
        if (sending != Sending.FIRST) {
            irregular.add(step.sequence());
        }
        insert(arrow.isDropped() ? arrow : segments.left(arrow));
    }

    private void acknowledge(long atMicros, SegmentTraced step, Sending sending) {
        Arrow arrow =
                Arrow.left(Kind.ACKNOWLEDGEMENT, sending, step.acknowledgement(), 0, atMicros);
        insert(arrow.isDropped() ? arrow : acknowledgements.left(arrow));
    }

    private void come(Underway underway, long number, long atMicros, Arrival how) {
        Optional<Arrow> left = underway.came(number, atMicros, how);
        left.ifPresent(arrow -> replace(arrow, arrow.arrived(atMicros, how)));
    }

    /** Compares identities, because two equal arrows may be under way at once. */
    @SuppressWarnings("ReferenceEquality")
    private void replace(Arrow left, Arrow arrived) {
        int index = LadderRows.sentBy(arrows, left.sentAtMicros()) - 1;
        while (index >= 0 && arrows.get(index).sentAtMicros() == left.sentAtMicros()) {
            if (arrows.get(index) == left) {
                arrows.set(index, arrived);
                return;
            }
            index--;
        }
    }

    private void timeOut(long atMicros, long sequence) {
        irregular.add(sequence);
        long from = lastSent.getOrDefault(sequence, atMicros);
        timeOuts.add(new TimeOut(sequence, from, atMicros));
    }

    /**
     * Inserts in the order of sending. The reports of the two sides differ by milliseconds, so the
     * place is near the end.
     */
    private void insert(Arrow arrow) {
        if (arrows.size() >= MOST_ARROWS) {
            leftOut++;
            return;
        }
        int index = arrows.size();
        while (index > 0 && arrows.get(index - 1).sentAtMicros() > arrow.sentAtMicros()) {
            index--;
        }
        arrows.add(index, arrow);
    }

    /** Returns a live view of all arrows, in the order of their sending. */
    public List<Arrow> arrows() {
        return arrows;
    }

    /** Returns a live view of all time-outs, in order. */
    public List<TimeOut> timeOuts() {
        return timeOuts;
    }

    /** Returns whether anything went wrong with a segment at any time. */
    public boolean isIrregular(Arrow arrow) {
        return switch (arrow.kind()) {
            case SEGMENT -> irregular.contains(arrow.number());
            case ACKNOWLEDGEMENT -> arrow.arrivedAtMicros() == Arrow.NEVER;
        };
    }

    /** Returns how much of the transfer was reported. */
    public Completeness completeness() {
        return new Completeness(steps, senderReports && receiverReports, leftOut);
    }

    /**
     * Tells how much of a transfer was reported.
     *
     * @param steps number of reported steps
     * @param isWhole whether both sides report all segments, and not only losses
     * @param leftOut number of arrows beyond {@link #MOST_ARROWS}
     */
    public record Completeness(long steps, boolean isWhole, long leftOut) {}
}
