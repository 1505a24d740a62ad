package ringside.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ringside.ring.PeerId;
import ringside.status.LifeEvent;
import ringside.status.PeerSettings;
import ringside.status.StatusEntry;

/**
 * SPEC 10.1, 10.3, at the window's port: a client without the token cannot keep a peer out, cannot
 * permanently cost the window threads or memory, and is not heard.
 */
class StatusFloodTest {

    private static final String TOKEN = "a secret";
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final PeerId PEER = new PeerId(43);
    private static final LifeEvent.Hello HELLO =
            new LifeEvent.Hello(LifeEvent.Hello.VERSION, 1, 20_043, PeerSettings.DEFAULTS);

    /**
     * Memory for a thousand open connections: about 10 KiB each for buffers, plus the noise of
     * other tests.
     */
    private static final long MOST_BYTES = 48L << 20;

    /** Platform threads that come and go beside this test: the carriers of virtual threads. */
    private static final int FEW_THREADS = 12;

    private final HeardEntries heard = new HeardEntries();
    private final List<Socket> open = new ArrayList<>();
    private StatusServer server;

    @BeforeEach
    void listen() throws IOException {
        server = StatusServer.open(TOKEN, heard);
    }

    @AfterEach
    void stop() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
        server.close();
    }

    @Test
    void aThousandSilentOrSlowStrangersAreEvictedAndKeepNoPeerOut() throws Exception {
        int threads = ManagementFactory.getThreadMXBean().getThreadCount();
        long bytes = usedBytes();
        for (int i = 0; i < 1_100; i++) {
            Socket socket = connected();
            if (i % 2 == 0) {
                write(socket, i % 4 == 0 ? TOKEN : "x".repeat(StatusServer.MAX_TOKEN_BYTES));
            }
        }
        Awaitility.await("strangers turned away")
                .atMost(LIMIT)
                .until(
                        server::turnedAway,
                        turnedAway -> turnedAway >= 1_100 - StatusServer.MAX_STRANGERS);
        try (StatusClient client =
                StatusClient.connect(server.address(), TOKEN, PEER, HELLO, _ -> {}, () -> {})) {
            assertThat(next().event()).isEqualTo(HELLO);
            client.report(new StatusEntry(5, PEER, new LifeEvent.Running()));
            assertThat(next().event()).isEqualTo(new LifeEvent.Running());
        }
        assertThat(ManagementFactory.getThreadMXBean().getThreadCount())
                .isLessThan(threads + FEW_THREADS);
        assertThat(usedBytes() - bytes).isLessThan(MOST_BYTES);
    }

    @Test
    void everyWrongTokenOrFirstLineIsTurnedAwayAndCounted() throws Exception {
        List<String> wrong =
                List.of(
                        "a guess\n",
                        "\n",
                        "x".repeat(1 << 20),
                        TOKEN.toUpperCase(java.util.Locale.ROOT) + "\n",
                        TOKEN + " \n",
                        TOKEN + "\n{}\n",
                        TOKEN + "\n" + "[".repeat(100_000) + "\n",
                        TOKEN + "\n" + "{\"at\":".repeat(100_000) + "\n",
                        TOKEN + "\n" + "x".repeat(StatusLines.MAX_LINE_BYTES + 1),
                        TOKEN + "\n{\"at\":1,\"peer\":999,\"event\":\"running\"}\n",
                        TOKEN + "\n{\"at\":1,\"peer\":43,\"event\":\"running\"}\n",
                        "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
        int rounds = 20;
        for (int i = 0; i < rounds; i++) {
            for (String bytes : wrong) {
                try (Socket socket = connected()) {
                    write(socket, bytes);
                    awaitHangUp(socket);
                }
            }
        }
        long expected = (long) rounds * wrong.size();
        Awaitility.await("strangers turned away")
                .atMost(LIMIT)
                .until(server::turnedAway, turnedAway -> turnedAway == expected);
        assertThat(heard.entries()).isEmpty();
    }

    @Test
    void nonsenseAfterTheTokenClosesOnlyThatConnection() throws Exception {
        for (String nonsense :
                List.of(
                        "x".repeat(StatusLines.MAX_LINE_BYTES + 1),
                        "[".repeat(200_000) + "\n",
                        "{\"at\":1,\"peer\":43,\"event\":\"terminalLine\",\"text\":"
                                + "[".repeat(200_000)
                                + "\n",
                        "{\"at\":1,\"peer\":43,\"event\":\"hello\"}\n",
                        "\n")) {
            try (Socket socket = connected()) {
                write(
                        socket,
                        TOKEN + "\n" + StatusLines.write(new StatusEntry(1, PEER, HELLO)) + "\n");
                assertThat(next().event()).isEqualTo(HELLO);
                write(socket, nonsense);
                awaitHangUp(socket);
            }
        }
        assertThat(heard.entries()).isEmpty();
        assertThat(server.turnedAway()).isZero();
    }

    private Socket connected() throws IOException {
        Socket socket = new Socket();
        open.add(socket);
        socket.setSoTimeout((int) LIMIT.toMillis());
        socket.connect(server.address());
        return socket;
    }

    /** Ignores failures: the other side need not read nonsense to its end, and may have hung up. */
    private static void write(Socket socket, String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException hungUp) {
            assertThat(hungUp).isNotInstanceOf(java.net.SocketTimeoutException.class);
        }
    }

    private static void awaitHangUp(Socket socket) {
        try {
            assertThat(socket.getInputStream().read()).isNegative();
        } catch (IOException reset) {
            assertThat(reset).isNotInstanceOf(java.net.SocketTimeoutException.class);
        }
    }

    private static long usedBytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private StatusEntry next() throws InterruptedException {
        StatusEntry next = heard.entries().poll(LIMIT.toSeconds(), TimeUnit.SECONDS);
        assertThat(next).as("something is heard in time").isNotNull();
        return java.util.Objects.requireNonNull(next);
    }
}
