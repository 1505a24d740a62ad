package ringside.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.RealProcesses;
import ringside.channel.StatusClient;
import ringside.ring.PeerId;
import ringside.status.ChannelCommand;
import ringside.status.CommandParser;
import ringside.status.LifeEvent;
import ringside.status.PeerCommand;
import ringside.status.PeerSettings;
import ringside.status.ProcessEvent;
import ringside.status.ProcessEvent.ExitKind;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;

/** The supervisor with processes that only speak the status channel (SPEC 9). */
@RealProcesses
@Order(1)
class SupervisorTest {

    static final int BASE_PORT = 20_000;

    @TempDir private Path folder;
    private WatchedRing ring;

    @BeforeEach
    void open() throws IOException {
        ring =
                new WatchedRing(
                        folder, FakePeerMain.class.getName(), PeerSettings.DEFAULTS, BASE_PORT);
    }

    @AfterEach
    void close() {
        ring.close();
    }

    @Test
    void aRingStartsWithTheNeighboursThatSortingGives() {
        ring.start(77, 14, 43);

        assertThat(firstLine(14)).startsWith("14 43 77 400 0.1 --ping 1000ms --misses 4");
        assertThat(firstLine(77)).startsWith("77 14 43 ");
    }

    @Test
    void ringsOfOneAndTwoNameThePeerItself() {
        ring.start(14);
        assertThat(firstLine(14)).startsWith("14 14 14 ");
        ring.carryOut("kill 14");
        ring.await(14, ProcessEvent.ProcessEnded.class);

        ring.start(43, 77);
        assertThat(firstLine(43)).startsWith("43 77 43 ");
        assertThat(firstLine(77)).startsWith("77 43 77 ");
    }

    @Test
    void reportsOfThePeerStandBetweenStartAndEndOfItsProcess() {
        ring.start(14);
        ring.carryOut("quit 14");
        ProcessEvent.ProcessEnded end = ring.await(14, ProcessEvent.ProcessEnded.class);

        assertThat(end.kind()).isEqualTo(ExitKind.QUIT);
        // Its memory is looked at from outside, at any time.
        List<StatusEvent> events =
                ring.events(14).stream()
                        .filter(event -> !(event instanceof ProcessEvent.ProcessMeasured))
                        .toList();
        assertThat(events.getFirst()).isInstanceOf(ProcessEvent.ProcessStarted.class);
        assertThat(events.get(1)).isInstanceOf(LifeEvent.Hello.class);
        assertThat(events.get(events.size() - 2)).isInstanceOf(LifeEvent.Left.class);
        assertThat(events.getLast()).isEqualTo(end);
    }

    @Test
    void newcomersJoinThroughALivingPeerOrBeginTheRing() {
        ring.carryOut("add 43 57");
        ring.await(57, LifeEvent.Running.class);

        assertThat(firstLine(43)).startsWith("43 43 43 ");
        assertThat(firstLine(57)).startsWith("--join 43 57 400 0.1 ");
    }

    @Test
    void aKillIsReportedAsKilledByTheUser() {
        ring.start(14);
        ring.carryOut("kill 14");

        ProcessEvent.ProcessEnded end = ring.await(14, ProcessEvent.ProcessEnded.class);
        assertThat(end)
                .isEqualTo(new ProcessEvent.ProcessEnded(ExitKind.KILLED, 137, "Killed by you."));
        assertThat(ring.all(14, ProcessEvent.ProcessKilled.class)).hasSize(1);
    }

    @Test
    void aKillFromOutsideIsACrash() {
        ring.start(14);
        ring.process(14).destroyForcibly();

        ProcessEvent.ProcessEnded end = ring.await(14, ProcessEvent.ProcessEnded.class);
        assertThat(end.kind()).isEqualTo(ExitKind.CRASHED);
        assertThat(end.reason()).contains("signal 9");
    }

    @ParameterizedTest
    @CsvSource({
        "2, REFUSED, Fake peer 2 is refused.",
        "3, REFUSED, Fake peer 3 is refused.",
        "4, REFUSED, Fake peer 4 is refused.",
        "5, REFUSED, Fake peer 5 is refused.",
        "70, CRASHED, It ended with exit code 70: An invariant broke.",
    })
    void theExitCodeSaysHowAPeerEnded(int code, ExitKind kind, String reason) {
        WatchedRing.done(ring.supervisor().startRing(WatchedRing.peers(code)));

        assertThat(ring.await(code, ProcessEvent.ProcessEnded.class))
                .isEqualTo(new ProcessEvent.ProcessEnded(kind, code, reason));
    }

    @Test
    void aPausedPeerAnswersOnlyAfterItWasResumed() throws IOException {
        ring.start(14);
        ring.carryOut("pause 14");
        assertThat(ring.failureOf("pause 14")).isEqualTo("Peer 14 is already paused.");
        assertThat(ring.failureOf("request 2012 from 14"))
                .isEqualTo(
                        "Peer 14 is paused and cannot carry out 'request 2012': resume it first.");
        ring.carryOut("set loss 0.5");
        // The kernel suspends a running process with a short delay.
        ring.until("the kernel has stopped peer 14", () -> Vitals.stateOf(ring.process(14)) == 'T');
        ring.carryOut("resume 14");

        ring.await(14, LifeEvent.TerminalLine.class, line -> line.text().equals("set loss 0.5"));
        assertThat(ring.failureOf("resume 14")).isEqualTo("Peer 14 is not paused.");
        assertThat(ring.all(14, ProcessEvent.ProcessPaused.class)).hasSize(1);
        assertThat(ring.all(14, ProcessEvent.ProcessResumed.class)).hasSize(1);
    }

    @Test
    void aSettingForAllPeersHoldsForLaterOnesToo() {
        ring.start(14);
        ring.carryOut("set loss 0.5");
        ring.carryOut("set segments on");
        ring.carryOut("add 57");

        ring.await(14, LifeEvent.TerminalLine.class, line -> line.text().equals("set loss 0.5"));
        ring.await(57, LifeEvent.TerminalLine.class, line -> line.text().equals("set segments on"));
        assertThat(firstLine(57)).startsWith("--join 14 57 400 0.5 ");
    }

    @Test
    void aPeerGetsAbsolutePaths() {
        ring.start(14);
        ring.carryOut("store assets/x.pdf as 2012 at 14");

        String told = "store " + Path.of("assets/x.pdf").toAbsolutePath() + " as 2012";
        ring.await(14, LifeEvent.TerminalLine.class, line -> line.text().equals(told));
    }

    @Test
    void aLivingPeerRestartsByLeavingAndJoining() {
        ring.start(14, 43);
        ring.carryOut("restart 43");
        ring.await(43, LifeEvent.TerminalLine.class, line -> line.text().startsWith("--join 14"));

        assertThat(ring.all(43, ProcessEvent.ProcessEnded.class))
                .extracting(ProcessEvent.ProcessEnded::kind)
                .containsExactly(ExitKind.QUIT);
    }

    @Test
    void aDeadPeerRestartsByJoining() {
        ring.start(14, 43);
        ring.carryOut("kill 43");
        ring.await(43, ProcessEvent.ProcessEnded.class);
        ring.carryOut("restart 43");

        ring.await(43, LifeEvent.TerminalLine.class, line -> line.text().startsWith("--join 14"));
    }

    @Test
    void everyMistakeIsASentence() {
        assertThat(ring.failureOf("kill 14"))
                .isEqualTo("Peer 14 is not on this ring, and nobody is: add a peer first.");
        ring.start(14, 43);
        assertThat(ring.failureOf("add 14")).isEqualTo("Peer 14 is already running.");
        assertThat(ring.failureOf("quit 99"))
                .isEqualTo("Peer 99 is not on this ring. It has 14, 43.");
        assertThat(ring.failureOf("restart 99"))
                .isEqualTo("Peer 99 is not on this ring. It has 14, 43.");
        // A peer that has been killed is missing in a sentence as soon as its end is noticed.
        assertThat(ring.failureOf("kill 99 98 43"))
                .isEqualTo(
                        "Peer 99 is not on this ring. It has 14, 43. "
                                + "Peer 98 is not on this ring. It has 14, 43.");
        assertThat(ring.await(43, ProcessEvent.ProcessEnded.class).kind())
                .isEqualTo(ExitKind.KILLED);
    }

    @Test
    void aPeerThatDoesNotLeaveIsKilledAtTheEnd() {
        ring.start(14, FakePeerMain.STUBBORN, 43);
        ring.carryOut("pause 43");
        ProcessHandle stubborn = ring.process(FakePeerMain.STUBBORN);
        WatchedRing.done(ring.supervisor().quitAll());

        assertThat(stubborn.isAlive()).isFalse();
        assertThat(endOf(14)).isEqualTo(ExitKind.QUIT);
        assertThat(endOf(43)).isEqualTo(ExitKind.QUIT);
        assertThat(endOf(FakePeerMain.STUBBORN)).isEqualTo(ExitKind.KILLED);
        assertThat(ring.failureOf("add 57"))
                .isEqualTo("This ring is being ended: no peer can be added.");
    }

    /**
     * The handlers are those of the two threads on which an action may end: the default one belongs
     * to all tests that run beside this one.
     */
    @Test
    void aBugInAnActionIsReportedToTheHandlerOfItsThread() {
        Queue<Throwable> caught = new ConcurrentLinkedQueue<>();
        Thread.UncaughtExceptionHandler handler = (thread, failure) -> caught.add(failure);
        ring.start(14);
        ring.supervisor()
                .listen(entry -> {
                    if (entry.event() instanceof ProcessEvent.ProcessPaused) {
                        Thread.currentThread().setUncaughtExceptionHandler(handler);
                        throw new IllegalStateException("planted");
                    }
                });
        Thread.currentThread().setUncaughtExceptionHandler(handler);
        try {
            var _ = ring.supervisor().carryOut(CommandParser.parse("pause 14"));
            await("the bug is told").atMost(WatchedRing.LIMIT).until(() -> !caught.isEmpty());
        } finally {
            Thread.currentThread().setUncaughtExceptionHandler(null);
        }
        assertThat(caught).singleElement().asString().contains("planted");
    }

    @Test
    void aPeerStartedByHandIsCommandedButNotKilled() throws Exception {
        ring.start(14);
        LifeEvent.Hello hello =
                new LifeEvent.Hello(1, 4_711, BASE_PORT + 57, PeerSettings.DEFAULTS);
        BlockingQueue<ChannelCommand> commands = new LinkedBlockingQueue<>();
        try (StatusClient byHand = connectByHand(hello, commands)) {
            assertThat(ring.await(57, ProcessEvent.ProcessAttached.class).processId())
                    .isEqualTo(4_711);
            ring.await(57, LifeEvent.Hello.class);
            ring.carryOut("quit 57");
            assertThat(commands.poll(60, TimeUnit.SECONDS)).isEqualTo(new PeerCommand.Quit());
            assertThat(ring.failureOf("kill 57")).contains("started by hand");
            assertThat(ring.failureOf("pause 57")).contains("started by hand");
            byHand.report(new StatusEntry(1, new PeerId(57), new LifeEvent.Left()));
        }
        assertThat(ring.await(57, ProcessEvent.ProcessEnded.class).kind()).isEqualTo(ExitKind.QUIT);
    }

    @Test
    void aPeerStartedByHandIsToldToReportSegmentsLikeTheOthers() throws Exception {
        ring.start(14);
        ring.carryOut("set segments on");
        LifeEvent.Hello hello =
                new LifeEvent.Hello(1, 4_711, BASE_PORT + 57, PeerSettings.DEFAULTS);
        BlockingQueue<ChannelCommand> commands = new LinkedBlockingQueue<>();
        try (StatusClient byHand = connectByHand(hello, commands)) {
            assertThat(commands.poll(60, TimeUnit.SECONDS))
                    .isEqualTo(new PeerCommand.ReportSegments(true));
            byHand.report(new StatusEntry(1, new PeerId(57), new LifeEvent.Left()));
        }
        ring.await(57, ProcessEvent.ProcessEnded.class);
    }

    private StatusClient connectByHand(LifeEvent.Hello hello, Queue<ChannelCommand> commands)
            throws IOException {
        return StatusClient.connect(
                ring.supervisor().statusAddress(),
                ring.supervisor().token(),
                new PeerId(57),
                hello,
                commands::add,
                () -> {});
    }

    private ExitKind endOf(int id) {
        return ring.all(id, ProcessEvent.ProcessEnded.class).getLast().kind();
    }

    private String firstLine(int id) {
        ring.await(id, LifeEvent.TerminalLine.class);
        return ring.all(id, LifeEvent.TerminalLine.class).getFirst().text();
    }
}
