package ringside.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ringside.peer.Bytes;
import ringside.peer.Datagram;
import ringside.peer.Message;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.FileEvent;
import ringside.status.LifeEvent;
import ringside.status.LookupEvent;
import ringside.status.LookupPurpose;
import ringside.status.NeighbourEvent;
import ringside.status.SegmentStep;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;
import ringside.status.SuccessorRole;
import ringside.status.WireEvent;
import ringside.status.WireEvent.MessageCaptured;
import ringside.status.WireEvent.Passage;
import ringside.status.WireEvent.Transport;
import ringside.timeline.History;
import ringside.wire.DatagramCodec;
import ringside.wire.FrameCodec;

/** An event leads to the messages with its content, not to whatever is next to it. */
class MessageSearchTest {

    private static final PeerId SELF = new PeerId(43);
    private static final PeerId TARGET = new PeerId(77);
    private static final FileNumber NUMBER = new FileNumber("2012");
    private static final int BASE = 50_000;

    private final History history = new History(entry -> {});
    private long nowMicros = 1_000_000;

    @BeforeEach
    void capture() {
        tell(new WireEvent.CaptureSwitched(true));
    }

    private int tell(StatusEvent event) {
        nowMicros += 100;
        history.add(new StatusEntry(nowMicros, SELF, event));
        return history.last() - 1;
    }

    private void datagram(Passage passage, PeerId other, Datagram message) {
        ByteBuffer buffer = ByteBuffer.allocate(DatagramCodec.MAX_BYTES);
        DatagramCodec.encode(message, buffer);
        tell(
                MessageCaptured.of(
                        passage,
                        Transport.UDP,
                        BASE + SELF.value(),
                        BASE + other.value(),
                        buffer.position(),
                        Arrays.copyOf(buffer.array(), buffer.position())));
    }

    private void frame(Passage passage, int port, int otherPort, Message.Control message) {
        byte[] bytes = FrameCodec.encode(message).array();
        tell(MessageCaptured.of(passage, Transport.TCP, port, otherPort, bytes.length, bytes));
    }

    private List<String> found(int position) {
        return switch (MessageSearch.find(history, position)) {
            case SearchResult.Found(List<FoundMessage> messages) ->
                    messages.stream()
                            .map(each -> each.captured().passage() + " " + each.message().type())
                            .toList();
            case SearchResult other -> List.of(other.getClass().getSimpleName());
        };
    }

    @Test
    void anAnsweredPingLeadsToThePingAndItsReplyWithThatNumber() {
        for (int i = 129; i < 133; i++) {
            datagram(Passage.SENT, TARGET, new Datagram.Ping(SuccessorRole.FIRST, i));
            datagram(Passage.RECEIVED, TARGET, new Datagram.PingReply(i, null, List.of()));
            datagram(Passage.RECEIVED, new PeerId(9), new Datagram.PingReply(i, null, List.of()));
        }
        int answered = tell(new NeighbourEvent.PingAnswered(TARGET, 130, 420));
        assertThat(found(answered)).containsExactly("SENT ping", "RECEIVED pingReply");
        assertThat(MessageSearch.find(history, answered))
                .isInstanceOfSatisfying(
                        SearchResult.Found.class,
                        all ->
                                assertThat(all.messages())
                                        .allMatch(each ->
                                                each.message().fields().stream()
                                                        .anyMatch(field ->
                                                                field.value().equals("130"))));
    }

    @Test
    void aForwardedLookupLeadsToBothHopsAndTheirReplies() {
        frame(Passage.RECEIVED, BASE + 43, 41_000, lookup(14, 1));
        frame(Passage.SENT, BASE + 43, 41_000, new Message.Accepted());
        int forwarded =
                tell(
                        new LookupEvent.LookupForwarded(
                                9, NUMBER, new PeerId(14), 1, TARGET, false, 0));
        frame(Passage.SENT, 42_000, BASE + 77, lookup(43, 2));
        frame(Passage.RECEIVED, 42_000, BASE + 77, new Message.Refused("peer 77 is no member"));
        assertThat(found(forwarded))
                .containsExactly(
                        "RECEIVED lookup", "SENT accepted", "SENT lookup", "RECEIVED refused");
    }

    private static Message.Lookup lookup(int from, int hop) {
        return new Message.Lookup(
                new PeerId(from), 9, LookupPurpose.REQUEST, NUMBER, new PeerId(14), hop, false, 0);
    }

    /** A segment that is sent again has the same content: the nearest in time is meant. */
    @Test
    void aRetransmissionLeadsToTheSegmentAsItWasSentAgain() {
        List<Integer> positions =
                IntStream.range(0, 3)
                        .map(_ -> {
                            nowMicros += 1_000_000;
                            int traced = tell(traced(SegmentStep.RESENT));
                            datagram(Passage.SENT, TARGET, segment());
                            return traced;
                        })
                        .boxed()
                        .toList();
        for (int position : positions) {
            assertThat(MessageSearch.find(history, position))
                    .isInstanceOfSatisfying(
                            SearchResult.Found.class,
                            all ->
                                    assertThat(all.messages())
                                            .singleElement()
                                            .extracting(FoundMessage::atMicros)
                                            .isEqualTo(history.atMicros(position + 2)));
        }
    }

    @Test
    void aDroppedSegmentIsNotTakenForOneThatWasSent() {
        datagram(Passage.SENT, TARGET, segment());
        int dropped = tell(traced(SegmentStep.DROPPED));
        assertThat(found(dropped)).containsExactly("LeftOut");
        datagram(Passage.DROPPED, TARGET, segment());
        assertThat(found(dropped)).containsExactly("DROPPED segment");
    }

    private static Datagram segment() {
        return new Datagram.Segment(5, 401, 400, Bytes.of(new byte[48]));
    }

    private static FileEvent traced(SegmentStep step) {
        return new FileEvent.SegmentTraced(5, step, TARGET, 401, 400, 0);
    }

    @Test
    void whatWasNotCapturedIsToldApart() {
        int on = tell(new NeighbourEvent.PingSent(TARGET, 1, SuccessorRole.FIRST));
        tell(new WireEvent.CaptureSwitched(false));
        int off = tell(new NeighbourEvent.PingSent(TARGET, 2, SuccessorRole.FIRST));
        int running = tell(new LifeEvent.Running());
        assertThat(found(on)).containsExactly("LeftOut");
        assertThat(found(off)).containsExactly("NotCaptured");
        assertThat(found(running)).containsExactly("OfNone");
        assertThat(MessageSearch.speaksOfOne(history.entryAfter(off))).isTrue();
        assertThat(MessageSearch.speaksOfOne(history.entryAfter(running))).isFalse();
    }

    @Test
    void aCapturedMessageLeadsToItself() {
        datagram(Passage.SENT, TARGET, new Datagram.Ping(SuccessorRole.FIRST, 1));
        assertThat(found(history.last() - 1)).containsExactly("SENT ping");
    }
}
