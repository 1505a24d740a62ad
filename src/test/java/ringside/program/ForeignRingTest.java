package ringside.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.model.PeerPhase;
import ringside.model.PeerState;
import ringside.model.RingState;
import ringside.ring.PeerId;
import ringside.rules.CommandTemplate;
import ringside.rules.RulesFile;
import ringside.status.Command;
import ringside.status.CommandParser;
import ringside.status.FileEvent;
import ringside.status.PeerSettings;
import ringside.supervisor.Supervisor;
import ringside.supervisor.SupervisorSettings;

/** A ring of a program in Python that knows nothing of Ringside (PROGRAMS 1, 3). */
class ForeignRingTest {

    private static final int BASE_PORT = 29_000;

    private static final Path PROGRAM =
            Path.of("src", "test", "resources", "ringside", "programs", "pickle");

    /** Generous, because the machine may be busy with other builds. */
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private static final List<PeerId> PEERS = Stream.of(1, 3, 8, 12).map(PeerId::new).toList();

    @TempDir private Path folder;

    private Supervisor ring;
    private volatile RingState state = RingState.EMPTY;

    @BeforeEach
    void startTheRing() throws Exception {
        assumeTrue(hasPython(), "there is no python3");
        Files.writeString(folder.resolve("2012.pdf"), "0123456789".repeat(100));
        SupervisorSettings settings =
                new SupervisorSettings(
                        Path.of("java"),
                        "",
                        SupervisorSettings.PEER_MAIN,
                        PeerSettings.DEFAULTS.withMss(100).withLoss(0),
                        BASE_PORT,
                        folder,
                        folder,
                        List.of());
        ring = Supervisor.open(settings, peers(settings));
        ring.listen(entry -> state = state.after(entry));
        ring.startRing(PEERS).get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        until("the ring is consistent", now -> now.health().isConsistent());
    }

    private static boolean hasPython() throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** The program pings fast, and is patient with a busy machine. */
    private ProgramPeers peers(SupervisorSettings settings) throws Exception {
        Program program =
                new Program(
                        RulesFile.read(Path.of("assets", "rules", "cdht-2019.json")),
                        PROGRAM,
                        null,
                        CommandTemplate.parse(
                                "python3 cdht.py {id} {first} {second} {mss} {loss} "
                                        + BASE_PORT
                                        + " 0.25 24"),
                        null);
        Path built = folder.resolve("program");
        ProgramBuild.build(program, built);
        return new ProgramPeers(
                program,
                built,
                settings::folderOf,
                List.of(folder.resolve("2012.pdf")),
                BASE_PORT,
                settings.peer());
    }

    @AfterEach
    void endTheRing() {
        if (ring != null) {
            ring.quitAll().join();
        }
    }

    @Test
    void aFileTravelsAndItsSegmentsAreReadFromTheLogs() throws Exception {
        int[] steps = new int[1];
        ring.listen(entry -> {
            if (entry.event() instanceof FileEvent.SegmentTraced) {
                steps[0]++;
            }
        });
        carryOut("request 2012 from 8");
        until(
                "8 has the file of 1",
                now ->
                        now.transfers().stream()
                                .anyMatch(transfer ->
                                        transfer.sender().equals(new PeerId(1))
                                                && transfer.receiver().equals(new PeerId(8))
                                                && transfer.endedAtMicros() > 0));
        assertThat(state.lookups().getLast().owner()).isEqualTo(new PeerId(1));
        assertThat(folder.resolve("peer-8").resolve("received_file.pdf"))
                .hasSameBinaryContentAs(folder.resolve("2012.pdf"));
        // Ten segments and an empty last one: each sent, received, acknowledged, confirmed.
        Awaitility.await().atMost(LIMIT).until(() -> steps[0] == 44);
        assertThat(state.transfers().getLast().sending().segments()).isEqualTo(11);
    }

    @Test
    void aKillIsNoticedAndAQuitIsTold() throws Exception {
        carryOut("kill 3");
        until("1 goes on with 8 and 12", now -> successors(now, 1).equals(List.of(8, 12)));
        assertThat(state.peer(new PeerId(3)).orElseThrow().phase()).isEqualTo(PeerPhase.KILLED);

        carryOut("quit 8");
        until("8 has ended", now -> phase(now, 8) == PeerPhase.QUIT);
        until("1 goes on with 12", now -> successors(now, 1).getFirst() == 12);
    }

    private static List<Integer> successors(RingState now, int id) {
        return now.peer(new PeerId(id)).map(PeerState::successors).orElse(List.of()).stream()
                .map(PeerId::value)
                .toList();
    }

    private static PeerPhase phase(RingState now, int id) {
        return now.peer(new PeerId(id)).orElseThrow().phase();
    }

    private void carryOut(String line) throws Exception {
        Command command = CommandParser.parse(line);
        ring.carryOut(command).get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    private void until(String what, Predicate<RingState> condition) {
        Awaitility.await(what).atMost(LIMIT).until(() -> condition.test(state));
    }
}
