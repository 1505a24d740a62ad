package ringside.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.BesideOthers;
import ringside.hosts.AgentCommand.Located;
import ringside.ring.PeerId;

@BesideOthers
class DirectoryTest {

    private static final PeerId PEER = new PeerId(5);
    private static final PeerId OTHER = new PeerId(40);

    private final Directory directory = new Directory();

    @Test
    void aPeerIsNewsWhereItComesFirstOrAnewElsewhere() {
        assertThat(directory.enter(PEER, "10.0.0.1")).isTrue();
        assertThat(directory.enter(PEER, "10.0.0.1")).isFalse();
        assertThat(directory.enter(PEER, "10.0.0.2")).isTrue();
    }

    @Test
    void thePeersOfOneAddressStandTogether() {
        directory.enter(PEER, "10.0.0.1");
        directory.enter(OTHER, "10.0.0.2");
        directory.enter(new PeerId(80), "10.0.0.1");

        assertThat(directory.all())
                .containsExactly(
                        new Located("10.0.0.1", List.of(PEER, new PeerId(80))),
                        new Located("10.0.0.2", List.of(OTHER)));
    }

    @Test
    void whatHasChangedSinceAListIsTold() {
        directory.enter(PEER, "10.0.0.1");
        directory.enter(OTHER, "10.0.0.2");
        List<Located> given = directory.all();
        assertThat(directory.newsSince(given)).isEmpty();

        directory.enter(OTHER, "10.0.0.1");
        directory.enter(new PeerId(80), "10.0.0.2");

        assertThat(directory.newsSince(given))
                .containsExactly(
                        new Located("10.0.0.1", List.of(OTHER)),
                        new Located("10.0.0.2", List.of(new PeerId(80))));
    }
}
