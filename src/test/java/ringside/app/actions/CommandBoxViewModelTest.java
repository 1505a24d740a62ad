package ringside.app.actions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.app.window.ScriptedRing;
import ringside.model.RingState;
import ringside.ring.PeerId;
import ringside.status.Command;
import ringside.status.LifeEvent;
import ringside.status.ProcessEvent;
import ringside.status.StatusEntry;

class CommandBoxViewModelTest {

    private static final PeerId BY_HAND = new PeerId(30);

    private final List<Command> carriedOut = new ArrayList<>();
    private Consumer<String> failing = reason -> {};
    private final CommandBoxViewModel box =
            new CommandBoxViewModel(
                    CommandBoxViewModelTest::ring,
                    (command, failed) -> {
                        carriedOut.add(command);
                        failing = failed;
                    },
                    new LocalFiles(Runnable::run, Runnable::run));

    private static RingState ring() {
        RingState[] state = {RingState.EMPTY};
        new ScriptedRing(() -> 1_000_000, 14, 43, 77, 201, 236)
                .with("2012.pdf", 804_000)
                .drain(entry -> state[0] = state[0].after(entry), Integer.MAX_VALUE);
        return state[0].after(
                        new StatusEntry(1_000_000, BY_HAND, new ProcessEvent.ProcessAttached(99)))
                .after(new StatusEntry(1_000_000, BY_HAND, new LifeEvent.Running()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "request 2012 from 43   | 2012 mod 256 = 220, held by peer 236",
                "request 2013 from 43   | 2013 mod 256 = 221, would be held by peer 236",
                "store pom.xml as 0001 at 43 | 0001 mod 256 = 1, goes to peer 14",
                "store no.txt as 0001 at 43 | there is no file no.txt that can be read on this machine",
                "request 2012 from 99   | Peer 99 is not on this ring.",
                "request 2012 from 236  | 236 holds 2012 already and serves it from its own store: ask from another peer to see it travel",
                "add 57                 | 57 joins between 43 and 77",
                "add 43                 | Peer 43 is already running.",
                "kill 43 77             | ends 43, 77 with SIGKILL",
                "set loss 0.2           | all peers: drops 20 % of the data segments"
            })
    void aCommandIsPreviewedWhileItIsTyped(String typed, String preview) {
        box.textProperty().set(typed);
        assertThat(box.previewProperty().get()).isEqualTo(preview);
        assertThat(box.problemProperty().get()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kill 30     | Peer 30 was started in a terminal: end it there.",
                "kill 43 30  | ends 43 with SIGKILL; Peer 30 was started in a terminal: end it there.",
                "kill 99     | Peer 99 is not on this ring.",
                "restart 30  | Peer 30 was started in a terminal: end it there.",
                "pause 30    | Peer 30 was started in a terminal: end it there.",
                "resume 43   | Peer 43 is not paused",
                "quit 30     | 30 hands its files over and leaves",
            })
    void thePreviewSaysWhetherTheCommandWouldBeRefused(String typed, String preview) {
        box.textProperty().set(typed);
        assertThat(box.previewProperty().get()).startsWith(preview);
    }

    /** The same as is carried out: the peers that can, do. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "add 43 57              | 57 joins between 43 and 77; Peer 43 is already running.",
                "add 57 43              | 57 joins between 43 and 77; Peer 43 is already running.",
                "add 43 77              | Peer 43 is already running.",
                "quit 43 99             | 43 hands its files over and leaves; Peer 99 is not on this ring.",
                "set loss 0.2 at 43 99  | 43: drops 20 % of the data segments; Peer 99 is not on this ring.",
                "set loss 0.2 at 99 98  | Peer 99 is not on this ring.",
                "set window 32 at 99 43 | 43: keeps 32 segments of a transfer under way, selective repeat; Peer 99 is not on this ring.",
                "cut 43 99              | Peer 99 is not on this ring.",
            })
    void thePreviewSaysWhatSomeDoAndWhyAnotherRefuses(String typed, String preview) {
        box.textProperty().set(typed);
        assertThat(box.previewProperty().get()).isEqualTo(preview);
    }

    @Test
    void aRightCommandIsCarriedOutAndTheBoxEmpties() {
        box.textProperty().set("kill 43");
        box.run();
        assertThat(carriedOut).containsExactly(new Command.Kill(List.of(new PeerId(43))));
        assertThat(box.textProperty().get()).isEmpty();
    }

    @Test
    void aWrongCommandKeepsItsTextAndSaysWhatIsWrong() {
        box.textProperty().set("request 20123 from 43");
        box.run();
        assertThat(carriedOut).isEmpty();
        assertThat(box.textProperty().get()).isEqualTo("request 20123 from 43");
        assertThat(box.problemProperty().get()).contains("'20123' is no file number");
    }

    @Test
    void aCommandThatDidNotWorkOutComesBackWithTheReason() {
        box.textProperty().set("add 43");
        box.run();
        failing.accept("Peer 43 is already running.");
        assertThat(box.textProperty().get()).isEqualTo("add 43");
        assertThat(box.problemProperty().get()).isEqualTo("Peer 43 is already running.");
    }

    @Test
    void aLateFailureLeavesTheNextCommandAlone() {
        box.textProperty().set("add 43");
        box.run();
        box.textProperty().set("kill 77");
        failing.accept("Peer 43 is already running.");
        assertThat(box.textProperty().get()).isEqualTo("kill 77");
        assertThat(box.problemProperty().get()).isEqualTo("Peer 43 is already running.");
    }

    @Test
    void theProblemDisappearsWhenTheUserTypesOn() {
        box.textProperty().set("kil");
        box.run();
        assertThat(box.problemProperty().get()).contains("'kil' is no command");
        box.textProperty().set("kill");
        assertThat(box.problemProperty().get()).isEmpty();
    }

    @Test
    void theHistoryIsWalkedBackAndForth() {
        for (String line : List.of("kill 43", "add 57")) {
            box.textProperty().set(line);
            box.run();
        }
        box.earlier();
        assertThat(box.textProperty().get()).isEqualTo("add 57");
        box.earlier();
        assertThat(box.textProperty().get()).isEqualTo("kill 43");
        box.later();
        box.later();
        assertThat(box.textProperty().get()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "re             | request, restart, resume",
                "request 20     | request 2012",
                "request 2012 f | request 2012 from",
                "request 2012 from 2 | request 2012 from 201, request 2012 from 236",
                "kill 4         | kill 43",
                "set l          | set loss"
            })
    void theLastWordIsCompletedWithWhatFitsThere(String typed, String completions) {
        box.textProperty().set(typed);
        assertThat(String.join(", ", box.completions())).isEqualTo(completions);
    }
}
