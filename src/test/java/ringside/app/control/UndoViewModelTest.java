package ringside.app.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.app.window.ScriptedRing;
import ringside.model.RingState;
import ringside.ring.PeerId;
import ringside.status.Command;
import ringside.status.PeerCommand;
import ringside.status.ProcessEvent;
import ringside.status.ProcessEvent.ExitKind;

/** Undoing a kill or a quit (WINDOW 7.6). */
class UndoViewModelTest {

    private static final PeerId A = new PeerId(14);
    private static final PeerId B = new PeerId(43);
    private static final PeerId C = new PeerId(77);
    private static final Command QUIT_A = new Command.Tell(List.of(A), new PeerCommand.Quit());

    private long micros = 1_000_000;
    private final ScriptedRing ring = new ScriptedRing(() -> micros, 14, 43, 77, 104);
    private RingState state = RingState.EMPTY;
    private final List<Command> carriedOut = new ArrayList<>();
    private final UndoViewModel undo =
            new UndoViewModel(
                    this::now,
                    (command, _) -> {
                        carriedOut.add(command);
                        ring.carryOut(command).join();
                    });

    private RingState now() {
        ring.drain(entry -> state = state.after(entry), Integer.MAX_VALUE);
        return state;
    }

    private void give(Command command) {
        undo.before(command);
        ring.carryOut(command).join();
        pass(0);
    }

    /** Lets time pass in frames of a tenth of a second. */
    private void pass(double seconds) {
        undo.onFrame(0);
        for (int i = 0; i < Math.round(10 * seconds); i++) {
            micros += 100_000;
            undo.onFrame(0.1);
        }
    }

    private static Command kill(PeerId... peers) {
        return new Command.Kill(List.of(peers));
    }

    private String offer() {
        return undo.offerProperty().get();
    }

    @Test
    void aKillIsOfferedForSomeSeconds() {
        assertThat(offer()).isEmpty();
        give(kill(A));
        assertThat(offer()).isEqualTo("Killed 14.");
        pass(UndoViewModel.SECONDS - 0.5);
        assertThat(offer()).isEqualTo("Killed 14.");
        pass(1);
        assertThat(offer()).isEmpty();
        assertThat(undo.undo()).isFalse();
    }

    @Test
    void aPeerThatQuitsIsOfferedWhenItHasLeft() {
        give(QUIT_A);
        assertThat(offer()).isEmpty();
        pass(1);
        assertThat(offer()).isEqualTo("14 has left.");
        assertThat(undo.undo()).isTrue();
        assertThat(carriedOut).containsExactly(new Command.Restart(List.of(A)));
        pass(0.1);
        assertThat(offer()).isEmpty();
    }

    @Test
    void aPeerThatComesBackHasTheSettingsThatItHad() {
        ring.carryOut(new Command.Tell(List.of(A), new PeerCommand.SetLoss(0.4))).join();
        ring.carryOut(new Command.Tell(List.of(A), new PeerCommand.SetPingInterval(300))).join();
        give(kill(A));
        pass(1);
        ring.carryOut(new Command.Tell(List.of(B), new PeerCommand.SetLoss(0.1))).join();
        ring.carryOut(new Command.Tell(List.of(B), new PeerCommand.SetPingInterval(1_000))).join();
        assertThat(undo.undo()).isTrue();
        pass(0.3);
        assertThat(carriedOut).containsExactly(new Command.Restart(List.of(A)));
        pass(3);
        assertThat(carriedOut)
                .containsExactly(
                        new Command.Restart(List.of(A)),
                        new Command.Tell(List.of(A), new PeerCommand.SetLoss(0.4)),
                        new Command.Tell(List.of(A), new PeerCommand.SetPingInterval(300)));
    }

    /** The other end still sends nothing to it, so the link is cut on both sides again. */
    @Test
    void aPeerThatComesBackHasTheCutLinksThatItHad() {
        ring.carryOut(new Command.CutLink(A, B)).join();
        ring.carryOut(new Command.CutLink(A, C)).join();
        ring.carryOut(new Command.MendLink(A, C)).join();
        give(kill(A));
        pass(1);
        undo.undo();
        pass(3);
        assertThat(carriedOut)
                .containsExactly(
                        new Command.Restart(List.of(A)),
                        new Command.Tell(List.of(A), new PeerCommand.CutLink(B)));
        assertThat(now().peer(A).orElseThrow().cutLinks()).containsExactly(B);
        assertThat(now().peer(B).orElseThrow().cutLinks()).containsExactly(A);
    }

    @Test
    void ofSeveralTheLastIsOfferedFirst() {
        give(kill(A));
        pass(6);
        give(kill(B));
        pass(6);
        assertThat(offer()).isEqualTo("Killed 43.");
        undo.undo();
        pass(0);
        assertThat(offer()).isEqualTo("Killed 14.");
        undo.undo();
        pass(0);
        assertThat(offer()).isEmpty();
        assertThat(carriedOut)
                .containsExactly(new Command.Restart(List.of(B)), new Command.Restart(List.of(A)));
    }

    @Test
    void theTimeOfTheLastIsThatOfAllBefore() {
        give(kill(A));
        pass(6);
        give(kill(B));
        pass(UndoViewModel.SECONDS + 1);
        assertThat(offer()).isEmpty();
        assertThat(undo.undo()).isFalse();
    }

    @Test
    void whatOneCommandEndedComesBackTogether() {
        give(kill(C, A, B));
        assertThat(offer()).isEqualTo("Killed 14, 43, 77.");
        undo.undo();
        assertThat(carriedOut).containsExactly(new Command.Restart(List.of(A, B, C)));
    }

    @Test
    void whatIsBackAnywayIsOfferedNoMore() {
        give(kill(A, B));
        pass(1);
        ring.carryOut(new Command.Restart(List.of(A))).join();
        pass(0.1);
        assertThat(offer()).isEqualTo("Killed 43.");
        ring.carryOut(new Command.Restart(List.of(B))).join();
        pass(0.1);
        assertThat(offer()).isEmpty();
    }

    @Test
    void aPeerThatCrashesWhileItLeavesIsNotOffered() {
        give(QUIT_A);
        ring.tell(A, new ProcessEvent.ProcessEnded(ExitKind.CRASHED, 70, "A bug."));
        pass(0.1);
        assertThat(offer()).isEmpty();
    }

    @Test
    void otherCommandsAreNotUndone() {
        give(new Command.Pause(List.of(A)));
        give(new Command.Tell(List.of(B), new PeerCommand.SetLoss(0.5)));
        pass(1);
        assertThat(offer()).isEmpty();
        assertThat(undo.undo()).isFalse();
    }
}
