package ringside.export;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import ringside.model.Explanations;
import ringside.model.RingState;
import ringside.ring.PeerId;
import ringside.status.FileEvent.SegmentTraced;
import ringside.status.FileEvent.TransferStarted;
import ringside.status.LifeEvent;
import ringside.status.LookupEvent;
import ringside.status.NeighbourEvent;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;

/**
 * What happened, in the form that ShiViz reads with its own expression {@link #EXPRESSION}: a line of
 * words, then a line with the peer and its vector clock. Peers report no message as such; what left
 * and came is found by what the reports name: lookups hop by hop, the beginning of transfers, segments
 * and acknowledgements, goodbyes. The daily round of pings is left out.
 */
public final class ShiVizLog {

    /** What ShiViz reads logs with unless told otherwise. */
    public static final String EXPRESSION = "(?<event>.*)\\n(?<host>\\S*) (?<clock>\\{.*\\})";

    private final Map<PeerId, VectorClock> clocks = new TreeMap<>();
    private final Map<Letter, VectorClock> underway = new HashMap<>();
    private final StringBuilder log = new StringBuilder();

    /** A message, known by what sender and receiver name alike. */
    private record Letter(String kind, long id, long number) {}

    private ShiVizLog() {}

    /**
     * Writes the log.
     *
     * @param entries in the order in which they became known; the order of their times counts
     */
    public static String of(List<StatusEntry> entries) {
        ShiVizLog shiViz = new ShiVizLog();
        RingState before = RingState.EMPTY;
        List<StatusEntry> inOrder =
                entries.stream().sorted(Comparator.comparingLong(StatusEntry::atMicros)).toList();
        for (StatusEntry entry : inOrder) {
            if (!Explanations.isRoutine(entry, before) || isSegment(entry.event())) {
                shiViz.add(entry, before);
            }
            before = before.after(entry);
        }
        return shiViz.log.toString();
    }

    private static boolean isSegment(StatusEvent event) {
        return event instanceof SegmentTraced;
    }

    private void add(StatusEntry entry, RingState before) {
        VectorClock clock = clocks.computeIfAbsent(entry.peer(), peer -> new VectorClock());
        received(entry).map(underway::get).ifPresent(clock::learn);
        clock.tick(entry.peer());
        sent(entry).ifPresent(letter -> underway.put(letter, clock.copy()));
        log.append(Explanations.of(entry, before).text().replace('\n', ' '))
                .append('\n')
                .append("peer")
                .append(entry.peer())
                .append(' ')
                .append(clock.json())
                .append('\n');
    }

    /** What an event's peer sent with it. */
    private static Optional<Letter> sent(StatusEntry entry) {
        return switch (entry.event()) {
            case LookupEvent.LookupSent e -> Optional.of(hop(e.lookupId(), e.to()));
            case LookupEvent.LookupForwarded e -> Optional.of(hop(e.lookupId(), e.to()));
            case LookupEvent.LookupArrived e ->
                    Optional.of(new Letter("answer", e.lookupId(), 0));
            case TransferStarted e ->
                    e.sending()
                            ? Optional.empty()
                            : Optional.of(new Letter("confirmation", e.transferId(), 0));
            case SegmentTraced e -> segment(e);
            case LifeEvent.Leaving _ -> Optional.of(goodbye(entry.peer()));
            case StatusEvent _ -> Optional.empty();
        };
    }

    /** What had come to an event's peer before it. */
    private static Optional<Letter> received(StatusEntry entry) {
        return switch (entry.event()) {
            case LookupEvent.LookupForwarded e -> Optional.of(hop(e.lookupId(), entry.peer()));
            case LookupEvent.LookupArrived e -> Optional.of(hop(e.lookupId(), entry.peer()));
            case LookupEvent.LookupAnswered e ->
                    Optional.of(new Letter("answer", e.lookupId(), 0));
            case TransferStarted e ->
                    e.sending()
                            ? Optional.of(new Letter("confirmation", e.transferId(), 0))
                            : Optional.empty();
            case SegmentTraced e -> arrivedSegment(e);
            case NeighbourEvent.NeighbourLeft e -> Optional.of(goodbye(e.neighbour()));
            case StatusEvent _ -> Optional.empty();
        };
    }

    private static Letter hop(long lookupId, PeerId to) {
        return new Letter("hop", lookupId, to.value());
    }

    private static Letter goodbye(PeerId of) {
        return new Letter("goodbye", of.value(), 0);
    }

    private static Optional<Letter> segment(SegmentTraced event) {
        return switch (event.step()) {
            case SENT, RESENT ->
                    Optional.of(new Letter("segment", event.transferId(), event.sequence()));
            case ACKNOWLEDGEMENT_SENT ->
                    Optional.of(
                            new Letter("ack", event.transferId(), event.acknowledgement()));
            case DROPPED,
                    RESENT_DROPPED,
                    TIMED_OUT,
                    OVERTAKEN,
                    RECEIVED,
                    DUPLICATE_RECEIVED,
                    ACKNOWLEDGEMENT_DROPPED,
                    ACKNOWLEDGEMENT_RECEIVED ->
                    Optional.empty();
        };
    }

    private static Optional<Letter> arrivedSegment(SegmentTraced event) {
        return switch (event.step()) {
            case RECEIVED, DUPLICATE_RECEIVED ->
                    Optional.of(new Letter("segment", event.transferId(), event.sequence()));
            case ACKNOWLEDGEMENT_RECEIVED ->
                    Optional.of(
                            new Letter("ack", event.transferId(), event.acknowledgement()));
            case SENT,
                    RESENT,
                    DROPPED,
                    RESENT_DROPPED,
                    TIMED_OUT,
                    OVERTAKEN,
                    ACKNOWLEDGEMENT_SENT,
                    ACKNOWLEDGEMENT_DROPPED ->
                    Optional.empty();
        };
    }
}
