package ringside.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.ChannelCommand;
import ringside.status.LifeEvent;
import ringside.status.PeerCommand;
import ringside.status.PeerSettings;
import ringside.status.StatusEntry;

/** Both ends of the channel over real sockets (SPEC 9.1, 9.2, 10.3). */
class StatusChannelTest {

    private static final String TOKEN = "a secret";
    private static final long GENEROUS_S = 60;
    private static final PeerId PEER = new PeerId(43);
    private static final LifeEvent.Hello HELLO =
            new LifeEvent.Hello(LifeEvent.Hello.VERSION, 1, 20_043, PeerSettings.DEFAULTS);
    private static final StatusEntry RUNNING = new StatusEntry(5, PEER, new LifeEvent.Running());

    private final BlockingQueue<Object> heard = new LinkedBlockingQueue<>();
    private final BlockingQueue<ChannelCommand> commands = new LinkedBlockingQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private StatusServer server;

    @BeforeEach
    void listen() throws IOException {
        server = StatusServer.open(TOKEN, new Recorder());
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void aPeerWithTheTokenIsHeardInOrder() throws Exception {
        try (StatusClient client = connect(TOKEN)) {
            client.report(RUNNING);
            assertThat(next()).isInstanceOf(PeerConnection.class);
            assertThat(((StatusEntry) next()).event()).isEqualTo(HELLO);
            assertThat(next()).isEqualTo(RUNNING);
        }
        assertThat(next()).isEqualTo("disconnected");
    }

    @Test
    void closingSendsTheWaitingEventsFirst() throws Exception {
        StatusClient client = connect(TOKEN);
        for (int i = 0; i < 1_000; i++) {
            client.report(RUNNING);
        }
        client.close();
        assertThat(next()).isInstanceOf(PeerConnection.class);
        assertThat(((StatusEntry) next()).event()).isEqualTo(HELLO);
        for (int i = 0; i < 1_000; i++) {
            assertThat(next()).isEqualTo(RUNNING);
        }
        assertThat(next()).isEqualTo("disconnected");
    }

    @Test
    void commandsReachThePeer() throws Exception {
        try (StatusClient client = connect(TOKEN)) {
            PeerConnection connection = (PeerConnection) next();
            PeerCommand request = new PeerCommand.Request(new FileNumber("2012"));
            assertThat(connection.send(request)).isTrue();
            assertThat(connection.send(new PeerCommand.Quit())).isTrue();
            assertThat(commands.poll(GENEROUS_S, TimeUnit.SECONDS)).isEqualTo(request);
            assertThat(commands.poll(GENEROUS_S, TimeUnit.SECONDS))
                    .isEqualTo(new PeerCommand.Quit());
            client.report(RUNNING);
        }
    }

    @Test
    void aPeerNoticesThatItsSupervisorHangsUp() throws Exception {
        try (StatusClient client = connect(TOKEN)) {
            ((PeerConnection) next()).close();
            assertThat(closed.await(GENEROUS_S, TimeUnit.SECONDS)).isTrue();
            client.report(RUNNING);
        }
    }

    @Test
    void nothingIsAcceptedBeforeTheRightToken() throws Exception {
        try (StatusClient stranger = connect("a guess")) {
            stranger.report(RUNNING);
            assertThat(closed.await(GENEROUS_S, TimeUnit.SECONDS)).isTrue();
        }
        assertHungUpOn("x".repeat(StatusServer.MAX_TOKEN_BYTES + 1));
        assertHungUpOn("\n\n");
        assertHungUpOn(TOKEN + "\n{}\n");
        assertHungUpOn(TOKEN + "\n" + StatusLineOf.entry(RUNNING));
        assertHungUpOn(
                TOKEN + "\n" + StatusLineOf.entry(new StatusEntry(0, PEER, helloOfVersion(2))));
        assertThat(heard).isEmpty();
    }

    @Test
    void aPeerMayReportOnlyItsOwnEvents() throws Exception {
        try (StatusClient client = connect(TOKEN)) {
            client.report(new StatusEntry(5, new PeerId(44), new LifeEvent.Running()));
            assertThat(closed.await(GENEROUS_S, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(next()).isInstanceOf(PeerConnection.class);
        assertThat(((StatusEntry) next()).event()).isEqualTo(HELLO);
        assertThat(next()).isEqualTo("disconnected");
    }

    private static LifeEvent.Hello helloOfVersion(int version) {
        return new LifeEvent.Hello(version, 1, 20_043, PeerSettings.DEFAULTS);
    }

    private StatusClient connect(String token) throws IOException {
        return StatusClient.connect(
                server.address(), token, PEER, HELLO, commands::add, closed::countDown);
    }

    private Object next() throws InterruptedException {
        Object next = heard.poll(GENEROUS_S, TimeUnit.SECONDS);
        assertThat(next).as("something is heard in time").isNotNull();
        return next;
    }

    private void assertHungUpOn(String bytes) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(server.address());
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.UTF_8));
            socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(GENEROUS_S));
            assertThat(endOf(socket)).isTrue();
        }
    }

    /** Returns whether the other side ended the connection, orderly or by a reset. */
    private static boolean endOf(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (java.net.SocketTimeoutException e) {
            return false;
        } catch (java.net.SocketException e) {
            return true;
        }
    }

    /** Lines with their line breaks. */
    private static final class StatusLineOf {
        static String entry(StatusEntry entry) {
            return StatusLines.write(entry) + "\n";
        }
    }

    private final class Recorder implements ConnectionListener {
        @Override
        public void connected(PeerConnection connection, StatusEntry hello) {
            heard.add(connection);
            heard.add(hello);
        }

        @Override
        public void reported(PeerConnection connection, StatusEntry entry) {
            heard.add(entry);
        }

        @Override
        public void unreadable(PeerConnection connection, String reason) {}

        @Override
        public void disconnected(PeerConnection connection) {
            heard.add("disconnected");
        }
    }
}
