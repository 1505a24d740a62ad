package ringside.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.peer.Bench.id;

import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.ring.FileNumber;
import ringside.status.FileEvent;
import ringside.status.LifeEvent;
import ringside.status.LookupPurpose;
import ringside.status.PeerCommand;
import ringside.status.SuccessorRole;
import ringside.status.TransferPurpose;

/** A damaged file is reported, is no longer held, and is fetched from another peer (SPEC 8.7). */
class DamageRepairTest {

    private static final FileNumber NUMBER = new FileNumber("0004");
    private static final StoredFile FILE = Bench.file("0004.txt", 0, 7);
    private static final String REASON = "its bytes are not those that were stored";

    /** Peer 5 of the ring 12 1 5 8, which owns 0004. */
    private final Bench bench = Bench.inItsRing(FILE);

    private static FileHandle check(long number) {
        return new FileHandle(number, FilePurpose.CHECK);
    }

    private void damage(FileHandle handle) {
        bench.give(new FileInput.Damaged(handle, FILE, REASON));
    }

    private void copyArrives(int from) {
        bench.asked(Bench.offer(from, 1, TransferPurpose.COPY, 0, FILE, 16));
        FileHandle handle = bench.effect(FileEffect.Create.class).handle();
        bench.give(new FileInput.Finished(handle, FILE, "files/0004.txt"));
    }

    @Test
    void damageIsReportedAndTheNextPeerIsAskedForItsCopy() {
        damage(check(99));
        assertThat(bench.reports(FileEvent.FileDamaged.class))
                .containsExactly(new FileEvent.FileDamaged(FILE.name(), REASON));
        assertThat(bench.reports(FileEvent.FilesHeld.class))
                .containsExactly(new FileEvent.FilesHeld(List.of()));
        assertThat(bench.effect(Effect.Ask.class))
                .isEqualTo(
                        new Effect.Ask(
                                id(8),
                                new Message.ReplicaWanted(id(5), NUMBER),
                                new QuestionPurpose.ReplicaAsked(NUMBER, id(8))));
        assertThat(bench.lines())
                .containsExactly("File 0004 is damaged here: " + REASON + ". I ask for a copy.");
    }

    @Test
    void aPeerWithoutACopyOrAnAnswerIsPassedBy() {
        damage(check(99));
        bench.answered(new QuestionPurpose.ReplicaAsked(NUMBER, id(8)), new Message.Refused("no"));
        assertThat(bench.effect(Effect.Ask.class).to()).isEqualTo(id(12));
        bench.unanswered(new QuestionPurpose.ReplicaAsked(NUMBER, id(12)));
        assertThat(bench.effect(Effect.Ask.class).to()).isEqualTo(id(1));
        bench.answered(new QuestionPurpose.ReplicaAsked(NUMBER, id(1)), new Message.Accepted());
        assertThat(bench.effects(Effect.Ask.class)).isEmpty();
    }

    @Test
    void anArrivingCopyMendsTheFile() {
        damage(check(99));
        copyArrives(8);
        assertThat(bench.reports(FileEvent.FileMended.class))
                .containsExactly(new FileEvent.FileMended(FILE.name(), id(8)));
        bench.fire(new Timer.DamageRepairDue(NUMBER));
        assertThat(bench.effects()).isEmpty();
    }

    @Test
    void allAreAskedAgainUntilACopyHasCome() {
        damage(check(99));
        bench.fire(new Timer.DamageRepairDue(NUMBER));
        assertThat(bench.effect(Effect.Ask.class).to()).isEqualTo(id(8));
    }

    @Test
    void aHolderSendsItsCopyAndAnotherPeerRefuses() {
        bench.asked(new Message.ReplicaWanted(id(8), NUMBER));
        assertThat(bench.reply()).isEqualTo(new Message.Accepted());
        assertThat(bench.effect(FileEffect.Open.class).source())
                .isEqualTo(new FileEffect.Source.Held(NUMBER));
        bench.asked(new Message.ReplicaWanted(id(8), new FileNumber("2012")));
        assertThat(bench.reply()).isEqualTo(new Message.Refused("peer 5 has no copy of 2012"));
    }

    /** SPEC 8.5: an owner whose file turns out to be damaged asks the next holder. */
    @Test
    void aRequestGoesOnToTheNextHolder() {
        bench.asked(
                new Message.Lookup(id(1), 77, LookupPurpose.REQUEST, NUMBER, id(12), 2, true, 0));
        damage(bench.effect(FileEffect.Open.class).handle());
        assertThat(bench.lines())
                .contains("File 0004 should be here, but it is not: " + REASON + ".");
        assertThat(bench.effects(Effect.Ask.class))
                .anySatisfy(ask ->
                        assertThat(ask.question())
                                .isInstanceOfSatisfying(
                                        Message.Lookup.class,
                                        lookup -> assertThat(lookup.replica()).isOne()));
    }

    @Test
    void theOwnersOwnRequestWaitsForTheCopy() {
        bench.command(new PeerCommand.Request(NUMBER));
        damage(bench.effect(FileEffect.Copy.class).handle());
        assertThat(bench.reports(LifeEvent.ActionFailed.class)).isEmpty();
        Timer.RequestAgain again = bench.timer(Timer.RequestAgain.class);
        copyArrives(8);
        bench.fire(again);
        assertThat(bench.effect(FileEffect.Copy.class).source())
                .isEqualTo(new FileEffect.Source.Held(NUMBER));
    }

    // -- periodic checks

    @Test
    void everyFileIsCheckedAfterTheStartAndThenOneAtATime() {
        Timer.ScrubDue due = new Timer.ScrubDue();
        bench.fire(due);
        FileEffect.Check check = bench.effect(FileEffect.Check.class);
        assertThat(check.number()).isEqualTo(NUMBER);
        bench.atMs(10).give(new FileInput.Checked(check.handle()));
        assertThat(bench.effect(Effect.CallLater.class)).isEqualTo(new Effect.CallLater(due, 0));
        bench.fire(due);
        assertThat(bench.effect(Effect.CallLater.class).delayMicros()).isPositive();
        bench.fire(due);
        FileHandle handle = bench.effect(FileEffect.Check.class).handle();
        bench.atMs(60_010).give(new FileInput.Checked(handle));
        assertThat(bench.effect(Effect.CallLater.class).delayMicros())
                .as("a check of a minute is no reason to read all the time")
                .isEqualTo(20 * 60_000_000L);
    }

    @Test
    void aPeerWithoutFilesWaitsForItsFirst() {
        damage(check(99));
        Timer.ScrubDue due = new Timer.ScrubDue();
        bench.fire(due);
        assertThat(bench.effects()).isEmpty();

        copyArrives(8);
        assertThat(bench.timer(Timer.ScrubDue.class)).isEqualTo(due);
        bench.fire(due);
        assertThat(bench.effect(FileEffect.Check.class).number()).isEqualTo(NUMBER);
    }

    /** A receiver with a wrong digest reports it: the file is checked before it is sent again. */
    @Test
    void aFileThatDidNotArriveRightIsChecked() {
        bench.asked(new Message.ReplicaWanted(id(8), NUMBER));
        FileHandle handle = bench.effect(FileEffect.Open.class).handle();
        bench.give(new FileInput.Opened(handle, FILE));
        Message.Offer offer = (Message.Offer) bench.effect(Effect.Ask.class).question();
        bench.asked(
                new Message.TransferOver(
                        id(8), offer.transferId(), "the digest of what arrived is wrong"));
        assertThat(bench.effect(FileEffect.Check.class).number()).isEqualTo(NUMBER);
    }

    // -- files outside the peer's range

    /** Peer 5 with the predecessors 3, 1 and 12: 0007 belongs to 8, 12 and 1. */
    private static Bench finding(StoredFile replica) {
        Bench bench = Bench.inItsRing(replica).ping(3, SuccessorRole.FIRST);
        return bench.fire(bench.timer(Timer.ReplicationDue.class));
    }

    private static Bench found(Bench bench) {
        return bench.answered(
                new QuestionPurpose.RangeWanted(id(1)),
                new Message.Neighbours(Bench.ids(12), Bench.ids(3)));
    }

    @Test
    void aDamagedFileThatThePeerIsNotToHoldIsLeftToOthers() {
        StoredFile replica = Bench.file("0007.txt", 0, 7);
        Bench outside = found(finding(replica));
        outside.give(new FileInput.Damaged(check(99), replica, REASON));
        assertThat(outside.purposes(QuestionPurpose.ReplicaAsked.class)).isEmpty();
    }

    /** Regression found by a storm: the old range was read with the new predecessors. */
    @Test
    void whileTheRangeIsFoundAgainADamagedFileIsAskedFor() {
        StoredFile replica = Bench.file("0007.txt", 0, 7);
        Bench again = found(finding(replica));
        again.unanswered(new QuestionPurpose.InventoryShown(1));
        again.fire(again.timer(Timer.ReplicationDue.class));
        again.give(new FileInput.Damaged(check(99), replica, REASON));
        assertThat(again.purposes(QuestionPurpose.ReplicaAsked.class)).hasSize(1);
    }

    // -- deleting

    @Test
    void aFileThatCannotBeDeletedIsReportedAndTriedAgain() {
        StoredFile other = Bench.file("0004.pdf", 0, 8);
        bench.asked(Bench.offer(77, 3, TransferPurpose.STORE, 33, other, 16));
        FileHandle created = bench.effect(FileEffect.Create.class).handle();
        bench.give(new FileInput.Finished(created, other, "files/0004.pdf"));
        FileEffect.Delete delete = bench.effect(FileEffect.Delete.class);
        assertThat(delete.file()).isEqualTo(FILE);
        bench.give(new FileInput.Failed(delete.handle(), "no permission for it"));
        assertThat(bench.reports(LifeEvent.ActionFailed.class))
                .containsExactly(
                        new LifeEvent.ActionFailed("delete 0004.txt at 5", "no permission for it"));
        bench.fire(bench.timer(Timer.DeleteAgain.class));
        FileEffect.Delete again = bench.effect(FileEffect.Delete.class);
        assertThat(again.file()).isEqualTo(FILE);
        bench.give(new FileInput.Deleted(again.handle()));
        bench.fire(new Timer.DeleteAgain(again.handle()));
        assertThat(bench.effects()).isEmpty();
    }
}
