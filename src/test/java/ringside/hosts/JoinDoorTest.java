package ringside.hosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ringside.RealProcesses;

/** The door alone, with real sockets and no peers (SPEC 13.7). */
@RealProcesses
class JoinDoorTest {

    private static final long LIMIT_S = 60;

    private static final JoinCode CODE = new JoinCode("ABCDWXYZ");
    private static final JoinCode OTHER = new JoinCode("ABCDWXYA");

    private final BlockingQueue<AgentReport.Joins> joined = new LinkedBlockingQueue<>();
    private final AtomicLong now = new AtomicLong();
    private final RefusedGuests refused = new RefusedGuests(now::get);
    private final List<Socket> sockets = new ArrayList<>();
    private JoinDoor door;

    @BeforeEach
    void open() throws IOException {
        door =
                JoinDoor.open(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        CODE,
                        (who, _) -> joined.add(who),
                        refused,
                        now::get);
    }

    @AfterEach
    void close() throws IOException {
        door.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private SSLSocket dial(JoinCode code) throws IOException {
        SSLSocket socket = (SSLSocket) CodeTls.of(code).getSocketFactory().createSocket();
        sockets.add(socket);
        socket.connect(door.address());
        return socket;
    }

    private static void say(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    private static String joins(String address) {
        return AgentLines.write(new AgentReport.Joins("ada", address, 3));
    }

    @Test
    void whoKnowsTheCodeJoins() throws Exception {
        SSLSocket ada = dial(CODE);
        say(ada, joins("127.0.0.1"));

        assertThat(joined.poll(LIMIT_S, TimeUnit.SECONDS))
                .isEqualTo(new AgentReport.Joins("ada", "127.0.0.1", 3));
        assertThat(ada.getSession().getProtocol()).isEqualTo("TLSv1.3");
    }

    /** His own side already refuses the certificate that another code made. */
    @Test
    void whoHasAnotherCodeDoesNotJoinAndThenWaits() throws Exception {
        assertThatThrownBy(() -> dial(OTHER).startHandshake()).isInstanceOf(SSLException.class);

        InetAddress here = InetAddress.getLoopbackAddress();
        Awaitility.await().atMost(LIMIT_S, TimeUnit.SECONDS).until(() -> door.mustWait(here));
        Awaitility.await()
                .atMost(LIMIT_S, TimeUnit.SECONDS)
                .untilAsserted(() ->
                        assertThat(refused.sentences())
                                .isEqualTo("A wrong code, or none, came from 127.0.0.1."));
        // Even with the right code now.
        SSLSocket again = dial(CODE);
        assertThatThrownBy(again::startHandshake).isInstanceOf(IOException.class);
        assertThat(joined).isEmpty();

        now.set(TimeUnit.SECONDS.toNanos(1));
        say(dial(CODE), joins("127.0.0.1"));
        assertThat(joined.poll(LIMIT_S, TimeUnit.SECONDS)).isNotNull();
        assertThat(refused.sentences()).isEmpty();
    }

    /** A server that does not know the code cannot take a guest's peers. */
    @Test
    void aDoorOfAnotherCodeIsNotBelieved() throws Exception {
        try (JoinDoor stranger =
                JoinDoor.open(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        OTHER,
                        (who, _) -> joined.add(who),
                        refused,
                        now::get)) {
            SSLSocket socket = (SSLSocket) CodeTls.of(CODE).getSocketFactory().createSocket();
            sockets.add(socket);
            socket.connect(stranger.address());
            assertThatThrownBy(socket::startHandshake).isInstanceOf(SSLException.class);
        }
        assertThat(joined).isEmpty();
    }

    @Test
    void whoSpeaksNoTlsDoesNotJoin() throws Exception {
        Socket plain = new Socket();
        sockets.add(plain);
        plain.connect(door.address());
        say(plain, joins("127.0.0.1"));

        assertThat(plain.getInputStream().readAllBytes())
                .doesNotContain("ready".getBytes(StandardCharsets.UTF_8));
        assertThat(joined).isEmpty();
    }

    @Test
    void nobodyBringsPeersAtTheAddressOfAnother() throws Exception {
        SSLSocket ada = dial(CODE);
        say(ada, joins("10.9.8.7"));

        assertThat(ada.getInputStream().read()).isEqualTo(-1);
        assertThat(joined).isEmpty();
    }

    @Test
    void aFirstLineThatIsNoneEndsTheConnection() throws Exception {
        SSLSocket ada = dial(CODE);
        say(ada, "{\"says\":\"ready\",\"version\":1,\"processId\":1}");

        assertThat(ada.getInputStream().read()).isEqualTo(-1);
        assertThat(joined).isEmpty();
    }

    @Test
    void aFloodOfSilentConnectionsKeepsNobodyOut() throws Exception {
        for (int i = 0; i < 2 * JoinDoor.MOST_STRANGERS; i++) {
            Socket silent = new Socket();
            sockets.add(silent);
            silent.connect(door.address());
        }

        say(dial(CODE), joins("127.0.0.1"));

        assertThat(joined.poll(LIMIT_S, TimeUnit.SECONDS)).isNotNull();
    }
}
