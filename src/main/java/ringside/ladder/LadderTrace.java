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
 * The steps of one transfer put together to arrows: who left when, and when it came (SPEC 4.2,
 * 4.3). The two sides tell on channels of their own, so that an arrival may be told before its
 * sending. Grows; for one thread at a time. What it hands out is immutable.
 */
public final class LadderTrace {

    /** Arrows kept: a transfer of 400 MB at the usual window; later ones are only counted. */
    public static final int MOST_ARROWS = 1_000_000;

    /** The clocks of the two sides are no further apart: both are the machine's. */
    private static final long CLOCKS_APART_MICROS = 20_000;

    private final List<Arrow> arrows = new ArrayList<>();
    private final List<TimeOut> timeOuts = new ArrayList<>();
    private final Set<Long> troubled = new HashSet<>();
    private final Map<Long, Long> lastSent = new HashMap<>();
    private final Underway segments = new Underway();
    private final Underway acknowledgements = new Underway();
    private boolean senderTells;
    private boolean receiverTells;
    private long steps;
    private long leftOut;

    /**
     * Datagrams that were sent and have not arrived, or arrived before their sending was reported.
     */
    private static final class Underway {
        private final Map<Long, Deque<Arrow>> open = new HashMap<>();
        private final Map<Long, Deque<Coming>> early = new HashMap<>();

        private record Coming(long atMicros, Arrival how) {}

        /** A datagram that was sent; its arrival may have been reported first. */
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

        /** The arrow that came, as it left; none when its leaving was not told yet. */
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

    /**
     * Takes a step.
     *
     * @param atMicros when it happened, in microseconds since the epoch
     */
    public void add(long atMicros, SegmentTraced step) {
        steps++;
        noteWhoTells(step.step());
        switch (step.step()) {
            case SENT -> send(atMicros, step, Sending.FIRST);
            case RESENT -> send(atMicros, step, Sending.AGAIN);
            case DROPPED -> send(atMicros, step, Sending.DROPPED);
            case RESENT_DROPPED -> send(atMicros, step, Sending.DROPPED_AGAIN);
            case TIMED_OUT -> timeOut(atMicros, step.sequence());
            case OVERTAKEN -> troubled.add(step.sequence());
            case RECEIVED -> come(segments, step.sequence(), atMicros, Arrival.FIRST);
            case DUPLICATE_RECEIVED -> {
                troubled.add(step.sequence());
                come(segments, step.sequence(), atMicros, Arrival.DUPLICATE);
            }
            case ACKNOWLEDGEMENT_SENT -> acknowledge(atMicros, step, Sending.FIRST);
            case ACKNOWLEDGEMENT_DROPPED -> acknowledge(atMicros, step, Sending.DROPPED);
            case ACKNOWLEDGEMENT_RECEIVED ->
                    come(acknowledgements, step.acknowledgement(), atMicros, Arrival.FIRST);
        }
    }

    /** Losses are always reported, uneventful steps only by a side that reports all segments. */
    private void noteWhoTells(SegmentStep step) {
        switch (step) {
            case SENT, ACKNOWLEDGEMENT_RECEIVED -> senderTells = true;
            case RECEIVED, ACKNOWLEDGEMENT_SENT -> receiverTells = true;
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
            troubled.add(step.sequence());
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

    /** Only the very arrow: two that are alike may be under way at once. */
    @SuppressWarnings("ReferenceEquality")
    private void replace(Arrow left, Arrow arrived) {
        int at = LadderRows.sentBy(arrows, left.sentAtMicros()) - 1;
        while (at >= 0 && arrows.get(at).sentAtMicros() == left.sentAtMicros()) {
            if (arrows.get(at) == left) {
                arrows.set(at, arrived);
                return;
            }
            at--;
        }
    }

    private void timeOut(long atMicros, long sequence) {
        troubled.add(sequence);
        long from = lastSent.getOrDefault(sequence, atMicros);
        timeOuts.add(new TimeOut(sequence, from, atMicros));
    }

    /** In the order of sending; the sides are told apart by milliseconds, so it is near the end. */
    private void insert(Arrow arrow) {
        if (arrows.size() >= MOST_ARROWS) {
            leftOut++;
            return;
        }
        int at = arrows.size();
        while (at > 0 && arrows.get(at - 1).sentAtMicros() > arrow.sentAtMicros()) {
            at--;
        }
        arrows.add(at, arrow);
    }

    /** All arrows, in the order of their sending; a view of what grows. */
    public List<Arrow> arrows() {
        return arrows;
    }

    /** All time-outs, in their order; a view of what grows. */
    public List<TimeOut> timeOuts() {
        return timeOuts;
    }

    /** Whether anything went wrong with a segment at any time. */
    public boolean isTroubled(Arrow arrow) {
        return switch (arrow.kind()) {
            case SEGMENT -> troubled.contains(arrow.number());
            case ACKNOWLEDGEMENT -> arrow.arrivedAtMicros() == Arrow.NEVER;
        };
    }

    /** How much of the transfer's story is known. */
    public Completeness completeness() {
        return new Completeness(steps, senderTells && receiverTells, leftOut);
    }

    /**
     * How much of a transfer's story is known.
     *
     * @param steps how many were told
     * @param isWhole whether both sides tell all, and not only what went wrong
     * @param leftOut how many arrows did not fit
     */
    public record Completeness(long steps, boolean isWhole, long leftOut) {}
}
