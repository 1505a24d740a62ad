package ringside.export;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ringside.ring.PeerId;
import ringside.status.FileEvent;
import ringside.status.LifeEvent;
import ringside.status.LookupEvent;
import ringside.status.NeighbourEvent;
import ringside.status.PeerEvent;
import ringside.status.ProcessEvent;
import ringside.status.StatusEntry;
import ringside.status.WireEvent;

/**
 * Derives messages between hosts from events. The target of a ping does not report it, so pings
 * leave no trace. Takes the events in order; for one thread.
 */
final class MessageTraces {

    /**
     * The last hop that a peer sent of each lookup; when it skips a peer, it does not name the
     * next.
     */
    private final Map<At, MessageTrace.HopBeyond> lastHops = new HashMap<>();

    /** The receiver of each transfer, which the report of its end does not repeat. */
    private final Map<At, PeerId> receivers = new HashMap<>();

    private record At(PeerId peer, long id) {}

    /** Returns the traces that an event left; at most one. */
    List<MessageTrace> tracesOf(StatusEntry entry) {
        PeerId self = entry.peer();
        return switch (entry.event()) {
            case ProcessEvent.ProcessStarted e ->
                    List.of(new MessageTrace.Birth(self, e.processId()));
            case ProcessEvent.ProcessAttached _,
                    ProcessEvent.ProcessPaused _,
                    ProcessEvent.ProcessResumed _,
                    ProcessEvent.ProcessMeasured _,
                    ProcessEvent.SampleGiven _,
                    ProcessEvent.OthersUnseen _,
                    ProcessEvent.OfHost _,
                    ProcessEvent.ProcessKilled _,
                    ProcessEvent.ProcessEnded _ ->
                    List.of();
            case PeerEvent event ->
                    switch (event) {
                        case LifeEvent.Leaving _ -> List.of(new MessageTrace.Departure(self));
                        case LifeEvent _, NeighbourEvent _, WireEvent _ -> List.of();
                        case LookupEvent e -> tracesOf(self, e);
                        case FileEvent e -> tracesOf(self, e);
                    };
        };
    }

    private List<MessageTrace> tracesOf(PeerId self, LookupEvent event) {
        return switch (event) {
            case LookupEvent.LookupSent e -> sent(self, e.lookupId(), self, 1, e.to());
            case LookupEvent.LookupForwarded e ->
                    sent(self, e.lookupId(), e.requester(), e.hop() + 1, e.to());
            case LookupEvent.LookupPassedBy e -> {
                MessageTrace.HopBeyond last = lastHops.get(new At(self, e.lookupId()));
                yield last == null ? List.of() : List.of(last);
            }
            case LookupEvent.LookupArrived e ->
                    List.of(new MessageTrace.Answer(e.requester(), e.lookupId(), self));
            case LookupEvent.LookupAnswered _, LookupEvent.LookupFailed _ -> List.of();
        };
    }

    private List<MessageTrace> sent(
            PeerId self, long lookupId, PeerId requester, int hop, PeerId to) {
        lastHops.put(new At(self, lookupId), new MessageTrace.HopBeyond(requester, lookupId, hop));
        return List.of(new MessageTrace.Hop(requester, lookupId, hop, to));
    }

    /**
     * Returns the trace of a transfer. The receiver agrees before the sender begins, and is done
     * before the sender hears of it.
     */
    private static List<MessageTrace> tracesOf(PeerId self, FileEvent event) {
        return switch (event) {
            case FileEvent.TransferStarted e ->
                    e.sending()
                            ? List.of()
                            : List.of(new MessageTrace.Welcome(self, e.transferId()));
            case FileEvent.TransferDone e ->
                    e.sending() ? List.of() : List.of(new MessageTrace.Whole(self, e.transferId()));
            case FileEvent.SegmentTraced e -> tracesOf(self, e);
            case FileEvent.FilesHeld _,
                    FileEvent.FileReceived _,
                    FileEvent.FileWritten _,
                    FileEvent.FileStored _,
                    FileEvent.FileDamaged _,
                    FileEvent.FileMended _,
                    FileEvent.TransferProgress _,
                    FileEvent.TransferFailed _ ->
                    List.of();
        };
    }

    private static List<MessageTrace> tracesOf(PeerId self, FileEvent.SegmentTraced event) {
        return switch (event.step()) {
            case SENT, RESENT ->
                    List.of(new MessageTrace.Segment(self, event.transferId(), event.sequence()));
            case ACKNOWLEDGEMENT_SENT ->
                    List.of(
                            new MessageTrace.Receipt(
                                    self, event.transferId(), event.acknowledgement()));
            case DROPPED,
                    RESENT_DROPPED,
                    TIMED_OUT,
                    OVERTAKEN,
                    RECEIVED,
                    DUPLICATE_RECEIVED,
                    ACKNOWLEDGEMENT_DROPPED,
                    ACKNOWLEDGEMENT_RECEIVED ->
                    List.of();
        };
    }

    /**
     * Returns the possible traces of the cause of an event, the likelier first. Call it for the
     * events in order, too.
     */
    List<MessageTrace> causesOf(StatusEntry entry) {
        PeerId self = entry.peer();
        return switch (entry.event()) {
            case ProcessEvent _ -> List.of();
            case PeerEvent event ->
                    switch (event) {
                        case LifeEvent.Hello e ->
                                List.of(new MessageTrace.Birth(self, e.processId()));
                        case LifeEvent _ -> List.of();
                        case NeighbourEvent.NeighbourLeft e ->
                                List.of(new MessageTrace.Departure(e.neighbour()));
                        case NeighbourEvent _, WireEvent _ -> List.of();
                        case LookupEvent e -> causesOf(self, e);
                        case FileEvent e -> causesOf(self, e);
                    };
        };
    }

    private static List<MessageTrace> causesOf(PeerId self, LookupEvent event) {
        return switch (event) {
            case LookupEvent.LookupForwarded e -> came(e.requester(), e.lookupId(), e.hop(), self);
            case LookupEvent.LookupArrived e -> came(e.requester(), e.lookupId(), e.hop(), self);
            case LookupEvent.LookupAnswered e ->
                    List.of(new MessageTrace.Answer(self, e.lookupId(), e.owner()));
            case LookupEvent.LookupSent _,
                    LookupEvent.LookupPassedBy _,
                    LookupEvent.LookupFailed _ ->
                    List.of();
        };
    }

    private static List<MessageTrace> came(PeerId requester, long lookupId, int hop, PeerId to) {
        return List.of(
                new MessageTrace.Hop(requester, lookupId, hop, to),
                new MessageTrace.HopBeyond(requester, lookupId, hop));
    }

    private List<MessageTrace> causesOf(PeerId self, FileEvent event) {
        return switch (event) {
            case FileEvent.TransferStarted e -> {
                if (!e.sending()) {
                    yield List.of();
                }
                receivers.put(new At(self, e.transferId()), e.other());
                yield List.of(new MessageTrace.Welcome(e.other(), e.transferId()));
            }
            case FileEvent.TransferDone e -> {
                PeerId receiver = receivers.get(new At(self, e.transferId()));
                yield !e.sending() || receiver == null
                        ? List.of()
                        : List.of(new MessageTrace.Whole(receiver, e.transferId()));
            }
            case FileEvent.SegmentTraced e -> causesOf(e);
            case FileEvent.FilesHeld _,
                    FileEvent.FileReceived _,
                    FileEvent.FileWritten _,
                    FileEvent.FileStored _,
                    FileEvent.FileDamaged _,
                    FileEvent.FileMended _,
                    FileEvent.TransferProgress _,
                    FileEvent.TransferFailed _ ->
                    List.of();
        };
    }

    private static List<MessageTrace> causesOf(FileEvent.SegmentTraced event) {
        return switch (event.step()) {
            case RECEIVED, DUPLICATE_RECEIVED ->
                    List.of(
                            new MessageTrace.Segment(
                                    event.other(), event.transferId(), event.sequence()));
            case ACKNOWLEDGEMENT_RECEIVED ->
                    List.of(
                            new MessageTrace.Receipt(
                                    event.other(), event.transferId(), event.acknowledgement()));
            case SENT,
                    DROPPED,
                    RESENT,
                    RESENT_DROPPED,
                    TIMED_OUT,
                    OVERTAKEN,
                    ACKNOWLEDGEMENT_SENT,
                    ACKNOWLEDGEMENT_DROPPED ->
                    List.of();
        };
    }
}
