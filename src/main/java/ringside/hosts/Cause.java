package ringside.hosts;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringside.ring.PeerId;
import ringside.status.FileEvent;
import ringside.status.LifeEvent;
import ringside.status.LookupEvent;
import ringside.status.NeighbourEvent;
import ringside.status.PeerEvent;
import ringside.status.StatusEntry;
import ringside.status.WireEvent;

/**
 * What one peer did, and another one reports the effect of: a message between them (SPEC 13.5). An
 * event that tells of the cause and one that tells of its effect have equal values of it.
 */
sealed interface Cause {

    /** A lookup is on its way to the peer that it reaches as the first, second and so on. */
    record Hop(long lookup, int hop) implements Cause {}

    /** A lookup has arrived, so that the requester gets an answer from there. */
    record Answer(long lookup, PeerId from) implements Cause {}

    /** The receiver of a transfer is ready, so that its sender starts. */
    record Welcome(long transfer) implements Cause {}

    /** The receiver of a transfer has the whole file, so that its sender is done. */
    record Whole(long transfer) implements Cause {}

    /** A segment of a transfer is on its way. */
    record Segment(long transfer, long sequence) implements Cause {}

    /** An acknowledgement of a transfer is on its way. */
    record Acknowledgement(long transfer, long acknowledgement) implements Cause {}

    /** A message is on its way; its first bytes tell it from most others. */
    record Captured(WireEvent.Transport transport, int length, String base64) implements Cause {}

    /** A peer says goodbye to its neighbours. */
    record Departure(PeerId peer) implements Cause {}

    /** Returns what an event tells of that another peer may report the effect of. */
    static Optional<Cause> in(StatusEntry entry) {
        return entry.event() instanceof PeerEvent event
                ? Optional.ofNullable(in(entry.peer(), event))
                : Optional.empty();
    }

    private static @Nullable Cause in(PeerId self, PeerEvent event) {
        return switch (event) {
            case LookupEvent.LookupSent e -> new Hop(e.lookupId(), 1);
            case LookupEvent.LookupForwarded e -> new Hop(e.lookupId(), e.hop() + 1);
            case LookupEvent.LookupArrived e -> new Answer(e.lookupId(), self);
            case LookupEvent _ -> null;
            case FileEvent.TransferStarted e -> e.sending() ? null : new Welcome(e.transferId());
            case FileEvent.TransferDone e -> e.sending() ? null : new Whole(e.transferId());
            case FileEvent.SegmentTraced e -> sent(e);
            case FileEvent _ -> null;
            case WireEvent.MessageCaptured e ->
                    e.passage() == WireEvent.Passage.SENT ? captured(e) : null;
            case WireEvent _ -> null;
            case LifeEvent.Leaving _ -> new Departure(self);
            case LifeEvent _, NeighbourEvent _ -> null;
        };
    }

    /** Returns the cause of which an event tells the effect. */
    static Optional<Cause> of(StatusEntry entry) {
        return entry.event() instanceof PeerEvent event
                ? Optional.ofNullable(of(event))
                : Optional.empty();
    }

    private static @Nullable Cause of(PeerEvent event) {
        return switch (event) {
            case LookupEvent.LookupForwarded e -> hop(e.lookupId(), e.hop());
            case LookupEvent.LookupArrived e -> hop(e.lookupId(), e.hop());
            case LookupEvent.LookupAnswered e -> new Answer(e.lookupId(), e.owner());
            case LookupEvent _ -> null;
            case FileEvent.TransferStarted e -> e.sending() ? new Welcome(e.transferId()) : null;
            case FileEvent.TransferDone e -> e.sending() ? new Whole(e.transferId()) : null;
            case FileEvent.SegmentTraced e -> received(e);
            case FileEvent _ -> null;
            case WireEvent.MessageCaptured e ->
                    e.passage() == WireEvent.Passage.RECEIVED ? captured(e) : null;
            case WireEvent _ -> null;
            case NeighbourEvent.NeighbourLeft e -> new Departure(e.neighbour());
            case NeighbourEvent _, LifeEvent _ -> null;
        };
    }

    /** A lookup that ends where it began has no hop before. */
    private static @Nullable Cause hop(long lookup, int hop) {
        return hop > 0 ? new Hop(lookup, hop) : null;
    }

    private static @Nullable Cause sent(FileEvent.SegmentTraced traced) {
        return switch (traced.step()) {
            case SENT, RESENT -> segment(traced);
            case ACKNOWLEDGEMENT_SENT -> acknowledgement(traced);
            case DROPPED,
                    RESENT_DROPPED,
                    TIMED_OUT,
                    OVERTAKEN,
                    RECEIVED,
                    DUPLICATE_RECEIVED,
                    ACKNOWLEDGEMENT_DROPPED,
                    ACKNOWLEDGEMENT_RECEIVED ->
                    null;
        };
    }

    private static @Nullable Cause received(FileEvent.SegmentTraced traced) {
        return switch (traced.step()) {
            case RECEIVED, DUPLICATE_RECEIVED -> segment(traced);
            case ACKNOWLEDGEMENT_RECEIVED -> acknowledgement(traced);
            case SENT,
                    DROPPED,
                    RESENT,
                    RESENT_DROPPED,
                    TIMED_OUT,
                    OVERTAKEN,
                    ACKNOWLEDGEMENT_SENT,
                    ACKNOWLEDGEMENT_DROPPED ->
                    null;
        };
    }

    private static Cause segment(FileEvent.SegmentTraced traced) {
        return new Segment(traced.transferId(), traced.sequence());
    }

    private static Cause acknowledgement(FileEvent.SegmentTraced traced) {
        return new Acknowledgement(traced.transferId(), traced.acknowledgement());
    }

    private static Cause captured(WireEvent.MessageCaptured message) {
        return new Captured(message.transport(), message.length(), message.base64());
    }
}
