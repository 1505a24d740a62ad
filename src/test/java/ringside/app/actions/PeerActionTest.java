package ringside.app.actions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ringside.model.PeerState;
import ringside.model.RingState;
import ringside.ring.PeerId;
import ringside.status.LifeEvent;
import ringside.status.ProcessEvent;
import ringside.status.ProcessEvent.ExitKind;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;

/** The actions offered for a peer, which match what the supervisor carries out (SPEC 9.3). */
class PeerActionTest {

    private static final PeerId PEER = new PeerId(5);

    private static PeerState after(StatusEvent... events) {
        RingState ring = RingState.EMPTY;
        for (StatusEvent event : events) {
            ring = ring.after(new StatusEntry(1_000_000, PEER, event));
        }
        return ring.peer(PEER).orElseThrow();
    }

    private static PeerState byHand() {
        return after(new ProcessEvent.ProcessAttached(99), new LifeEvent.Running());
    }

    @ParameterizedTest
    @EnumSource(names = {"KILL", "PAUSE", "RESUME", "RESTART"})
    void aPeerStartedByHandIsOnlyCommanded(PeerAction action) {
        assertThat(action.disabledReason(byHand()))
                .hasValueSatisfying(why -> assertThat(why).contains("started in a terminal"));
    }

    @Test
    void aPeerStartedByHandCanBeToldToQuit() {
        assertThat(PeerAction.QUIT.disabledReason(byHand())).isEmpty();
    }

    @Test
    void aPeerThatWasStartedByHandAndHasEndedCanBeStartedHere() {
        PeerState ended =
                after(
                        new ProcessEvent.ProcessAttached(99),
                        new LifeEvent.Running(),
                        new ProcessEvent.ProcessEnded(ExitKind.QUIT, 0, "It left the ring."));
        assertThat(PeerAction.RESTART.disabledReason(ended)).isEmpty();
        assertThat(PeerAction.RESUME.disabledReason(ended)).contains("Peer 5 is not running.");
    }

    @Test
    void aPausedPeerIsResumedAndNotAskedToQuit() {
        PeerState paused =
                after(
                        new ProcessEvent.ProcessStarted(99, 50_005),
                        new LifeEvent.Running(),
                        new ProcessEvent.ProcessPaused());
        assertThat(PeerAction.RESUME.disabledReason(paused)).isEmpty();
        assertThat(PeerAction.QUIT.disabledReason(paused))
                .contains("Peer 5 is paused: resume it first.");
    }
}
