package ringside.app.ring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.model.RingState;
import ringside.ring.PeerId;
import ringside.status.ProcessEvent;
import ringside.status.StatusEntry;

/** WINDOW 2.13: peers of one host that stand side by side have one arc. */
class HostRunTest {

    /** Starts peers 1, 2, 3 and so on, each on one of the hosts. */
    private static RingState ring(String... hosts) {
        RingState ring = RingState.EMPTY;
        for (int i = 0; i < hosts.length; i++) {
            ring =
                    ring.after(
                            new StatusEntry(
                                    1,
                                    new PeerId(i + 1),
                                    new ProcessEvent.ProcessStarted(1, 1, hosts[i])));
        }
        return ring;
    }

    private static List<String> runs(RingState ring) {
        return HostRun.of(ring.peers(), ring.hosts()).stream()
                .map(run ->
                        run.host().name()
                                + run.peers()
                                + " between "
                                + run.before()
                                + " and "
                                + run.after())
                .toList();
    }

    @Test
    void aRingOnOneHostHasNoRuns() {
        assertThat(runs(ring("", "", ""))).isEmpty();
        assertThat(runs(ring("a", "a"))).isEmpty();
        assertThat(runs(RingState.EMPTY)).isEmpty();
    }

    @Test
    void aRunGoesOnOverTheEndOfTheIds() {
        assertThat(runs(ring("a", "b", "b", "", "a", "a")))
                .containsExactly(
                        "b[2, 3] between 1 and 4",
                        "[4] between 3 and 5",
                        "a[5, 6, 1] between 4 and 2");
    }

    @Test
    void twoPeersOfTwoHostsAreTwoRuns() {
        assertThat(runs(ring("a", "b")))
                .containsExactly("a[1] between 2 and 2", "b[2] between 1 and 1");
    }

    /** Peers of the other host may have died more than a minute ago. */
    @Test
    void theOnlyHostThatIsDrawnHasTheWholeCircle() {
        RingState ring = ring("a", "a", "b");
        assertThat(HostRun.of(ring.peers().subList(0, 2), ring.hosts()))
                .singleElement()
                .satisfies(run ->
                        assertThat(run.peers()).containsExactly(new PeerId(1), new PeerId(2)));
    }
}
