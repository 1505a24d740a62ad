package ringside.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.model.RingState;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.Command;
import ringside.status.CommandParser;
import ringside.status.FileEvent;
import ringside.status.LifeEvent;
import ringside.status.NeighbourEvent;
import ringside.status.PeerSettings;
import ringside.status.PlantedFault;
import ringside.status.ProcessEvent;
import ringside.status.ProcessEvent.ExitKind;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;

/** A ring in virtual time is commanded like one of processes, and says the same. */
class SimulatedRingTest {

    private final SimulatedRing ring = new SimulatedRing(1, PeerSettings.DEFAULTS);
    private final List<StatusEntry> entries = new ArrayList<>();
    private RingState state = RingState.EMPTY;

    @BeforeEach
    void start() {
        ring.listen(entry -> {
            entries.add(entry);
            state = state.after(entry);
        });
        ring.startRing(Stream.of(20, 80, 140, 200).map(PeerId::new).toList()).join();
        pass(5_000);
    }

    private CompletableFuture<Void> command(String typed) {
        Command command = CommandParser.parse(typed);
        return ring.carryOut(command);
    }

    private void pass(long millis) {
        long endNanos = ring.nowNanos() + millis * 1_000_000;
        while (ring.nowNanos() < endNanos) {
            ring.drain(_ -> {}, Integer.MAX_VALUE);
            ring.awaitNews(1);
        }
    }

    private <E extends StatusEvent> List<E> events(int peer, Class<E> type) {
        return entries.stream()
                .filter(entry -> entry.peer().value() == peer)
                .map(StatusEntry::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private List<Integer> living() {
        return state.health().living().stream().map(PeerId::value).toList();
    }

    private static void assertRefused(CompletableFuture<Void> action, String sentence) {
        assertThatThrownBy(action::join).hasRootCauseMessage(sentence);
    }

    @Test
    void whatCannotBeDoneIsRefusedInTheSameWords() {
        assertRefused(command("kill 99"), "Peer 99 is not on this ring. It has 20, 80, 140, 200.");
        assertRefused(command("add 20"), "Peer 20 is already running.");
        assertRefused(command("resume 80"), "Peer 80 is not paused.");
        command("pause 80").join();
        assertRefused(command("pause 80"), "Peer 80 is already paused.");
        assertRefused(
                command("request 2012 from 80"),
                "Peer 80 is paused and cannot carry out 'request 2012': resume it first.");
        assertRefused(ring.join(new PeerId(1), new PeerId(99)), absentPeer99());
    }

    private static String absentPeer99() {
        return "Peer 99 is not on this ring. It has 20, 80, 140, 200.";
    }

    @Test
    void whatCanBeDoneToSomePeersIsDoneThere() {
        assertRefused(command("kill 80 99"), absentPeer99());
        pass(10);

        assertThat(living()).containsExactly(20, 140, 200);
        assertThat(events(80, ProcessEvent.class))
                .last()
                .isEqualTo(new ProcessEvent.ProcessEnded(ExitKind.KILLED, 137, "Killed by you."));
    }

    @Test
    void newcomersJoinOneAfterTheOther() {
        CompletableFuture<Void> added = command("add 30 31 32");
        assertThat(added).isNotDone();
        pass(5_000);

        assertThat(added).isCompleted();
        assertThat(living()).containsExactly(20, 30, 31, 32, 80, 140, 200);
        assertThat(state.health().isConsistent()).isTrue();
    }

    @Test
    void aRingThatHasJustStartedTakesANewcomer() {
        SimulatedRing fresh = new SimulatedRing(1, PeerSettings.DEFAULTS);
        fresh.startRing(List.of(new PeerId(20), new PeerId(80))).join();

        assertThat(fresh.carryOut(new Command.Add(List.of(new PeerId(30))))).isCompleted();
    }

    @Test
    void aPeerThatRestartsLeavesFirst() {
        CompletableFuture<Void> restarted = command("restart 80");
        assertThat(restarted).isNotDone();
        pass(10_000);

        assertThat(restarted).isCompleted();
        assertThat(events(80, ProcessEvent.class))
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("ProcessStarted", "ProcessEnded", "ProcessStarted");
        assertThat(events(80, ProcessEvent.ProcessEnded.class).getFirst().reason())
                .isEqualTo("It left the ring.");
        assertThat(living()).containsExactly(20, 80, 140, 200);
    }

    @Test
    void aNewcomerWithoutAnIntroducerEndsWithItsReason() {
        command("pause 20").join();
        ring.join(new PeerId(10), new PeerId(20)).join();
        pass(60_000);

        assertThat(events(10, ProcessEvent.ProcessEnded.class).getFirst().kind())
                .isEqualTo(ExitKind.REFUSED);
        assertThat(events(10, ProcessEvent.ProcessEnded.class).getFirst().reason())
                .contains("peer 20 does not answer");
    }

    @Test
    void settingsForAllHoldForThoseThatStartLater() {
        command("set ping 3s").join();
        command("add 30");
        pass(1_000);

        assertThat(events(30, LifeEvent.Hello.class).getFirst().settings().pingIntervalMs())
                .isEqualTo(3_000);
    }

    @Test
    void aPlantedFaultWaitsForTheNextStart() {
        ring.plant(Map.of(new PeerId(80), PlantedFault.QUITS_WITHOUT_A_WORD)).join();
        command("restart 80");
        pass(10_000);
        assertThat(events(20, NeighbourEvent.PeerDead.class)).as("it left with a word").isEmpty();
        command("quit 80").join();
        pass(10_000);

        assertThat(events(20, NeighbourEvent.PeerDead.class)).hasSize(1);
    }

    @Test
    void aSampleIsStoredWithoutAUser(@TempDir Path folder) throws Exception {
        Path sample = Files.writeString(folder.resolve("2012.txt"), "a sample");
        ring.storeSample(new PeerId(20), sample, new FileNumber("2012")).join();
        pass(5_000);

        assertThat(events(20, ProcessEvent.SampleGiven.class)).hasSize(1);
        assertThat(events(20, FileEvent.FileStored.class)).hasSize(1);
    }

    @Test
    void allPeersQuitAtTheEndAndThoseThatCannotAreKilled() {
        command("pause 140").join();
        ring.end();

        assertThat(living()).isEmpty();
        assertThat(events(140, ProcessEvent.ProcessEnded.class)).hasSize(1);
        assertRefused(command("add 30"), "This ring is being ended: no peer can be added.");
    }

    @Test
    void timeStandsStillUnlessSomebodyWaits() {
        long before = ring.nowNanos();
        command("kill 80").join();
        assertThat(ring.nowNanos()).isEqualTo(before);
        pass(6_000);

        assertThat(events(20, NeighbourEvent.PeerDead.class))
                .extracting(dead -> dead.target().value())
                .contains(80);
    }

    @Test
    void aPeerCountsItsMessagesEveryFiveSecondsLikeAProcess() {
        pass(10_100);
        List<LifeEvent.Statistics> counts = events(80, LifeEvent.Statistics.class);
        assertThat(counts).hasSize(3);
        assertThat(counts.getLast().datagramsSent())
                .isGreaterThan(counts.getFirst().datagramsSent());
        assertThat(counts.getLast().datagramsReceived()).isPositive();
        assertThat(state.peer(new PeerId(80)).orElseThrow().traffic().perSecond())
                .isBetween(1.0, 20.0);
        command("kill 80").join();
        pass(6_000);
        assertThat(events(80, LifeEvent.Statistics.class)).hasSize(3);
    }
}
