package ringside.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.BesideOthers;
import ringside.hosts.AgentCommand.Located;
import ringside.ring.PeerId;

@BesideOthers
class DirectoryTest {

    private static final PeerId PEER = new PeerId(5);
    private static final PeerId OTHER = new PeerId(40);

    private static final Host RED = host("red", "10.0.0.1");
    private static final Host BLUE = host("blue", "10.0.0.2");

    private final Directory directory = new Directory();

    private static Host host(String name, String address) {
        return new Host(name, InetAddress.ofLiteral(address), 256, "");
    }

    @Test
    void aPeerIsNewsWhereItComesFirstOrAnewElsewhere() {
        assertThat(directory.enter(PEER, RED)).isTrue();
        assertThat(directory.enter(PEER, RED)).isFalse();
        assertThat(directory.enter(PEER, BLUE)).isTrue();
    }

    @Test
    void thePeersOfOneAddressStandTogether() {
        directory.enter(PEER, RED);
        directory.enter(OTHER, BLUE);
        directory.enter(new PeerId(80), RED);

        assertThat(directory.all())
                .containsExactly(
                        new Located("10.0.0.1", List.of(PEER, new PeerId(80))),
                        new Located("10.0.0.2", List.of(OTHER)));
    }

    @Test
    void theLastHostOfAPeerIsKnown() {
        assertThat(directory.hostOf(PEER)).isEmpty();

        directory.enter(PEER, RED);
        directory.enter(PEER, BLUE);

        assertThat(directory.hostOf(PEER)).contains(BLUE);
    }

    @Test
    void whatHasChangedSinceAListIsTold() {
        directory.enter(PEER, RED);
        directory.enter(OTHER, BLUE);
        List<Located> given = directory.all();
        assertThat(directory.newsSince(given)).isEmpty();

        directory.enter(OTHER, RED);
        directory.enter(new PeerId(80), BLUE);

        assertThat(directory.newsSince(given))
                .containsExactly(
                        new Located("10.0.0.1", List.of(OTHER)),
                        new Located("10.0.0.2", List.of(new PeerId(80))));
    }
}
