package ringside.benchmark;

import com.google.gson.JsonParser;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ringside.peer.Datagram;
import ringside.peer.Message;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.LookupPurpose;
import ringside.status.SuccessorRole;
import ringside.wire.DatagramCodec;
import ringside.wire.FrameCodec;
import ringside.wire.MalformedMessageException;

/** Writing and reading a ping and a lookup, beside Gson's own tree of the same text. */
public final class CodecBenchmark {

    private static final int ROUNDS = 15;
    private static final int TIMES = 100_000;

    private CodecBenchmark() {}

    private interface Work {
        @Nullable Object once() throws MalformedMessageException;
    }

    /** Measures and prints; no arguments. */
    public static void main(String[] arguments) throws MalformedMessageException {
        Datagram ping = new Datagram.Ping(SuccessorRole.FIRST, 131);
        ByteBuffer datagram = ByteBuffer.allocate(DatagramCodec.MAX_BYTES);
        print(
                "ping",
                () -> {
                    DatagramCodec.encode(ping, datagram.clear());
                    return datagram.flip();
                },
                () -> DatagramCodec.decode(datagram.rewind()),
                "{\"type\":\"ping\",\"role\":\"first\",\"sequence\":131}");

        Message.Lookup lookup =
                new Message.Lookup(
                        new PeerId(5),
                        4_000_000_000L,
                        LookupPurpose.REQUEST,
                        new FileNumber("0159"),
                        new PeerId(8),
                        3,
                        true,
                        1);
        ByteBuffer frame = FrameCodec.encode(lookup);
        print(
                "lookup",
                () -> FrameCodec.encode(lookup),
                () -> FrameCodec.decodeQuestion(frame.rewind()),
                StandardCharsets.UTF_8
                        .decode(frame.slice(Integer.BYTES, frame.limit() - Integer.BYTES))
                        .toString());
    }

    private static void print(String name, Work write, Work read, String json)
            throws MalformedMessageException {
        double writeNanos = medianNanos(write);
        double readNanos = medianNanos(read);
        double gsonNanos = medianNanos(() -> JsonParser.parseString(json));
        System.out.printf(
                Locale.ROOT,
                "%s: written in %.0f ns, read in %.0f ns: %.2f and %.2f times Gson's reading%n",
                name,
                writeNanos,
                readNanos,
                writeNanos / gsonNanos,
                readNanos / gsonNanos);
    }

    private static double medianNanos(Work work) throws MalformedMessageException {
        double[] nanos = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long began = System.nanoTime();
            for (int i = 0; i < TIMES; i++) {
                Objects.requireNonNull(work.once());
            }
            nanos[round] = (System.nanoTime() - began) / (double) TIMES;
        }
        Arrays.sort(nanos);
        return nanos[ROUNDS / 2];
    }
}
