package ringside.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import ringside.PatientBinding;
import ringside.RealProcesses;
import ringside.peer.Message;
import ringside.ring.PeerId;
import ringside.wire.FrameCodec;
import ringside.wire.MessageSeal;

/** SPEC 1.3, 7.4, 10.1: the holder of a peer's port cannot block its start. */
@RealProcesses
class DuplicateIdProbeTest {

    private static final int BASE_PORT = 26_300;
    private static final PeerId SELF = new PeerId(77);

    /** In ms; far below a peer's time limit, so that every single byte comes in time. */
    private static final long BETWEEN_BYTES_MS = 50;

    /** The behaviour of the port's holder towards a connection. */
    private interface Holder {
        void answer(OutputStream out) throws Exception;
    }

    private static boolean isAlive(Holder holder) throws IOException {
        try (ServerSocket port = new ServerSocket()) {
            InetSocketAddress address =
                    new InetSocketAddress(
                            InetAddress.getLoopbackAddress(), BASE_PORT + SELF.value());
            PatientBinding.bind(() -> port.bind(address));
            CompletableFuture<Void> answering =
                    CompletableFuture.runAsync(() -> {
                        try (Socket socket = port.accept()) {
                            holder.answer(socket.getOutputStream());
                        } catch (Exception hungUp) {
                            // The peer has read enough and hung up.
                        }
                    });
            boolean isAlive =
                    new DuplicateIdProbe(
                                    SELF,
                                    new Addresses(InetAddress.getLoopbackAddress(), BASE_PORT),
                                    MessageSeal.none())
                            .isAlivePeer();
            answering.join();
            return isAlive;
        }
    }

    private static byte[] reply() {
        ByteBuffer frame =
                FrameCodec.encode(new Message.Neighbours(List.of(), List.of(new PeerId(5))));
        byte[] bytes = new byte[frame.remaining()];
        frame.get(bytes);
        return bytes;
    }

    @Test
    void aPeerThatAnswersIsATwinThoughItsAnswerComesInTwoPieces() throws IOException {
        assertThat(
                        isAlive(out -> {
                            out.write(reply(), 0, 7);
                            Thread.sleep(BETWEEN_BYTES_MS);
                            out.write(reply(), 7, reply().length - 7);
                        }))
                .isTrue();
    }

    @Test
    void aProcessThatHangsUpOrTalksNonsenseIsNoPeer() throws IOException {
        assertThat(isAlive(out -> {})).isFalse();
        assertThat(isAlive(out -> out.write(reply(), 0, 7))).isFalse();
        assertThat(
                        isAlive(out ->
                                out.write(
                                        "HTTP/1.1 400 Bad Request\r\n"
                                                .getBytes(StandardCharsets.UTF_8))))
                .isFalse();
    }

    /** Sending everything that the length announces would take an hour. */
    @Test
    void aProcessThatSendsSingleBytesForEverIsNoPeer() throws IOException {
        assertThat(
                        isAlive(out -> {
                            out.write(ByteBuffer.allocate(4).putInt(60_000).array());
                            for (int i = 0; i < 60_000; i++) {
                                out.write('{');
                                Thread.sleep(BETWEEN_BYTES_MS);
                            }
                        }))
                .isFalse();
    }
}
