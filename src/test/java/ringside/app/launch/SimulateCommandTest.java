package ringside.app.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import ringside.model.RingState;
import ringside.node.UsageException;
import ringside.recording.RecordingReader;
import ringside.ring.Circle;
import ringside.ring.PeerId;
import ringside.scenario.ScenarioRunner.Outcome;
import ringside.simulation.SimulatedRing;
import ringside.status.ProcessEvent;
import ringside.status.StatusEntry;

/** Scenarios of the command line in virtual time: what is printed and recorded (SPEC 11.7). */
class SimulateCommandTest {

    private static final String SCENARIO =
            """
            peers 20 120 220
            wait ring within 10s
            kill 120
            wait dead 120 within 10s
            expect ring 20 220
            """;

    @TempDir private Path folder;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private Outcome run(String text, String... options) throws UsageException, IOException {
        Path scenario = folder.resolve("test.txt");
        Files.writeString(scenario, text);
        List<String> words = new ArrayList<>(List.of(scenario.toString()));
        words.addAll(List.of(options));
        try (PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            SimulateCommand command = new SimulateCommand();
            new CommandLine(command).parseArgs(words.toArray(String[]::new));
            return command.run(out);
        }
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private List<StatusEntry> recorded(String name) throws IOException {
        List<StatusEntry> entries = new ArrayList<>();
        RecordingReader.read(folder.resolve(name), entries::add);
        return entries;
    }

    @Test
    void itSaysWhatHappenedAndHowLongItWouldHaveTaken() throws Exception {
        assertThat(run(SCENARIO)).isEqualTo(Outcome.PASSED);
        assertThat(said())
                .contains("wait dead 120 within 10s")
                .containsPattern("peer 120 [a-z ]*dead \\([34]\\.\\d\\d s\\)")
                .containsPattern("3 peers: [34]\\.\\d\\d s of virtual time, played in \\d+\\.")
                .contains("--seed 1 plays it again.");
        assertThat(Files.list(folder)).hasSize(1);
    }

    @Test
    void aLineThatFailsSaysWhy() throws Exception {
        assertThat(run("peers 20 120\nkill 99\nsay never said")).isEqualTo(Outcome.FAILED);
        assertThat(said())
                .contains("FAILED: Peer 99 is not on this ring. It has 20, 120.")
                .doesNotContain("never said");
        assertThat(run("peers 20\nstore nothing.txt as 0130 at 20")).isEqualTo(Outcome.FAILED);
        assertThat(said()).contains("FAILED: There is no such file. (");
    }

    @Test
    void aRecordingHasTheRunFromTheFirstEventToTheLast() throws Exception {
        run(SCENARIO, "--record", folder.resolve("run").toString());
        List<StatusEntry> entries = recorded("run.ringside");

        assertThat(entries.getFirst().event()).isInstanceOf(ProcessEvent.ProcessStarted.class);
        assertThat(entries.getFirst().atMicros())
                .isEqualTo(SimulatedRing.START.toEpochMilli() * 1_000);
        assertThat(entries)
                .filteredOn(entry -> entry.event() instanceof ProcessEvent.ProcessEnded)
                .extracting(entry -> entry.peer().value())
                .containsExactlyInAnyOrder(120, 20, 220);
        RingState state = RingState.EMPTY;
        for (StatusEntry entry : entries) {
            state = state.after(entry);
        }
        assertThat(state.health().living()).isEmpty();
    }

    @Test
    void theSameSeedWritesTheSameBytes() throws Exception {
        run(SCENARIO, "--seed", "5", "--record", folder.resolve("a.ringside").toString());
        run(SCENARIO, "--seed", "5", "--record", folder.resolve("b.ringside").toString());

        assertThat(folder.resolve("a.ringside"))
                .hasSameBinaryContentAs(folder.resolve("b.ringside"));
    }

    @Test
    void onlyChosenPeersAreRecorded() throws Exception {
        String out = folder.resolve("two.ringside").toString();
        run(SCENARIO, "--peers", "40", "--record", out, "--record-peers", "20,220");

        assertThat(said()).contains("40 peers: ");
        assertThat(recorded("two.ringside"))
                .extracting(StatusEntry::peer)
                .containsOnly(new PeerId(20), new PeerId(220));
        assertThat(recorded("two.ringside"))
                .extracting(StatusEntry::event)
                .filteredOn(ProcessEvent.OthersUnseen.class::isInstance)
                .hasSize(2);
    }

    /** The hash of 2012 is 220; of 600 peers the lines name two. */
    @Test
    void morePeersThanProcessesPlayItOnAWiderCircle() throws Exception {
        String out = folder.resolve("many.ringside").toString();
        Path file = Files.writeString(folder.resolve("a.txt"), "a");
        String text =
                """
                peers 14 236
                wait ring within 10s
                store %s as 2012 at 14
                expect held 2012 at 236
                request 2012 from 14
                wait received 2012 at 14 within 10s
                kill 14
                wait dead 14 within 10s
                """
                        .formatted(file);
        assertThat(run(text, "--peers", "600", "--record", out)).isEqualTo(Outcome.PASSED);

        assertThat(said())
                .contains("600 peers: ", "peer 236 has it on disk", " and 592 more")
                .containsPattern("peer 14 [a-z ]*dead \\([34]\\.\\d\\d s\\)");
        Circle circle = Circle.of(14);
        List<StatusEntry> entries = recorded("many.ringside");
        assertThat(entries)
                .extracting(StatusEntry::peer)
                .containsOnly(new PeerId(14).on(circle), new PeerId(236).on(circle));
        RingState state = RingState.EMPTY;
        for (StatusEntry entry : entries) {
            state = state.after(entry);
            assertThat(state.health().faults()).isEmpty();
        }
        assertThat(state.health().isWhole()).isFalse();
    }

    @Test
    void aRingHasAMost() {
        assertThatThrownBy(() -> run(SCENARIO, "--peers", "65537"))
                .isInstanceOf(UsageException.class)
                .hasMessage("a ring has at most 65536 peers, not 65537");
    }
}
