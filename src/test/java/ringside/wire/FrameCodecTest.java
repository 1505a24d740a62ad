package ringside.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.peer.Message;

/** The encoding of TCP messages: a length and JSON. */
class FrameCodecTest {

    @ParameterizedTest
    @MethodSource("ringside.wire.WireCases#frames")
    void framesAreWrittenAsLengthAndJson(WireCases.Case expected) {
        byte[] json = expected.json().getBytes(StandardCharsets.UTF_8);
        ByteBuffer frame = FrameCodec.encode(expected.message());
        assertThat(frame.getInt()).isEqualTo(json.length);
        assertThat(WireCases.bytesOf(frame)).isEqualTo(json);
    }

    @ParameterizedTest
    @MethodSource("ringside.wire.WireCases#frames")
    void framesAreReadWholeByteByByteAndWithBytesAfterThem(WireCases.Case expected)
            throws MalformedMessageException {
        byte[] frame = WireCases.bytesOf(FrameCodec.encode(expected.message()));
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
        return kind instanceof Message.Question<?>
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
                "{\"type\":\"neighboursWanted\",\"from\":5,\"from\":5}",
                "{\"type\":\"neighboursWanted\",\"type\":\"neighboursWanted\",\"from\":5}",
                "{\"type\":\"accepted\"}",
                "{\"type\":\"acknowledgement\",\"transferId\":1,\"acknowledgement\":1}",
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
    void aMessageThatIsNoQuestionIsMalformed(String json) {
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
        assertThatThrownBy(() ->
                        FrameCodec.decodeReply(
                                frame("{\"type\":\"neighbours\",\"successors\":[" + many + "]}")))
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
}
