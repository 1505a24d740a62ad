package ringside.hosts;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLSocket;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import ringside.RealProcesses;

/** The pipe to a guest whose machine takes nothing any more (SPEC 13.7). */
@RealProcesses
class SocketPipeTest {

    private static final long LIMIT_S = 60;

    private static final JoinCode CODE = new JoinCode("ABCDWXYZ");

    /** Otherwise a window could not be closed before the system gives the connection up. */
    @Test
    void itClosesWhileAWriteWaitsForTheGuest() throws Exception {
        CompletableFuture<AgentPipe> joined = new CompletableFuture<>();
        try (JoinDoor door =
                        JoinDoor.open(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                                CODE,
                                (_, pipe) -> joined.complete(pipe),
                                new RefusedGuests(),
                                System::nanoTime);
                SSLSocket guest = (SSLSocket) CodeTls.of(CODE).getSocketFactory().createSocket()) {
            guest.connect(door.address());
            String first = AgentLines.write(new AgentReport.Joins("ada", "127.0.0.1", 1)) + "\n";
            guest.getOutputStream().write(first.getBytes(StandardCharsets.UTF_8));
            AgentPipe pipe = joined.get(LIMIT_S, TimeUnit.SECONDS);
            AtomicLong written = new AtomicLong();
            CompletableFuture<Void> writing = onThread(() -> fill(pipe, written));
            AtomicLong before = new AtomicLong(-1);
            Awaitility.await()
                    .atMost(LIMIT_S, TimeUnit.SECONDS)
                    .until(() ->
                            before.getAndSet(written.get()) == written.get() && written.get() > 0);

            onThread(pipe::close).get(LIMIT_S, TimeUnit.SECONDS);

            writing.get(LIMIT_S, TimeUnit.SECONDS);
        }
    }

    private static CompletableFuture<Void> onThread(Runnable work) {
        return CompletableFuture.runAsync(work, each -> Thread.ofPlatform().daemon().start(each));
    }

    /** Writes until the pipe is closed. */
    private static void fill(AgentPipe pipe, AtomicLong written) {
        byte[] piece = new byte[1 << 14];
        try {
            while (true) {
                pipe.out().write(piece);
                written.addAndGet(piece.length);
            }
        } catch (IOException e) {
            // The pipe has been closed.
        }
    }
}
