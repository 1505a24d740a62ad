package ringside.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.ring.PeerId;

/** SPEC 1.7, 10.3: port and address together are a peer's. */
class AddressesTest {

    private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.2");
    private static final InetAddress THERE = InetAddress.ofLiteral("192.0.2.7");
    private static final PeerId PEER = new PeerId(14);

    private final Addresses addresses = new Addresses(HERE, 20_000);

    @Test
    void aPeerIsHereUntilItIsSaidToBeElsewhere() {
        assertThat(addresses.of(PEER)).isEqualTo(new InetSocketAddress(HERE, 20_014));
        addresses.locate(THERE, List.of(PEER));
        assertThat(addresses.of(PEER)).isEqualTo(new InetSocketAddress(THERE, 20_014));
        assertThat(addresses.of(new PeerId(15))).isEqualTo(new InetSocketAddress(HERE, 20_015));
    }

    @Test
    void aSenderIsKnownByPortAndAddress() {
        addresses.locate(THERE, List.of(PEER));
        assertThat(addresses.peerAt(new InetSocketAddress(THERE, 20_014))).isEqualTo(PEER);
        assertThat(addresses.peerAt(new InetSocketAddress(HERE, 20_014))).isNull();
        assertThat(addresses.peerAt(new InetSocketAddress(THERE, 20_015))).isNull();
        assertThat(addresses.peerAt(new InetSocketAddress(HERE, 19_999))).isNull();
        assertThat(addresses.peerAt(new InetSocketAddress(HERE, 20_256))).isNull();
    }

    /** SPEC 13.6. */
    @Test
    void aPeerThatIsKeptToItsHostReachesNoOtherAddress() {
        InetSocketAddress near = new InetSocketAddress(HERE, 20_015);
        InetSocketAddress far = new InetSocketAddress(THERE, 20_014);
        assertThat(addresses.reaches(far)).isTrue();
        addresses.keepToHost(true);
        assertThat(addresses.reaches(far)).isFalse();
        assertThat(addresses.reaches(near)).isTrue();
        addresses.keepToHost(false);
        assertThat(addresses.reaches(far)).isTrue();
    }
}
