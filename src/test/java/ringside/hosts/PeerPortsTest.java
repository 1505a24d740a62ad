package ringside.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.RealProcesses;
import ringside.ring.PeerId;

/** Whether a machine has peers, as its ports tell (SPEC 13.7). */
@RealProcesses
class PeerPortsTest {

    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private static final PeerId LISTENS = new PeerId(7);

    @Test
    void aPortIsRefusedWhereNobodyListensAnyMore() throws Exception {
        int basePort;
        try (ServerSocket peer = new ServerSocket(0, 1, HERE)) {
            basePort = peer.getLocalPort() - LISTENS.value();
            assertThat(PeerPorts.refuseAll(HERE, basePort, List.of(LISTENS))).isFalse();
            assertThat(PeerPorts.refuseAll(HERE, basePort, List.of(new PeerId(6), LISTENS)))
                    .isFalse();
        }
        assertThat(PeerPorts.refuseAll(HERE, basePort, List.of(LISTENS))).isTrue();
    }
}
