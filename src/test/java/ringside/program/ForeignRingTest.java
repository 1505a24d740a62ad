package ringside.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.Python;
import ringside.RealProcesses;
import ringside.model.PeerPhase;
import ringside.model.PeerState;
import ringside.model.RingState;
import ringside.model.TransferState;
import ringside.ring.FileName;
import ringside.ring.PeerId;
import ringside.status.FileEvent;
import ringside.status.PeerSettings;
import ringside.status.StatusEntry;
import ringside.story.ExpectedStory;
import ringside.story.StoryLine.State;

/** Rings of programs that know nothing of Ringside (PROGRAMS 1, 3, 4). */
@RealProcesses
@Order(1)
class ForeignRingTest {

    private static final int BASE_PORT = 29_000;

    private static final Path PROGRAMS =
            Path.of("src", "test", "resources", "ringside", "programs");

    private static final List<PeerId> PEERS = Stream.of(1, 3, 8, 12).map(PeerId::new).toList();

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin");

    @TempDir private Path folder;

    private @Nullable WatchedProgram opened;

    private void startPython(String name) throws Exception {
        Python.assumeIsThere();
        start(name, null, "python3 cdht.py");
    }

    private void startJava(String name) throws Exception {
        start(
                name,
                "'" + JAVA.resolve("javac") + "' cdht.java",
                "'" + JAVA.resolve("java") + "' cdht");
    }

    /** Starts a ring of a program that pings fast, and is patient with a busy machine. */
    private void start(String name, @Nullable String build, String run) throws Exception {
        Path file = Files.writeString(folder.resolve("2012.pdf"), "0123456789".repeat(100));
        WatchedProgram started =
                new WatchedProgram(
                        folder,
                        BASE_PORT,
                        new WatchedProgram.Start(
                                PROGRAMS.resolve(name),
                                build,
                                run
                                        + " {id} {first} {second} {mss} {loss} "
                                        + BASE_PORT
                                        + " 0.25 40",
                                PeerSettings.DEFAULTS.withMss(99).withLoss(0),
                                List.of(file),
                                QuitDeadline.PATIENCE));
        opened = started;
        started.start(PEERS);
        WatchedProgram.until("the ring is consistent", () -> state().health().isConsistent());
    }

    private WatchedProgram ring() {
        return Objects.requireNonNull(opened);
    }

    private RingState state() {
        return ring().state();
    }

    @AfterEach
    void endTheRing() {
        if (opened != null) {
            opened.close();
        }
    }

    @Test
    void aRightProgramInPythonHoldsItsStory() throws Exception {
        startPython("json-logger");
        holdsItsStory();
    }

    @Test
    void aRightProgramInJavaHoldsItsStory() throws Exception {
        startJava("serialization");
        holdsItsStory();
    }

    private void holdsItsStory() throws Exception {
        ring().carryOut("request 2012 from 8");
        WatchedProgram.until("8 has the file of 1", this::isTransferOver);
        assertThat(state().lookups().getLast().owner()).isEqualTo(new PeerId(1));
        assertThat(folder.resolve("peer-8").resolve("received_file.pdf"))
                .hasSameBinaryContentAs(folder.resolve("2012.pdf"));
        WatchedProgram.until("8 has written the file", () -> !written().isEmpty());
        assertThat(written())
                .containsExactly(
                        new FileEvent.FileWritten(
                                FileName.parse("2012.pdf"),
                                "received_file.pdf",
                                "received_file.pdf",
                                1_000,
                                folder.resolve("peer-8").resolve("received_file.pdf").toString()));
        assertThat(ring().all(FileEvent.TransferProgress.class))
                .extracting(FileEvent.TransferProgress::bytes)
                .isNotEmpty()
                .isSorted()
                .last()
                .isEqualTo(1_000L);
        // Eleven segments, each sent, received, acknowledged and confirmed.
        WatchedProgram.until("all segments are read from the logs", () -> segments().size() == 44);
        WatchedProgram.until(
                "the sender has counted its segments",
                () -> state().transfers().getLast().sending().segments() == 11);
        TransferState transfer = state().transfers().getLast();
        assertThat(segments())
                .allMatch(step ->
                        step.atMicros() >= transfer.startedAtMicros() - 1_000_000
                                && step.atMicros() <= transfer.endedAtMicros() + 1_000_000);

        ring().carryOut("kill 3");
        WatchedProgram.until("1 goes on with 8 and 12", () -> successors(1).equals(List.of(8, 12)));
        WatchedProgram.until("the ring is consistent again", () -> state().health().isConsistent());
        ring().carryOut("quit 8");
        WatchedProgram.until("8 has ended", () -> phase(8) == PeerPhase.QUIT);
        WatchedProgram.until("1 goes on with 12", () -> successors(1).getFirst() == 12);
        WatchedProgram.until("everything expected was said", () -> unsaid().isEmpty());
        assertThat(said()).hasSizeGreaterThan(12);
    }

    /** It tells only its first predecessor that it leaves. */
    @Test
    void theSentencesThatAreMissingAreNamed() throws Exception {
        startPython("text");
        ring().carryOut("quit 8");
        WatchedProgram.until("8 has ended", () -> phase(8) == PeerPhase.QUIT);
        WatchedProgram.until("3 has said its part", () -> withoutPings(said()).size() == 3);
        assertThat(withoutPings(said()))
                .containsExactly(
                        "3: Peer 8 will depart from the network.",
                        "3: My first successor is now peer 12.",
                        "3: My second successor is now peer 1.");
        assertThat(withoutPings(unsaid()))
                .containsExactly(
                        "1: Peer 8 will depart from the network.",
                        "1: My first successor is now peer 3.",
                        "1: My second successor is now peer 12.");
    }

    private static List<String> withoutPings(List<String> lines) {
        return lines.stream().filter(line -> !line.contains(" ping ")).toList();
    }

    private List<FileEvent.FileWritten> written() {
        return ring().all(FileEvent.FileWritten.class);
    }

    private List<StatusEntry> segments() {
        return ring().heard().stream()
                .filter(entry -> entry.event() instanceof FileEvent.SegmentTraced)
                .toList();
    }

    private boolean isTransferOver() {
        return state().transfers().stream()
                .anyMatch(transfer ->
                        transfer.sender().equals(new PeerId(1))
                                && transfer.receiver().equals(new PeerId(8))
                                && transfer.endedAtMicros() > 0);
    }

    /** Lines that were said, however long a busy machine took. */
    private List<String> said() throws Exception {
        return linesIn(EnumSet.of(State.SAID, State.LATE));
    }

    private List<String> unsaid() throws Exception {
        return linesIn(EnumSet.of(State.OPEN, State.MISSING));
    }

    private List<String> linesIn(Set<State> wanted) throws Exception {
        ExpectedStory story = new ExpectedStory(WatchedProgram.rules());
        ring().heard().forEach(story::accept);
        long nowMicros = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
        return story.linesAt(nowMicros).stream()
                .filter(line -> wanted.contains(line.stateAt(nowMicros)))
                .map(line -> line.expected().speaker() + ": " + line.words())
                .toList();
    }

    private List<Integer> successors(int id) {
        return state().peer(new PeerId(id)).map(PeerState::successors).orElse(List.of()).stream()
                .map(PeerId::value)
                .toList();
    }

    private PeerPhase phase(int id) {
        return state().peer(new PeerId(id)).orElseThrow().phase();
    }
}
