package ringside.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.channels.DatagramChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Without the offload everything works, only slower: so nobody would notice that it is off. */
class UdpGsoTest {

    @Test
    @EnabledOnOs(OS.LINUX)
    void linuxCutsDatagramsAsSoonAsSomebodyWantsIt() throws Exception {
        try (DatagramChannel channel = DatagramChannel.open()) {
            UdpGso offload = new UdpGso(channel);
            assertThat(offload.isOn()).isFalse();
            offload.wanted();
            assertThat(offload.isOn()).isTrue();
        }
    }
}
