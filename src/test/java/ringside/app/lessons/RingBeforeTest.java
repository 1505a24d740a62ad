package ringside.app.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.app.window.ScriptedRing;
import ringside.model.RingState;
import ringside.ring.PeerId;
import ringside.scenario.Scenario;
import ringside.scenario.ScenarioLine;
import ringside.status.Command;
import ringside.status.PeerCommand;

/** The way back to the ring of before a lesson (WINDOW 12.5). */
class RingBeforeTest {

    private static final PeerId A = new PeerId(14);
    private static final PeerId B = new PeerId(43);
    private static final PeerId C = new PeerId(77);

    private final ScriptedRing ring = new ScriptedRing(() -> 1_000_000, 14, 43);
    private RingState state = RingState.EMPTY;

    private RingState now() {
        ring.drain(entry -> state = state.after(entry), Integer.MAX_VALUE);
        return state;
    }

    private static List<ScenarioLine> lines(Scenario scenario) {
        return scenario.steps().stream().map(Scenario.Step::line).toList();
    }

    @Test
    void aRingWithTheSamePeersNeedsNoWayBack() {
        RingBefore before = RingBefore.of(now());
        ring.carryOut(new Command.TellAll(new PeerCommand.SetLoss(0.5))).join();
        assertThat(before.wayBack(now())).isEmpty();
        assertThat(before.settingsToGiveBack(now()))
                .containsExactly(new Command.TellAll(new PeerCommand.SetLoss(0.1)));
    }

    @Test
    void thePeersOfBeforeStartAndOthersLeaveEvenPausedOnes() {
        RingBefore before = RingBefore.of(now());
        ring.carryOut(new Command.Kill(List.of(A))).join();
        ring.carryOut(new Command.Add(List.of(C))).join();
        ring.carryOut(new Command.Pause(List.of(C))).join();
        assertThat(lines(before.wayBack(now()).orElseThrow()))
                .containsExactly(
                        new ScenarioLine.Do(new Command.Resume(List.of(C))),
                        new ScenarioLine.Peers(List.of(A, B)));
    }

    @Test
    void anEmptyRingComesBackWhenAllLeave() {
        RingBefore before = RingBefore.of(RingState.EMPTY);
        assertThat(lines(before.wayBack(now()).orElseThrow()))
                .containsExactly(
                        new ScenarioLine.Do(
                                new Command.Tell(List.of(A, B), new PeerCommand.Quit())));
    }
}
