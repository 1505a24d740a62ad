package ringside.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ringside.ring.PeerId;
import ringside.status.LifeEvent;
import ringside.status.NeighbourEvent;
import ringside.status.NeighboursCause;
import ringside.status.ProcessEvent;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;

/** Conditions that the supervisor detects and no peer can. */
class RingWatchTest {

    private static final PeerId ONE = new PeerId(14);
    private static final PeerId OTHER = new PeerId(43);
    private static final PeerId STRANGER = new PeerId(57);
    private static final long SECOND = 1_000_000;

    private final List<String> said = new ArrayList<>();
    private final RingWatch watch = new RingWatch(List.of(ONE, OTHER)::contains, 50_000, said::add);

    private void tell(long atMicros, PeerId peer, StatusEvent event) {
        watch.accept(new StatusEntry(atMicros, peer, event));
    }

    @BeforeEach
    void start() {
        for (PeerId peer : List.of(ONE, OTHER)) {
            tell(1, peer, new ProcessEvent.ProcessStarted(4_711, 50_000));
            tell(2, peer, new LifeEvent.Running());
        }
    }

    private void startOn(String host, PeerId peer) {
        tell(1, peer, new ProcessEvent.ProcessStarted(4_711, 50_000, host));
        tell(2, peer, new LifeEvent.Running());
    }

    private void dies(long everyMicros, int times) {
        for (int i = 1; i <= times; i++) {
            tell(i * everyMicros, ONE, new NeighbourEvent.PeerDead(OTHER, 1));
        }
    }

    @Test
    void anotherRingOnTheSamePortsIsReportedOnce() {
        tell(3, ONE, neighbours(OTHER));
        assertThat(said).isEmpty();
        tell(4, ONE, neighbours(STRANGER));
        tell(5, OTHER, neighbours(STRANGER));
        assertThat(said)
                .containsExactly(
                        "Peer 57 was not started here and is a neighbour now: another ring uses the"
                                + " ports from 50000 too, or somebody joined in a terminal. With"
                                + " another --base-port rings stay apart.");
    }

    private static NeighbourEvent.NeighboursChanged neighbours(PeerId other) {
        return new NeighbourEvent.NeighboursChanged(
                List.of(other), List.of(other), NeighboursCause.PING_HEARD);
    }

    @Test
    void aMachineThatIsSlowerThanThePingsIsReportedOnce() {
        dies(SECOND, 3 * RingWatch.FALSE_DEATHS);
        assertThat(said)
                .containsExactly(
                        "This machine is slower than the pings: 10 living peers were declared dead"
                                + " within a minute. Give a longer --ping or more --misses.");
    }

    @Test
    void occasionalFalseDeathsAreNotReported() {
        dies(10 * SECOND, 3 * RingWatch.FALSE_DEATHS);
        assertThat(said).isEmpty();
    }

    @Test
    void deathsAcrossHostsMayBeTheNetworksAndAreNotReported() {
        startOn("lab07", ONE);
        startOn("lab08", OTHER);
        tell(3, ONE, new ProcessEvent.HostCut("lab07"));
        dies(SECOND, 3 * RingWatch.FALSE_DEATHS);
        tell(60 * SECOND, ONE, new ProcessEvent.HostMended("lab07"));
        tell(61 * SECOND, OTHER, new ProcessEvent.HostSilent("lab08"));
        dies(SECOND, 3 * RingWatch.FALSE_DEATHS);
        assertThat(said).isEmpty();
    }

    @Test
    void aHostThatIsSlowerThanThePingsIsNamed() {
        startOn("lab07", ONE);
        startOn("lab07", OTHER);
        dies(SECOND, 3 * RingWatch.FALSE_DEATHS);
        assertThat(said)
                .containsExactly(
                        "lab07 is slower than the pings: 10 of its peers that live were declared"
                                + " dead by others there within a minute. Give a longer --ping or"
                                + " more --misses.");
    }

    @Test
    void peersThatArePausedKilledOrCutOffAreRightlyDeclaredDead() {
        tell(3, OTHER, new ProcessEvent.ProcessPaused());
        dies(SECOND, 3 * RingWatch.FALSE_DEATHS);
        tell(SECOND, OTHER, new LifeEvent.Running());
        tell(SECOND, ONE, new NeighbourEvent.LinkCut(OTHER));
        dies(SECOND, 3 * RingWatch.FALSE_DEATHS);
        assertThat(said).isEmpty();
    }
}
