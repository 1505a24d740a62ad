package ringside.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ringside.peer.Bytes;
import ringside.peer.Datagram;
import ringside.status.SuccessorRole;
import ringside.status.WireEvent;
import ringside.status.WireEvent.MessageCaptured;
import ringside.status.WireEvent.Passage;
import ringside.status.WireEvent.Transport;

/** SPEC 9.7: what a peer reports of its messages, and its bounds. */
class MessageCaptureTest {

    private static final int PORT = 50_043;
    private static final int OTHER = 50_077;
    private static final Datagram PING = new Datagram.Ping(SuccessorRole.FIRST, 131);

    private final List<WireEvent> reported = new ArrayList<>();
    private long nowMicros;
    private final MessageCapture capture = new MessageCapture(PORT, () -> nowMicros, reported::add);

    @BeforeEach
    void on() {
        capture.turn(true);
    }

    private static Datagram segment(int bytes) {
        return new Datagram.Segment(9, 401, 65_000, Bytes.of(new byte[bytes]));
    }

    @Test
    void aPingIsReportedWithAllItsBytes() {
        capture.datagram(Passage.SENT, OTHER, PING);
        String json = "{\"type\":\"ping\",\"role\":\"first\",\"sequence\":131}";
        assertThat(reported)
                .containsExactly(
                        MessageCaptured.of(
                                Passage.SENT,
                                Transport.UDP,
                                PORT,
                                OTHER,
                                json.length(),
                                json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aSegmentHasItsHeaderAndTheFirstOfItsDataAndItsWholeLength() {
        capture.datagram(Passage.DROPPED, OTHER, segment(65_000));
        capture.received(OTHER, ByteBuffer.allocate(416).put((byte) 1).rewind());
        assertThat(reported)
                .extracting(event -> ((MessageCaptured) event).length())
                .containsExactly(65_016, 416);
        assertThat(reported)
                .extracting(event -> ((MessageCaptured) event).bytes().length)
                .containsOnly(16 + MessageCapture.MOST_DATA_BYTES);
    }

    @Test
    void aLongFrameIsCutAndABufferStaysAsItIs() {
        ByteBuffer frame = ByteBuffer.allocate(60_000);
        capture.frame(Passage.RECEIVED, PORT, 41_000, frame);
        assertThat(frame.remaining()).isEqualTo(60_000);
        assertThat(reported)
                .singleElement()
                .isInstanceOfSatisfying(
                        MessageCaptured.class,
                        frameEvent -> {
                            assertThat(frameEvent.length()).isEqualTo(60_000);
                            assertThat(frameEvent.bytes()).hasSize(MessageCapture.MOST_BYTES);
                            assertThat(frameEvent.transport()).isEqualTo(Transport.TCP);
                        });
    }

    @Test
    void aFastTransferLeavesRoomForPingsAndIsCounted() {
        for (int i = 0; i < 1_000; i++) {
            capture.datagram(Passage.SENT, OTHER, segment(400));
        }
        for (int i = 0; i < 1_000; i++) {
            capture.datagram(Passage.SENT, OTHER, PING);
        }
        assertThat(reported).hasSize(MessageCapture.MOST_MESSAGES);
        capture.tick();
        assertThat(reported).hasSize(MessageCapture.MOST_MESSAGES);

        nowMicros += MessageCapture.TERM_MICROS;
        capture.tick();
        assertThat(reported.getLast())
                .isEqualTo(new WireEvent.MessagesUncaptured(2_000 - MessageCapture.MOST_MESSAGES));
        capture.datagram(Passage.SENT, OTHER, segment(400));
        assertThat(reported.getLast()).isInstanceOf(MessageCaptured.class);
    }

    @Test
    void theBytesOfATermAreBoundedToo() {
        for (int i = 0; i < MessageCapture.MOST_MESSAGES; i++) {
            capture.frame(
                    Passage.SENT, PORT, OTHER, ByteBuffer.allocate(MessageCapture.MOST_BYTES));
        }
        assertThat(reported).hasSize(MessageCapture.MOST_BYTES_IN_TERM / MessageCapture.MOST_BYTES);
    }

    @Test
    void whatWasTooMuchIsToldAtTheEnd() {
        for (int i = 0; i <= MessageCapture.MOST_MESSAGES; i++) {
            capture.datagram(Passage.SENT, OTHER, PING);
        }
        capture.turn(false);
        assertThat(capture.isOn()).isFalse();
        assertThat(reported.getLast()).isEqualTo(new WireEvent.MessagesUncaptured(1));
    }
}
