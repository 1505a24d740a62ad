package ringside.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ringside.peer.Datagram;
import ringside.peer.Message;

/** Messages of an earlier version, captured on a real ring, are read and written alike. */
class EarlierMessagesTest {

    private static final Path CAPTURE = Path.of("src/test/resources/ringside/wire/exchange.pcap");
    private static final int CAPTURED_BASE_PORT = 23_000;
    private static final int PEERS = 256;

    private final Set<Class<?>> seen = new HashSet<>();

    @Test
    void datagramsAreReadAndWrittenAlike() throws Exception {
        for (Capture.Packet packet : Capture.read(CAPTURE)) {
            if (packet.transport() == Capture.Transport.DATAGRAM) {
                Datagram message = DatagramCodec.decode(packet.data().buffer());
                ByteBuffer written = ByteBuffer.allocate(DatagramCodec.MAX_BYTES);
                DatagramCodec.encode(message, written);
                assertThat(written.flip()).isEqualTo(packet.data().buffer());
                seen.add(message.getClass());
            }
        }
        assertThat(seen)
                .contains(Datagram.Ping.class, Datagram.PingReply.class, Datagram.Segment.class);
    }

    @Test
    void framesAreReadAndWrittenAlike() throws Exception {
        Map<List<Integer>, ByteArrayOutputStream> streams = new LinkedHashMap<>();
        for (Capture.Packet packet : Capture.read(CAPTURE)) {
            if (packet.transport() == Capture.Transport.STREAM) {
                streams.computeIfAbsent(
                                List.of(packet.from(), packet.to()),
                                stream -> new ByteArrayOutputStream())
                        .writeBytes(packet.data().toArray());
            }
        }
        for (var stream : streams.entrySet()) {
            int to = stream.getKey().getLast();
            boolean isToPeer = to >= CAPTURED_BASE_PORT && to < CAPTURED_BASE_PORT + PEERS;
            assertReadAndWrittenAlike(ByteBuffer.wrap(stream.getValue().toByteArray()), isToPeer);
        }
        assertThat(seen)
                .contains(
                        Message.Lookup.class,
                        Message.Offer.class,
                        Message.Welcome.class,
                        Message.TransferOver.class,
                        Message.Departure.class,
                        Message.Inventory.class,
                        Message.Lacking.class,
                        Message.Kept.class,
                        Message.Neighbours.class);
    }

    private void assertReadAndWrittenAlike(ByteBuffer frames, boolean areQuestions)
            throws MalformedMessageException {
        while (frames.hasRemaining()) {
            int start = frames.position();
            Message.Control message =
                    Objects.requireNonNull(
                            areQuestions
                                    ? FrameCodec.decodeQuestion(frames)
                                    : FrameCodec.decodeReply(frames));
            assertThat(FrameCodec.encode(message))
                    .isEqualTo(frames.slice(start, frames.position() - start));
            seen.add(message.getClass());
        }
    }
}
