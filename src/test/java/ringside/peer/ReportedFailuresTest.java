package ringside.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.peer.Bench.id;
import static ringside.peer.Bench.ids;

import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.ring.FileNumber;
import ringside.status.FileEvent;
import ringside.status.LifeEvent;
import ringside.status.NeighbourEvent;
import ringside.status.PeerCommand;
import ringside.status.PeerSettings;
import ringside.status.SuccessorRole;

/** SPEC 8, 9.1, 10.4: failures are reported, and everything still possible is done. */
class ReportedFailuresTest {

    private static final StoredFile FIRST = Bench.file("0003.txt", 0, 1);
    private static final StoredFile SECOND = Bench.file("0004.txt", 0, 1);

    // -- a disk that fails (SPEC 10.4)

    private static Bench storingItsOwn() {
        return Bench.inItsRing().command(new PeerCommand.Store("a/b.txt", SECOND.name().number()));
    }

    @Test
    void aStoreThatTheDiskRefusesFailsWithTheDisksReason() {
        Bench bench = storingItsOwn();
        FileHandle handle = bench.effect(FileEffect.Copy.class).handle();
        bench.give(new FileInput.Failed(handle, "No space left on device"));
        assertThat(bench.lines())
                .containsExactly("File 0004 was not stored: No space left on device.");
        assertThat(bench.reports(LifeEvent.ActionFailed.class))
                .containsExactly(
                        new LifeEvent.ActionFailed(
                                "store a/b.txt as 0004 at 5", "No space left on device"));
    }

    @Test
    void aSecondStoreOfTheSameNumberWaitsForTheFirst() {
        Bench bench = storingItsOwn();
        bench.command(new PeerCommand.Store("c.txt", SECOND.name().number()));
        assertThat(bench.effects(FileEffect.Copy.class)).isEmpty();
        assertThat(bench.timers(Timer.StoreOverdue.class)).hasSize(1);
        bench.command(new PeerCommand.Store("d.txt", FIRST.name().number()));
        assertThat(bench.effects(FileEffect.Copy.class)).hasSize(1);
    }

    /** SPEC 5.1: an unreadable file stops neither the other files nor the next neighbour. */
    @Test
    void aLeaverWithAFileItCannotReadSendsTheNextAndThenAsksTheNextNeighbour() {
        Bench bench = Bench.inItsRing(FIRST, SECOND).command(new PeerCommand.Quit());
        QuestionPurpose.InventoryShown shown = shown(bench);
        bench.answered(
                shown,
                new Message.Lacking(List.of(FIRST.name().number(), SECOND.name().number()), false));
        assertThat(bench.effect(FileEffect.Open.class).source())
                .isEqualTo(new FileEffect.Source.Held(FIRST.name().number()));
        failOpening(bench);
        assertThat(bench.effect(FileEffect.Open.class).source())
                .isEqualTo(new FileEffect.Source.Held(SECOND.name().number()));
        failOpening(bench);
        assertThat(bench.effect(Effect.Ask.class).to()).isEqualTo(id(12));
        assertThat(bench.purposes(QuestionPurpose.InventoryShown.class)).hasSize(1);
    }

    /** A file that the other side asks for but is not held is skipped. */
    @Test
    void aFileThatIsAskedForAndNotHeldIsPassedOver() {
        Bench bench = Bench.inItsRing(FIRST).command(new PeerCommand.Quit());
        bench.answered(
                shown(bench),
                new Message.Lacking(List.of(new FileNumber("0099"), FIRST.name().number()), false));
        assertThat(bench.effect(FileEffect.Open.class).source())
                .isEqualTo(new FileEffect.Source.Held(FIRST.name().number()));
    }

    private static QuestionPurpose.InventoryShown shown(Bench bench) {
        return bench.purposes(QuestionPurpose.InventoryShown.class).getFirst();
    }

    private static void failOpening(Bench bench) {
        bench.give(
                new FileInput.Failed(bench.effect(FileEffect.Open.class).handle(), "it is gone"));
    }

    // -- reports (SPEC 9.1)

    @Test
    void everyPingIsReportedAndASuspicionOnce() {
        Bench bench = Bench.peerFive();
        assertThat(bench.reports(NeighbourEvent.PingSent.class))
                .containsExactly(
                        new NeighbourEvent.PingSent(id(8), 0, SuccessorRole.FIRST),
                        new NeighbourEvent.PingSent(id(12), 0, SuccessorRole.SECOND));
        bench.letMiss(8);
        assertThat(bench.reports(NeighbourEvent.PeerSuspected.class))
                .containsExactly(new NeighbourEvent.PeerSuspected(id(8)));
        bench.letMiss(8);
        assertThat(bench.reports(NeighbourEvent.PingMissed.class)).hasSize(1);
        assertThat(bench.reports(NeighbourEvent.PeerSuspected.class)).isEmpty();
    }

    @Test
    void newSettingsAreReported() {
        PeerSettings changed = Bench.WITHOUT_LOSS.withLoss(0.5);
        assertThat(
                        Bench.inItsRing()
                                .command(new PeerCommand.SetLoss(0.5))
                                .reports(LifeEvent.SettingsChanged.class))
                .containsExactly(new LifeEvent.SettingsChanged(changed));
    }

    @Test
    void thePeerReportsTheFilesThatItHoldsAtTheStart() {
        assertThat(
                        Bench.started(
                                        5,
                                        Bench.WITHOUT_LOSS,
                                        new Origin.Neighbours(ids(8, 12)),
                                        FIRST)
                                .reports(FileEvent.FilesHeld.class))
                .isNotEmpty();
    }

    @Test
    void anAbandonedPeerReportsThatItLeaves() {
        assertThat(
                        Bench.inItsRing(FIRST)
                                .give(new Input.Abandoned())
                                .reports(LifeEvent.Leaving.class))
                .containsExactly(new LifeEvent.Leaving(0));
    }

    @Test
    void aCommandThatCannotBeDoneNowIsRefusedInTheTerminalToo() {
        Bench bench = Bench.started(5, Bench.WITHOUT_LOSS, new Origin.Join(id(8)));
        bench.command(new PeerCommand.Request(new FileNumber("2012")));
        assertThat(bench.lines())
                .containsExactly("request 2012: peer 5 has not joined the ring yet.");
    }

    // -- the last neighbour leaves (SPEC 5.1, 7.3)

    @Test
    void aPeerLeftAloneLooksForThePeersThatTheLeaverKnew() {
        Bench bench = Bench.started(5, Bench.WITHOUT_LOSS, new Origin.Neighbours(ids(8, 8)));
        bench.asked(new Message.Departure(id(8), ids(3, 8), ids(5)));
        bench.atMs(60_000).fire(new Timer.RingMergeDue());
        assertThat(bench.purposes(QuestionPurpose.LostPeerTest.class))
                .contains(new QuestionPurpose.LostPeerTest(id(3)))
                .doesNotContain(new QuestionPurpose.LostPeerTest(id(5)))
                // The sweep asks for every id of the gap, but nothing else asks for the leaving
                // peer.
                .doesNotHaveDuplicates();
    }

    @Test
    void nobodyLooksForALeaverThoughItWasLostBefore() {
        Bench bench = Bench.inItsRing().letDie(8);
        bench.asked(new Message.Departure(id(8), ids(5), ids(12)));
        bench.atMs(60_000).fire(new Timer.RingMergeDue());
        assertThat(bench.purposes(QuestionPurpose.LostPeerTest.class))
                .doesNotContain(new QuestionPurpose.LostPeerTest(id(8)));
    }
}
