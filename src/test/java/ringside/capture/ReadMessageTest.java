package ringside.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.peer.Bytes;
import ringside.peer.Datagram;
import ringside.peer.Message;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.LookupPurpose;
import ringside.status.WireEvent.MessageCaptured;
import ringside.status.WireEvent.Passage;
import ringside.status.WireEvent.Transport;
import ringside.wire.DatagramCodec;
import ringside.wire.FrameCodec;

/** Bytes become fields; what is no message says why. */
class ReadMessageTest {

    private static ReadMessage read(Transport transport, int length, byte[] bytes) {
        return ReadMessage.of(
                MessageCaptured.of(Passage.RECEIVED, transport, 50_077, 50_043, length, bytes));
    }

    private static ReadMessage datagram(byte[] bytes) {
        return read(Transport.UDP, bytes.length, bytes);
    }

    private static byte[] bytes(Datagram message) {
        ByteBuffer buffer = ByteBuffer.allocate(DatagramCodec.MAX_BYTES);
        DatagramCodec.encode(message, buffer);
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    private static List<String> pairs(ReadMessage message) {
        return message.fields().stream().map(field -> field.name() + "=" + field.value()).toList();
    }

    @Test
    void aLookupIsItsFieldsInTheOrderOfTheWire() {
        Message.Lookup lookup =
                new Message.Lookup(
                        new PeerId(43),
                        2_718_281_828L,
                        LookupPurpose.REQUEST,
                        new FileNumber("2012"),
                        new PeerId(43),
                        1,
                        false,
                        0);
        byte[] frame = FrameCodec.encode(lookup).array();
        ReadMessage message = read(Transport.TCP, frame.length, frame);
        assertThat(message.type()).isEqualTo("lookup");
        assertThat(message.section()).isEqualTo("Looking for an owner (TCP)");
        assertThat(pairs(message))
                .containsExactly(
                        "length=" + (frame.length - 4),
                        "type=lookup",
                        "from=43",
                        "lookupId=2718281828",
                        "purpose=request",
                        "number=2012",
                        "requester=43",
                        "hop=1",
                        "meant=false",
                        "copy=0");
        assertThat(message.message()).contains(lookup);
        assertThat(message.problem()).isEmpty();
        assertThat(message.fields())
                .filteredOn(field -> field.meaning().isEmpty())
                .extracting(MessageField::name)
                .containsExactly("type");
    }

    @Test
    void aCutSegmentHasItsHeader() {
        byte[] whole = bytes(new Datagram.Segment(0x1A2B3C4DL, 401, 400, Bytes.of(new byte[400])));
        ReadMessage message = read(Transport.UDP, whole.length, Arrays.copyOf(whole, 16 + 2));
        assertThat(pairs(message))
                .containsExactly(
                        "type=segment",
                        "version=1",
                        "mss=400",
                        "transferId=439041101",
                        "sequence=401",
                        "data=00 00");
        assertThat(message.problem()).isEmpty();
    }

    @Test
    void aSelectiveAcknowledgementSaysWhatHasComeBeyondTheGap() {
        ReadMessage message =
                datagram(
                        bytes(
                                new Datagram.SelectiveAcknowledgement(
                                        7, 401, Bytes.of((byte) 0b101, (byte) 1))));
        assertThat(pairs(message))
                .containsExactly(
                        "type=selectiveAcknowledgement",
                        "version=1",
                        "transferId=7",
                        "acknowledgement=401",
                        "bitmap=05 01",
                        "beyond=1, 3, 9");
    }

    @Test
    void theFilesOfAnInventoryAreToldOneByOne() {
        String json =
                "{\"type\":\"inventory\",\"from\":1,\"files\":[{\"file\":\"0159\",\"bytes\":7},"
                        + "{\"file\":\"2012.pdf\",\"bytes\":8}],\"last\":true}";
        byte[] text = json.getBytes(StandardCharsets.UTF_8);
        byte[] frame = ByteBuffer.allocate(4 + text.length).putInt(text.length).put(text).array();
        ReadMessage message = read(Transport.TCP, frame.length, frame);
        assertThat(pairs(message))
                .containsExactly(
                        "length=" + text.length,
                        "type=inventory",
                        "from=1",
                        "file=0159",
                        "bytes=7",
                        "file=2012.pdf",
                        "bytes=8",
                        "last=true");
        assertThat(message.problem()).isPresent();
    }

    @Test
    void aFrameThatTheCaptureCutIsReadAsFarAsItGoes() {
        String json = "{\"type\":\"refused\",\"reason\":\"peer 5 is no";
        byte[] text = json.getBytes(StandardCharsets.UTF_8);
        byte[] frame = ByteBuffer.allocate(4 + text.length).putInt(500).put(text).array();
        ReadMessage message = read(Transport.TCP, 504, frame);
        assertThat(pairs(message)).containsExactly("length=500", "type=refused");
        assertThat(message.message()).isEmpty();
        assertThat(message.problem()).isEmpty();
        assertThat(read(Transport.TCP, frame.length, frame).problem())
                .contains("the frame is not complete");
    }

    @Test
    void nonsenseIsNoMessageAndSaysWhy() {
        assertThat(datagram(new byte[0]).problem()).contains("empty datagram");
        assertThat(datagram(new byte[] {(byte) 0x80, 4}).problem())
                .contains("shorter than its header");
        assertThat(datagram(new byte[20]).type()).isEmpty();
        assertThat(datagram("{\"type\":\"ping\"".getBytes(StandardCharsets.UTF_8)).type())
                .isEqualTo("ping");
        assertThat(datagram("{\"type\":\"ping\"}".getBytes(StandardCharsets.UTF_8)).problem())
                .isPresent();
    }
}
