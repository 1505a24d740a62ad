package ringside.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.peer.Bytes;
import ringside.peer.Message;
import ringside.ring.FileName;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.LookupPurpose;
import ringside.status.SuccessorRole;
import ringside.status.TransferPurpose;

/** One list of cases for writer and reader; protocol.md shows the same bytes. */
class CodecTest {

    private static final String DIGEST = "ab".repeat(32);

    record Case(Message message, String json) {}

    static List<Case> controlCases() {
        return List.of(
                new Case(
                        new Message.Ping(SuccessorRole.FIRST, 0),
                        "{\"type\":\"ping\",\"role\":\"first\",\"sequence\":0}"),
                new Case(
                        new Message.PingReply(7, id(43), List.of(id(104), id(139))),
                        "{\"type\":\"pingReply\",\"sequence\":7,\"predecessor\":43,"
                                + "\"successors\":[104,139]}"),
                new Case(
                        new Message.PingReply(7, null, List.of()),
                        "{\"type\":\"pingReply\",\"sequence\":7,\"successors\":[]}"),
                new Case(
                        new Message.NeighboursWanted(id(5)),
                        "{\"type\":\"neighboursWanted\",\"from\":5}"),
                new Case(
                        new Message.Neighbours(id(1), List.of(id(9))),
                        "{\"type\":\"neighbours\",\"predecessor\":1,\"successors\":[9]}"),
                new Case(
                        new Message.Departure(id(5), List.of(id(1), id(255)), List.of(id(9))),
                        "{\"type\":\"departure\",\"from\":5,\"predecessors\":[1,255],"
                                + "\"successors\":[9]}"),
                new Case(
                        new Message.Lookup(
                                id(5),
                                4_000_000_000L,
                                LookupPurpose.REQUEST,
                                new FileNumber("0159"),
                                id(8),
                                3,
                                true),
                        "{\"type\":\"lookup\",\"from\":5,\"lookupId\":4000000000,"
                                + "\"purpose\":\"request\",\"number\":\"0159\",\"requester\":8,"
                                + "\"hop\":3,\"meant\":true}"),
                new Case(
                        new Message.OwnerFound(id(1), 17, false),
                        "{\"type\":\"ownerFound\",\"from\":1,\"lookupId\":17,\"held\":false}"),
                new Case(
                        new Message.Offer(
                                id(1),
                                18,
                                TransferPurpose.HANDOVER,
                                0,
                                FileName.parse("2012.pdf"),
                                100_300,
                                DIGEST,
                                1_790_000_000_000L,
                                400),
                        "{\"type\":\"offer\",\"from\":1,\"transferId\":18,"
                                + "\"purpose\":\"handover\",\"lookupId\":0,\"file\":\"2012.pdf\","
                                + "\"bytes\":100300,\"sha256\":\"" + DIGEST + "\","
                                + "\"versionMs\":1790000000000,\"mss\":400}"),
                new Case(
                        new Message.TransferOver(id(8), 18, null),
                        "{\"type\":\"transferOver\",\"from\":8,\"transferId\":18}"),
                new Case(
                        new Message.TransferOver(id(8), 18, "disk full"),
                        "{\"type\":\"transferOver\",\"from\":8,\"transferId\":18,"
                                + "\"failure\":\"disk full\"}"),
                new Case(new Message.Accepted(), "{\"type\":\"accepted\"}"),
                new Case(
                        new Message.Refused("no"),
                        "{\"type\":\"refused\",\"reason\":\"no\"}"));
    }

    static Stream<Case> datagramCases() {
        return controlCases().stream().filter(c -> c.message() instanceof Message.Datagram);
    }

    static Stream<Case> frameCases() {
        return controlCases().stream().filter(c -> !(c.message() instanceof Message.Datagram));
    }

    private static PeerId id(int value) {
        return new PeerId(value);
    }

    // -- datagrams

    @ParameterizedTest
    @MethodSource("datagramCases")
    void pingsAreWrittenAndReadAsJson(Case expected) throws MalformedMessageException {
        ByteBuffer bytes = encoded((Message.Datagram) expected.message());
        assertThat(StandardCharsets.UTF_8.decode(bytes.duplicate()).toString())
                .isEqualTo(expected.json());
        assertThat(DatagramCodec.decode(bytes)).isEqualTo(expected.message());
    }

    @Test
    void aSegmentIsSixteenBytesOfHeaderAndItsData() throws MalformedMessageException {
        Message.Segment segment =
                new Message.Segment(0xFEDCBA98L, 0x0102030405L, 60_000, Bytes.of((byte) 7, (byte) 8));
        ByteBuffer bytes = encoded(segment);
        assertThat(toArray(bytes))
                .containsExactly(
                        1, 1, 0xEA, 0x60, 0xFE, 0xDC, 0xBA, 0x98, 0, 0, 0, 1, 2, 3, 4, 5, 7, 8);
        assertThat(DatagramCodec.decode(bytes)).isEqualTo(segment);
    }

    @Test
    void anAcknowledgementIsSixteenBytes() throws MalformedMessageException {
        Message.Acknowledgement acknowledgement = new Message.Acknowledgement(1, 401);
        ByteBuffer bytes = encoded(acknowledgement);
        assertThat(toArray(bytes)).containsExactly(2, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0x91);
        assertThat(DatagramCodec.decode(bytes)).isEqualTo(acknowledgement);
    }

    @Test
    void theLargestSegmentFitsOneDatagram() {
        Message.Segment segment = new Message.Segment(1, 1, 65_000, Bytes.of(new byte[65_000]));
        assertThat(encoded(segment).remaining()).isLessThanOrEqualTo(DatagramCodec.MAX_BYTES);
    }

    @Test
    void everyTruncationOfAHeaderIsMalformed() {
        byte[] whole = bytesOf(encoded(new Message.Acknowledgement(1, 401)));
        for (int length = 0; length < whole.length; length++) {
            ByteBuffer part = ByteBuffer.wrap(whole, 0, length);
            assertThatThrownBy(() -> DatagramCodec.decode(part))
                    .isInstanceOf(MalformedMessageException.class);
        }
    }

    /** SPEC 10.1: random bytes end in the one exception, never in another, never in a message. */
    @Test
    void randomBytesAreMalformedOrAreAMessageAndNothingElse() {
        Random random = new Random(1);
        int malformed = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(64)];
            random.nextBytes(bytes);
            if (bytes.length > 0 && random.nextBoolean()) {
                bytes[0] = '{';
            }
            try {
                DatagramCodec.decode(ByteBuffer.wrap(bytes));
            } catch (MalformedMessageException expected) {
                malformed++;
            }
        }
        assertThat(malformed).isGreaterThan(19_900);
    }

    // -- frames

    @ParameterizedTest
    @MethodSource("frameCases")
    void framesAreWrittenAsLengthAndJson(Case expected) {
        byte[] json = expected.json().getBytes(StandardCharsets.UTF_8);
        ByteBuffer frame = FrameCodec.encode(expected.message());
        assertThat(frame.getInt()).isEqualTo(json.length);
        assertThat(bytesOf(frame)).isEqualTo(json);
    }

    @ParameterizedTest
    @MethodSource("frameCases")
    void framesAreReadWholeByteByByteAndWithBytesAfterThem(Case expected)
            throws MalformedMessageException {
        byte[] frame = bytesOf(FrameCodec.encode(expected.message()));
        assertThat(decode(expected.message(), ByteBuffer.wrap(frame)))
                .isEqualTo(expected.message());
        for (int length = 0; length < frame.length; length++) {
            ByteBuffer part = ByteBuffer.wrap(frame, 0, length);
            assertThat(decode(expected.message(), part)).isNull();
            assertThat(part.position()).isZero();
        }
        ByteBuffer more = ByteBuffer.wrap(Arrays.copyOf(frame, frame.length + 3));
        assertThat(decode(expected.message(), more)).isEqualTo(expected.message());
        assertThat(more.remaining()).isEqualTo(3);
    }

    private static @Nullable Message decode(Message kind, ByteBuffer bytes)
            throws MalformedMessageException {
        return kind instanceof Message.Question
                ? FrameCodec.decodeQuestion(bytes)
                : FrameCodec.decodeReply(bytes);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 64 * 1024, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void aFrameOfImpossibleLengthIsRefusedBeforeItsBytesCome(int length) {
        ByteBuffer start = ByteBuffer.allocate(4).putInt(length).flip();
        assertThatThrownBy(() -> FrameCodec.decodeQuestion(start))
                .isInstanceOf(MalformedMessageException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "null",
                "\"ping\"",
                "{}",
                "{\"type\":\"nonsense\"}",
                "{\"type\":5}",
                "{\"type\":\"neighboursWanted\"}",
                "{\"type\":\"neighboursWanted\",\"from\":null}",
                "{\"type\":\"neighboursWanted\",\"from\":\"5\"}",
                "{\"type\":\"neighboursWanted\",\"from\":5.5}",
                "{\"type\":\"neighboursWanted\",\"from\":256}",
                "{\"type\":\"neighboursWanted\",\"from\":-1}",
                "{\"type\":\"neighboursWanted\",\"from\":4294967301}",
                "{\"type\":\"neighboursWanted\",\"from\":[5]}",
                "{\"type\":\"neighboursWanted\",\"from\":5} {}",
                "{\"type\":\"neighboursWanted\",\"from\":05}",
                "{type:'neighboursWanted',from:5}",
                "{\"type\":\"accepted\"}",
                "{\"type\":\"ping\",\"role\":\"first\",\"sequence\":0}",
                "{\"type\":\"departure\",\"from\":5,\"predecessors\":5,\"successors\":[]}",
                "{\"type\":\"departure\",\"from\":5,\"predecessors\":[\"a\"],\"successors\":[]}",
                "{\"type\":\"departure\",\"from\":5,\"predecessors\":[[1]],\"successors\":[]}",
                "{\"type\":\"departure\",\"from\":5,\"predecessors\":[300],\"successors\":[]}",
                "{\"type\":\"ownerFound\",\"from\":1,\"lookupId\":-1,\"held\":false}",
                "{\"type\":\"ownerFound\",\"from\":1,\"lookupId\":4294967296,\"held\":false}",
                "{\"type\":\"ownerFound\",\"from\":1,\"lookupId\":1,\"held\":\"no\"}",
                "{\"type\":\"transferOver\",\"from\":1,\"transferId\":1,\"failure\":null}"
            })
    void whatIsNoQuestionIsMalformed(String json) {
        assertThatThrownBy(() -> FrameCodec.decodeQuestion(frame(json)))
                .isInstanceOf(MalformedMessageException.class);
    }

    @Test
    void deepNestingIsMalformedAndDoesNotOverflowTheStack() {
        String deep = "{\"type\":" + "[".repeat(30_000) + "]".repeat(30_000) + "}";
        assertThatThrownBy(() -> FrameCodec.decodeQuestion(frame(deep)))
                .isInstanceOf(MalformedMessageException.class);
    }

    @Test
    void moreNeighboursThanALimitIsMalformed() {
        String many = "1,".repeat(16) + "1";
        assertThatThrownBy(
                        () ->
                                FrameCodec.decodeReply(
                                        frame(
                                                "{\"type\":\"neighbours\",\"successors\":["
                                                        + many + "]}")))
                .isInstanceOf(MalformedMessageException.class);
    }

    @Test
    void fieldsOfALaterVersionArePassedOver() throws MalformedMessageException {
        assertThat(FrameCodec.decodeReply(frame("{\"type\":\"accepted\",\"mood\":{\"a\":[1]}}")))
                .isEqualTo(new Message.Accepted());
    }

    private static ByteBuffer frame(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(4 + bytes.length).putInt(bytes.length).put(bytes).flip();
    }

    private static ByteBuffer encoded(Message.Datagram message) {
        ByteBuffer buffer = ByteBuffer.allocate(DatagramCodec.MAX_BYTES);
        DatagramCodec.encode(message, buffer);
        return buffer.flip();
    }

    private static byte[] bytesOf(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    private static int[] toArray(ByteBuffer buffer) {
        byte[] bytes = bytesOf(buffer);
        int[] unsigned = new int[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            unsigned[i] = bytes[i] & 0xFF;
        }
        return unsigned;
    }
}
