package ringside.app.ring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import ringside.app.base.Motion;
import ringside.model.PeerState;
import ringside.model.RingState;
import ringside.ring.PeerId;
import ringside.status.LifeEvent;
import ringside.status.ProcessEvent;
import ringside.status.ProcessEvent.ExitKind;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;

/** The peers that are drawn (WINDOW 9.2). */
class ShownPeersTest {

    private static final long SECOND = 1_000_000;
    private static final long START = 1_700_000_000L * SECOND;
    private static final PeerId LIVING = new PeerId(43);
    private static final PeerId DEAD = new PeerId(77);

    private RingState ring = RingState.EMPTY;

    private void told(long second, PeerId peer, StatusEvent event) {
        ring = ring.after(new StatusEntry(START + second * SECOND, peer, event));
    }

    /** Starts two peers, one of which is killed ten seconds later. */
    private void oneIsKilledAfterTenSeconds() {
        for (PeerId peer : new PeerId[] {LIVING, DEAD}) {
            told(0, peer, new ProcessEvent.ProcessStarted(peer.value(), 50_000 + peer.value()));
            told(0, peer, new LifeEvent.Running());
        }
        told(10, DEAD, new ProcessEvent.ProcessKilled());
        told(10, DEAD, new ProcessEvent.ProcessEnded(ExitKind.KILLED, 137, "Killed by you."));
    }

    private double opacity(double second) {
        PeerState dead = ring.peer(DEAD).orElseThrow();
        return ShownPeers.opacity(dead, START + (long) (second * SECOND));
    }

    private boolean isShown(PeerId peer, double second) {
        return ShownPeers.of(ring, START + (long) (second * SECOND)).stream()
                .anyMatch(shown -> shown.id().equals(peer));
    }

    @Test
    void aDeadPeerStaysForAMinuteAndFadesInItsLastFiveSeconds() {
        oneIsKilledAfterTenSeconds();
        assertThat(opacity(10)).isEqualTo(1);
        assertThat(opacity(65)).isEqualTo(1);
        assertThat(opacity(67.5)).isEqualTo(0.5);
        assertThat(isShown(DEAD, 69.9)).isTrue();
    }

    @Test
    void afterAMinuteItIsGoneAndTheLivingStay() {
        oneIsKilledAfterTenSeconds();
        assertThat(isShown(DEAD, 70)).isFalse();
        assertThat(isShown(LIVING, 70)).isTrue();
        assertThat(isShown(LIVING, 100_000)).isTrue();
    }

    @Test
    void aDeadPeerThatStartsAgainIsDrawnInFull() {
        oneIsKilledAfterTenSeconds();
        told(68, DEAD, new ProcessEvent.ProcessStarted(2, 50_077));
        assertThat(opacity(68)).isEqualTo(1);
        assertThat(isShown(DEAD, 200)).isTrue();
    }

    @Test
    void withReducedMotionItIsWholeUntilItIsGone() {
        oneIsKilledAfterTenSeconds();
        assertThat(Motion.REDUCED.faded(opacity(69.9))).isEqualTo(1);
        assertThat(Motion.REDUCED.faded(opacity(70))).isZero();
        assertThat(Motion.FULL.faded(opacity(67.5))).isEqualTo(0.5);
    }
}
