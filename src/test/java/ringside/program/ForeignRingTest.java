package ringside.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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
import ringside.rules.CommandTemplate;
import ringside.rules.Rules;
import ringside.rules.RulesFile;
import ringside.status.CommandParser;
import ringside.status.FileEvent;
import ringside.status.PeerSettings;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;
import ringside.story.ExpectedStory;
import ringside.story.StoryLine.State;
import ringside.supervisor.Supervisor;
import ringside.supervisor.SupervisorSettings;

/** Rings of programs that know nothing of Ringside (PROGRAMS 1, 3, 4). */
@RealProcesses
class ForeignRingTest {

    private static final int BASE_PORT = 29_000;

    private static final Path PROGRAMS =
            Path.of("src", "test", "resources", "ringside", "programs");

    /** Generous, because the machine may be busy with other builds. */
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private static final List<PeerId> PEERS = Stream.of(1, 3, 8, 12).map(PeerId::new).toList();

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin");

    @TempDir private Path folder;

    private final List<StatusEntry> segments = new CopyOnWriteArrayList<>();
    private final List<Long> progress = new CopyOnWriteArrayList<>();
    private final List<FileEvent.FileWritten> written = new CopyOnWriteArrayList<>();
    private Rules rules;
    private ExpectedStory story;
    private @Nullable Supervisor ring;
    private volatile RingState state = RingState.EMPTY;

    @BeforeEach
    void readTheRules() throws Exception {
        rules = RulesFile.read(Path.of("assets", "rules", "cdht-2019.json"));
        story = new ExpectedStory(rules);
    }

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
        Files.writeString(folder.resolve("2012.pdf"), "0123456789".repeat(100));
        SupervisorSettings settings =
                new SupervisorSettings(
                        Path.of("java"),
                        "",
                        SupervisorSettings.PEER_MAIN,
                        PeerSettings.DEFAULTS.withMss(99).withLoss(0),
                        BASE_PORT,
                        folder,
                        folder,
                        List.of());
        Program program =
                new Program(
                        rules,
                        PROGRAMS.resolve(name),
                        build == null ? null : CommandTemplate.parse(build),
                        CommandTemplate.parse(
                                run
                                        + " {id} {first} {second} {mss} {loss} "
                                        + BASE_PORT
                                        + " 0.25 40"),
                        null);
        Path built = folder.resolve("program");
        ProgramBuild.build(program, built, UnaryOperator.identity());
        Supervisor started =
                Supervisor.open(
                        settings,
                        new ProgramPeers(
                                program,
                                built,
                                settings::folderOf,
                                List.of(folder.resolve("2012.pdf")),
                                BASE_PORT,
                                settings.peer()));
        ring = started;
        started.listen(this::take);
        started.startRing(PEERS).get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        until("the ring is consistent", () -> state.health().isConsistent());
    }

    private synchronized void take(StatusEntry entry) {
        state = state.after(entry);
        story.accept(entry);
        switch (entry.event()) {
            case FileEvent.SegmentTraced _ -> segments.add(entry);
            case FileEvent.TransferProgress each -> progress.add(each.bytes());
            case FileEvent.FileWritten each -> written.add(each);
            case StatusEvent _ -> {}
        }
    }

    @AfterEach
    void endTheRing() {
        if (ring != null) {
            ring.quitAll().join();
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
        carryOut("request 2012 from 8");
        until("8 has the file of 1", this::isTransferOver);
        assertThat(state.lookups().getLast().owner()).isEqualTo(new PeerId(1));
        assertThat(folder.resolve("peer-8").resolve("received_file.pdf"))
                .hasSameBinaryContentAs(folder.resolve("2012.pdf"));
        until("8 has written the file", () -> !written.isEmpty());
        assertThat(written)
                .containsExactly(
                        new FileEvent.FileWritten(
                                FileName.parse("2012.pdf"),
                                "received_file.pdf",
                                "received_file.pdf",
                                1_000,
                                folder.resolve("peer-8").resolve("received_file.pdf").toString()));
        assertThat(progress).isNotEmpty().isSorted().last().isEqualTo(1_000L);
        // Eleven segments, each sent, received, acknowledged and confirmed.
        until("all segments are read from the logs", () -> segments.size() == 44);
        until(
                "the sender has counted its segments",
                () -> state.transfers().getLast().sending().segments() == 11);
        TransferState transfer = state.transfers().getLast();
        assertThat(segments)
                .allMatch(step ->
                        step.atMicros() >= transfer.startedAtMicros() - 1_000_000
                                && step.atMicros() <= transfer.endedAtMicros() + 1_000_000);

        carryOut("kill 3");
        until("1 goes on with 8 and 12", () -> successors(1).equals(List.of(8, 12)));
        until("the ring is consistent again", () -> state.health().isConsistent());
        carryOut("quit 8");
        until("8 has ended", () -> phase(8) == PeerPhase.QUIT);
        until("1 goes on with 12", () -> successors(1).getFirst() == 12);
        until("everything expected was said", () -> unsaid().isEmpty());
        assertThat(said()).hasSizeGreaterThan(12);
    }

    /** It tells only its first predecessor that it leaves. */
    @Test
    void theSentencesThatAreMissingAreNamed() throws Exception {
        startPython("text");
        carryOut("quit 8");
        until("8 has ended", () -> phase(8) == PeerPhase.QUIT);
        until("3 has said its part", () -> withoutPings(said()).size() == 3);
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

    private boolean isTransferOver() {
        return state.transfers().stream()
                .anyMatch(transfer ->
                        transfer.sender().equals(new PeerId(1))
                                && transfer.receiver().equals(new PeerId(8))
                                && transfer.endedAtMicros() > 0);
    }

    /** Lines that were said, however long a busy machine took. */
    private List<String> said() {
        return linesIn(EnumSet.of(State.SAID, State.LATE));
    }

    private List<String> unsaid() {
        return linesIn(EnumSet.of(State.OPEN, State.MISSING));
    }

    private synchronized List<String> linesIn(Set<State> wanted) {
        long nowMicros = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
        return story.linesAt(nowMicros).stream()
                .filter(line -> wanted.contains(line.stateAt(nowMicros)))
                .map(line -> line.expected().speaker() + ": " + line.words())
                .toList();
    }

    private List<Integer> successors(int id) {
        return state.peer(new PeerId(id)).map(PeerState::successors).orElse(List.of()).stream()
                .map(PeerId::value)
                .toList();
    }

    private PeerPhase phase(int id) {
        return state.peer(new PeerId(id)).orElseThrow().phase();
    }

    private void carryOut(String line) throws Exception {
        Objects.requireNonNull(ring)
                .carryOut(CommandParser.parse(line))
                .get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    private static void until(String what, Callable<Boolean> condition) {
        Awaitility.await(what).atMost(LIMIT).until(condition);
    }
}
