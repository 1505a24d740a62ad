package ringside.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ringside.peer.Datagram;
import ringside.ring.PeerId;
import ringside.status.PeerSettings;

/** SPEC 10.1: input of the greatest size, depth and number is refused without much memory. */
class LimitsTest {

    /** A peer's whole heap has 32 MiB, and it refuses one message at a time. */
    private static final long MOST_BYTES = 16L << 20;

    private static final int LARGEST_JSON = FrameCodec.MAX_BYTES - Integer.BYTES;

    static Stream<String> dearTexts() {
        return Stream.of(
                "[".repeat(LARGEST_JSON),
                "{\"a\":".repeat(LARGEST_JSON / 5),
                "{\"a\":" + "[".repeat(30_000) + "]".repeat(30_000) + "}",
                "{\"a\":[" + "1,".repeat(32_000) + "1]}",
                "{\"a\":[" + "{},".repeat(21_000) + "{}]}",
                "{" + "\"\":1,".repeat(13_000) + "\"\":1}",
                "{\"type\":\"" + "\\u0000".repeat(10_000) + "\"}",
                "{\"type\":\"ping\",\"role\":\"first\",\"sequence\":" + "9".repeat(60_000) + "}",
                "{\"type\":\"neighboursWanted\",\"from\":1" + "0".repeat(60_000) + "}",
                "{\"type\":\"neighboursWanted\",\"from\":1e" + "9".repeat(60_000) + "}",
                "{\"type\":\"pingReply\",\"sequence\":0,\"successors\":["
                        + "1,".repeat(30_000)
                        + "1]}");
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("dearTexts")
    void anExpensiveFrameOrDatagramIsRefusedWithinBounds(String text) {
        byte[] json = text.getBytes(StandardCharsets.UTF_8);
        assertThat(json.length).isLessThanOrEqualTo(LARGEST_JSON);
        ByteBuffer frame = ByteBuffer.allocate(FrameCodec.MAX_BYTES).putInt(json.length).put(json);
        assertRefusedCheaply(() -> FrameCodec.decodeQuestion(frame.duplicate().flip()));
        assertRefusedCheaply(() -> FrameCodec.decodeReply(frame.duplicate().flip()));
        assertRefusedCheaply(() -> DatagramCodec.decode(ByteBuffer.wrap(json)));
    }

    private static void assertRefusedCheaply(Decoding decoding) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        assertThatThrownBy(decoding::run).isInstanceOf(MalformedMessageException.class);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(MOST_BYTES);
    }

    @Test
    void theLargestReplyToAPingFitsAndAnythingLargerIsNotEvenRead() throws Exception {
        PeerId last = new PeerId(255);
        List<PeerId> most = Collections.nCopies(PeerSettings.MAX_SUCCESSORS, last);
        var reply = new Datagram.PingReply(999_999_999_999_999_999L, last, most);
        ByteBuffer bytes = ByteBuffer.allocate(DatagramCodec.MAX_BYTES);
        DatagramCodec.encode(reply, bytes);
        bytes.flip();
        assertThat(bytes.remaining()).isLessThan(DatagramCodec.MAX_JSON_BYTES / 2);
        assertThat(DatagramCodec.decode(bytes.duplicate())).isEqualTo(reply);

        String padding = " ".repeat(DatagramCodec.MAX_JSON_BYTES - bytes.remaining());
        String padded = StandardCharsets.UTF_8.decode(bytes) + padding;
        assertThat(DatagramCodec.decode(utf8(padded))).isEqualTo(reply);
        assertThatThrownBy(() -> DatagramCodec.decode(utf8(padded + " ")))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageContaining("larger than any ping");
    }

    private static ByteBuffer utf8(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private interface Decoding {
        @Nullable Object run() throws MalformedMessageException;
    }
}
