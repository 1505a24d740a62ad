package ringside.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.model.RingState;
import ringside.ring.PeerId;
import ringside.status.CommandParser;
import ringside.status.LifeEvent;
import ringside.status.ProcessEvent;
import ringside.status.ProcessEvent.ExitKind;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;

/**
 * The reasons for refusing a command, which match what the supervisor carries out (SPEC 9.3): it is
 * refused when none of its peers can carry it out.
 */
class CommandCheckTest {

    private static final String IN_TERMINAL = "Peer 30 was started in a terminal: end it there.";

    /** Peer 5 runs, 8 is paused; 30 was started by hand, and so was 40, which has ended. */
    private static final RingState RING =
            RingState.EMPTY
                    .after(entry(5, new ProcessEvent.ProcessStarted(99, 50_005)))
                    .after(entry(5, new LifeEvent.Running()))
                    .after(entry(8, new ProcessEvent.ProcessStarted(98, 50_008)))
                    .after(entry(8, new LifeEvent.Running()))
                    .after(entry(8, new ProcessEvent.ProcessPaused()))
                    .after(entry(30, new ProcessEvent.ProcessAttached(97)))
                    .after(entry(30, new LifeEvent.Running()))
                    .after(entry(40, new ProcessEvent.ProcessAttached(96)))
                    .after(entry(40, new LifeEvent.Running()))
                    .after(entry(40, new ProcessEvent.ProcessEnded(ExitKind.QUIT, 0, "It left.")));

    private static StatusEntry entry(int peer, StatusEvent event) {
        return new StatusEntry(1_000_000, new PeerId(peer), event);
    }

    private static String reason(String command) {
        return reason(command, RING);
    }

    private static String reason(String command, RingState ring) {
        return CommandCheck.disabledReason(CommandParser.parse(command), ring).orElse("");
    }

    @Test
    void aHostIsCutOffOnceAndMendedOnce() {
        RingState spread = RING.after(entry(57, new ProcessEvent.ProcessStarted(1, 1, "lab07")));
        RingState cut = spread.after(entry(57, new ProcessEvent.HostCut("lab07")));
        RingState gone = cut.after(entry(57, new ProcessEvent.HostGone("lab07", "It is off.")));
        assertThat(reason("cut host lab07")).isEqualTo("This ring has no host lab07.");
        assertThat(reason("add 58 on lab07")).isEmpty();
        assertThat(reason("cut host lab07", spread)).isEmpty();
        assertThat(reason("mend host lab07", spread)).isEqualTo("Host lab07 is not cut off.");
        assertThat(reason("cut host lab07", cut)).isEqualTo("Host lab07 is cut off already.");
        assertThat(reason("mend host lab07", cut)).isEmpty();
        assertThat(reason("cut host lab07", gone)).isEqualTo("Host lab07 is gone.");
    }

    @Test
    void anAllowedCommandHasNoDisabledReason() {
        assertThat(reason("kill 5")).isEmpty();
        assertThat(reason("add 7")).isEmpty();
        assertThat(reason("request 2012 from 5")).isEmpty();
        assertThat(reason("set loss 0.5")).isEmpty();
    }

    @Test
    void aDisabledCommandHasAReason() {
        assertThat(reason("add 5")).isEqualTo("Peer 5 is already running.");
        assertThat(reason("kill 99")).isEqualTo("Peer 99 is not on this ring.");
        assertThat(reason("resume 5")).isEqualTo("Peer 5 is not paused.");
        assertThat(reason("pause 8")).isEqualTo("Peer 8 is paused: resume it first.");
        assertThat(reason("request 2012 from 8")).isEqualTo("Peer 8 is paused: resume it first.");
    }

    @Test
    void aPausedPeerIsResumedAndNotAskedToQuit() {
        assertThat(reason("resume 8")).isEmpty();
        assertThat(reason("quit 8")).isEqualTo("Peer 8 is paused: resume it first.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kill 30", "pause 30", "resume 30", "restart 30"})
    void aPeerStartedByHandIsOnlyTold(String command) {
        assertThat(reason(command)).isEqualTo(IN_TERMINAL);
    }

    @Test
    void aPeerStartedByHandCanBeToldToQuit() {
        assertThat(reason("quit 30")).isEmpty();
    }

    @Test
    void aPeerThatWasStartedByHandAndHasEndedCanBeStartedHere() {
        assertThat(reason("restart 40")).isEmpty();
        assertThat(reason("resume 40")).isEqualTo("Peer 40 is not running.");
    }

    @Test
    void aLinkIsCutOrMendedOnlyBetweenPeersThatTakeCommands() {
        assertThat(reason("cut 5 99")).isEqualTo("Peer 99 is not on this ring.");
        assertThat(reason("cut 8 5")).isEqualTo("Peer 8 is paused: resume it first.");
        assertThat(reason("mend 5 8")).isEqualTo("Peer 8 is paused: resume it first.");
    }

    @Test
    void aCommandIsAllowedIfSomeOfItsPeersCanCarryItOut() {
        assertThat(reason("kill 5 99")).isEmpty();
        assertThat(reason("add 5 7")).isEmpty();
    }

    @Test
    void eachPeerThatRefusesHasItsOwnReason() {
        assertThat(CommandCheck.refusals(CommandParser.parse("kill 99 5 30"), RING))
                .containsExactly(
                        Map.entry(new PeerId(99), "Peer 99 is not on this ring."),
                        Map.entry(new PeerId(30), IN_TERMINAL));
    }

    @Test
    void nobodyElseHasReasonsForRefusingACommand() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java"))) {
            assertThat(sources.filter(Files::isRegularFile).filter(CommandCheckTest::hasReason))
                    .extracting(source -> String.valueOf(source.getFileName()))
                    .containsExactly("CommandCheck.java");
        }
    }

    private static boolean hasReason(Path source) {
        try {
            return Files.readString(source).contains("\"disabled.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
