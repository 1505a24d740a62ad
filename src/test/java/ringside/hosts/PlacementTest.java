package ringside.hosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ringside.BesideOthers;
import ringside.ring.PeerId;
import ringside.supervisor.ActionFailedException;

@BesideOthers
class PlacementTest {

    private static Host host(int number, int mostPeers) {
        return new Host(
                "h" + number, InetAddress.ofLiteral("10.0.0." + number), mostPeers, "{command}");
    }

    private static List<PeerId> peers(int... ids) {
        return IntStream.of(ids).mapToObj(PeerId::new).toList();
    }

    private static List<String> hostsOf(Placement placement, List<PeerId> peers) {
        return peers.stream().map(peer -> placement.of(peer).name()).toList();
    }

    /** A host that is gone leaves no gap of two peers that follow each other. */
    @Test
    void neighboursOnTheCircleAreOnDifferentHosts() {
        Placement placement = new Placement(List.of(host(1, 256), host(2, 256), host(3, 256)));
        List<PeerId> ring = peers(5, 40, 80, 120, 160, 200, 240);

        placement.putAll(ring);

        assertThat(hostsOf(placement, ring))
                .containsExactly("h1", "h2", "h3", "h1", "h2", "h3", "h1");
    }

    @Test
    void aHostHasNoMorePeersThanItHasRoomFor() {
        Placement placement = new Placement(List.of(host(1, 1), host(2, 256)));
        List<PeerId> ring = peers(5, 40, 80, 120);

        placement.putAll(ring);

        assertThat(hostsOf(placement, ring)).containsExactly("h1", "h2", "h2", "h2");
        assertThatThrownBy(() -> placement.put(new PeerId(200), "h1"))
                .isInstanceOf(ActionFailedException.class)
                .hasMessage("Host h1 has no room: at most 1 peers run there.");
    }

    @Test
    void newcomersComeIntoTheWidestGaps() {
        Placement placement = new Placement(List.of(host(1, 256), host(2, 256)));
        placement.put(new PeerId(0), "h1");
        placement.put(new PeerId(64), "h1");

        assertThat(placement.putInGaps("h2", 2)).isEqualTo(peers(160, 112));
        assertThat(hostsOf(placement, peers(0, 64, 112, 160)))
                .containsExactly("h1", "h1", "h2", "h2");
    }

    @Test
    void thereAreNoMoreNewcomersThanFreeIds() {
        Placement placement = new Placement(List.of(host(1, 256), host(2, 256)));
        IntStream.range(1, 256).forEach(id -> placement.put(new PeerId(id), "h1"));

        assertThat(placement.putInGaps("h2", 3)).isEqualTo(peers(0));
        assertThat(placement.putInGaps("h2", 3)).isEmpty();
    }

    @Test
    void aPeerThatIsPinnedStaysThere() {
        Placement placement = new Placement(List.of(host(1, 256), host(2, 256)));
        placement.put(new PeerId(5), "h2");

        placement.putAll(peers(5, 40, 80));

        assertThat(hostsOf(placement, peers(5, 40, 80))).containsExactly("h2", "h1", "h2");
    }

    @Test
    void aNewcomerGoesToTheHostWithTheFewestPeers() {
        Placement placement = new Placement(List.of(host(1, 256), host(2, 256)));
        placement.put(new PeerId(5), "h1");

        assertThat(placement.of(new PeerId(40)).name()).isEqualTo("h2");
    }

    @Test
    void whereNobodyHasRoomAPeerIsRefused() {
        Placement placement = new Placement(List.of(host(1, 1)));
        placement.putAll(peers(5));

        assertThatThrownBy(() -> placement.of(new PeerId(40)))
                .hasMessageStartingWith("No host has room for another peer");
        placement.leave(new PeerId(5), host(1, 1));
        assertThat(placement.of(new PeerId(40)).name()).isEqualTo("h1");
    }

    @Test
    void aHostThatIsNotThereIsRefusedWithThoseThatAre() {
        Placement placement = new Placement(List.of(host(1, 1), host(2, 1)));

        assertThatThrownBy(() -> placement.put(new PeerId(5), "lab"))
                .hasMessage("This ring has no host lab. It has h1, h2.");
    }

    private static Host guest(String name, int address) {
        return new Host(name, InetAddress.ofLiteral("10.0.0." + address), 256, "");
    }

    @Test
    void aGuestTakesThePlaceOfOneWhosePeersHaveLeft() {
        Placement placement = new Placement(List.of(host(1, 256)));
        Host before = guest("ada", 2);
        PeerId peer = new PeerId(5);
        placement.add(before);
        placement.put(peer, "ada");
        assertThat(placement.replace(guest("ada", 3))).isFalse();

        placement.leave(peer, before);

        assertThat(placement.replace(guest("ada", 3))).isTrue();
        assertThat(placement.find("ada")).contains(guest("ada", 3));
        assertThat(placement.replace(guest("h1", 3))).isFalse();
        assertThat(placement.replace(guest("bob", 3))).isFalse();
    }

    @Test
    void hostsAtOneAddressKnowOfEachOther() {
        Placement placement = new Placement(List.of(host(1, 256), host(2, 256)));
        placement.add(guest("ada", 2));

        assertThat(placement.othersAtTheAddressOf(host(2, 256))).containsExactly(guest("ada", 2));
        assertThat(placement.othersAtTheAddressOf(host(1, 256))).isEmpty();
    }
}
