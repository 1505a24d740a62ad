package ringside.capture;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import ringside.peer.Datagram;
import ringside.peer.Message;
import ringside.ring.PeerId;
import ringside.status.FileEvent;
import ringside.status.LifeEvent;
import ringside.status.LookupEvent;
import ringside.status.NeighbourEvent;
import ringside.status.ProcessEvent;
import ringside.status.StatusEvent;
import ringside.status.WireEvent;
import ringside.status.WireEvent.MessageCaptured;
import ringside.status.WireEvent.Passage;
import ringside.status.WireEvent.Transport;

/**
 * A message that an event speaks of, by its content.
 *
 * @param passages what may have become of it at the peer that reports
 * @param apart distance of the other peer's id from the reporting one's, of a datagram; empty for
 *     any
 * @param content what its receiver understands
 */
record WantedMessage(
        Transport transport, Set<Passage> passages, OptionalInt apart, Predicate<Message> content) {

    private static final Set<Passage> OUT = Set.of(Passage.SENT, Passage.DROPPED);
    private static final Set<Passage> IN = Set.of(Passage.RECEIVED);

    /** Returns whether a message may be it, before it is read. */
    boolean canBe(MessageCaptured captured) {
        return captured.transport() == transport
                && passages.contains(captured.passage())
                && (apart.isEmpty() || captured.otherPort() - captured.port() == apart.getAsInt());
    }

    boolean is(ReadMessage read) {
        return read.message().filter(content).isPresent();
    }

    private static WantedMessage datagram(
            PeerId self, PeerId other, Set<Passage> passages, Predicate<Message> content) {
        return new WantedMessage(
                Transport.UDP, passages, OptionalInt.of(other.value() - self.value()), content);
    }

    private static WantedMessage frame(Set<Passage> passages, Predicate<Message> content) {
        return new WantedMessage(Transport.TCP, passages, OptionalInt.empty(), content);
    }

    /** Returns the messages that an event of a peer speaks of; none for most kinds of events. */
    static List<WantedMessage> of(PeerId self, StatusEvent event) {
        return switch (event) {
            case NeighbourEvent e -> of(self, e);
            case LookupEvent e -> of(e);
            case FileEvent e -> of(self, e);
            case LifeEvent.Left _ ->
                    List.of(frame(OUT, message -> message instanceof Message.Departure));
            case LifeEvent _, ProcessEvent _, WireEvent _ -> List.of();
        };
    }

    private static List<WantedMessage> of(PeerId self, NeighbourEvent event) {
        return switch (event) {
            case NeighbourEvent.PingSent e -> List.of(ping(self, e.target(), e.sequence()));
            case NeighbourEvent.PingMissed e -> List.of(ping(self, e.target(), e.sequence()));
            case NeighbourEvent.PingAnswered e ->
                    List.of(
                            ping(self, e.target(), e.sequence()),
                            datagram(
                                    self,
                                    e.target(),
                                    IN,
                                    message ->
                                            message instanceof Datagram.PingReply reply
                                                    && reply.sequence() == e.sequence()));
            case NeighbourEvent.NeighbourLeft e ->
                    List.of(
                            frame(
                                    IN,
                                    message ->
                                            message instanceof Message.Departure departure
                                                    && departure.from().equals(e.neighbour())));
            case NeighbourEvent.NeighboursChanged _,
                    NeighbourEvent.ShortcutsChanged _,
                    NeighbourEvent.PeerSuspected _,
                    NeighbourEvent.PeerTrusted _,
                    NeighbourEvent.PeerDead _,
                    NeighbourEvent.LinkCut _,
                    NeighbourEvent.LinkMended _ ->
                    List.of();
        };
    }

    private static WantedMessage ping(PeerId self, PeerId target, long sequence) {
        return datagram(
                self,
                target,
                OUT,
                message -> message instanceof Datagram.Ping ping && ping.sequence() == sequence);
    }

    private static List<WantedMessage> of(LookupEvent event) {
        return switch (event) {
            case LookupEvent.LookupSent e -> List.of(lookup(OUT, e.lookupId(), 1));
            case LookupEvent.LookupForwarded e ->
                    List.of(
                            lookup(IN, e.lookupId(), e.hop()),
                            lookup(OUT, e.lookupId(), e.hop() + 1));
            case LookupEvent.LookupArrived e -> List.of(lookup(IN, e.lookupId(), e.hop()));
            case LookupEvent.LookupAnswered e ->
                    List.of(frame(IN, message -> answers(message, e.lookupId())));
            case LookupEvent.LookupPassedBy _, LookupEvent.LookupFailed _ -> List.of();
        };
    }

    private static WantedMessage lookup(Set<Passage> passages, long lookupId, int hop) {
        return frame(
                passages,
                message ->
                        message instanceof Message.Lookup lookup
                                && lookup.lookupId() == lookupId
                                && lookup.hop() == hop);
    }

    /** Returns whether a message answers a lookup: the owner names itself, or offers the file. */
    private static boolean answers(Message message, long lookupId) {
        return switch (message) {
            case Message.OwnerFound found -> found.lookupId() == lookupId;
            case Message.Offer offer -> offer.lookupId() == lookupId;
            case Message _ -> false;
        };
    }

    private static List<WantedMessage> of(PeerId self, FileEvent event) {
        return switch (event) {
            case FileEvent.TransferStarted e ->
                    List.of(
                            frame(
                                    e.sending() ? OUT : IN,
                                    message ->
                                            message instanceof Message.Offer offer
                                                    && offer.transferId() == e.transferId()));
            case FileEvent.TransferDone e -> List.of(over(e.sending(), e.transferId()));
            case FileEvent.TransferFailed e -> over(e.transferId());
            case FileEvent.SegmentTraced e -> List.of(traced(self, e));
            case FileEvent.FileStored e when !e.owner().equals(self) ->
                    List.of(
                            frame(
                                    IN,
                                    message ->
                                            message instanceof Message.Kept kept
                                                    && kept.from().equals(e.owner())));
            case FileEvent.FilesHeld _,
                    FileEvent.FileReceived _,
                    FileEvent.FileWritten _,
                    FileEvent.FileStored _,
                    FileEvent.FileDamaged _,
                    FileEvent.FileMended _,
                    FileEvent.TransferProgress _ ->
                    List.of();
        };
    }

    /** The receiver says that the file is whole, and the sender hears it. */
    private static WantedMessage over(boolean isSending, long transferId) {
        return frame(
                isSending ? IN : OUT,
                message ->
                        message instanceof Message.TransferOver over
                                && over.transferId() == transferId);
    }

    /** Either side may have given up. */
    private static List<WantedMessage> over(long transferId) {
        return List.of(over(true, transferId), over(false, transferId));
    }

    private static WantedMessage traced(PeerId self, FileEvent.SegmentTraced event) {
        return switch (event.step()) {
            case SENT, RESENT -> segment(self, event, Set.of(Passage.SENT));
            case DROPPED, RESENT_DROPPED -> segment(self, event, Set.of(Passage.DROPPED));
            case TIMED_OUT, OVERTAKEN -> segment(self, event, OUT);
            case RECEIVED, DUPLICATE_RECEIVED -> segment(self, event, IN);
            case ACKNOWLEDGEMENT_SENT -> receipt(self, event, Set.of(Passage.SENT));
            case ACKNOWLEDGEMENT_DROPPED -> receipt(self, event, Set.of(Passage.DROPPED));
            case ACKNOWLEDGEMENT_RECEIVED -> receipt(self, event, IN);
        };
    }

    private static WantedMessage segment(
            PeerId self, FileEvent.SegmentTraced event, Set<Passage> passages) {
        return datagram(
                self,
                event.other(),
                passages,
                message ->
                        message instanceof Datagram.Segment segment
                                && segment.transferId() == event.transferId()
                                && segment.sequence() == event.sequence());
    }

    private static WantedMessage receipt(
            PeerId self, FileEvent.SegmentTraced event, Set<Passage> passages) {
        return datagram(
                self,
                event.other(),
                passages,
                message ->
                        message instanceof Datagram.Receipt receipt
                                && receipt.transferId() == event.transferId()
                                && receipt.acknowledgement() == event.acknowledgement());
    }
}
