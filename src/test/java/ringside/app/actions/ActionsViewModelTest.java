package ringside.app.actions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import ringside.app.command.CommandCheck;
import ringside.app.command.PeerAction;
import ringside.model.RingState;
import ringside.ring.PeerId;
import ringside.status.LifeEvent;
import ringside.status.ProcessEvent;
import ringside.status.StatusEntry;

class ActionsViewModelTest {

    private static final PeerId PEER = new PeerId(5);

    private static final RingState RING =
            RingState.EMPTY
                    .after(
                            new StatusEntry(
                                    1_000_000, PEER, new ProcessEvent.ProcessStarted(99, 50_005)))
                    .after(new StatusEntry(1_000_000, PEER, new LifeEvent.Running()));

    private final ActionsViewModel actions = new ActionsViewModel();

    private String reason(PeerAction action) {
        return actions.disabledReasonProperty(action).get();
    }

    @Test
    void aSelectedPeerThatIsNotOnTheRingIsNamed() {
        actions.update(Optional.of(new PeerId(99)), RING);
        assertThat(reason(PeerAction.KILL)).isEqualTo("Peer 99 is not on this ring.");
    }

    @Test
    void whatWasPreventedIsOfferedAgain() {
        actions.prevent(CommandCheck.recordingReason());
        assertThat(actions.addDisabledReasonProperty().get())
                .isEqualTo(CommandCheck.recordingReason());
        actions.update(Optional.of(PEER), RING);
        assertThat(actions.addDisabledReasonProperty().get()).isEmpty();
        assertThat(reason(PeerAction.KILL)).isEmpty();
    }
}
