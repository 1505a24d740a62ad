package ringside.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.peer.Bench.id;
import static ringside.peer.Bench.ids;

import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.ring.FileNumber;
import ringside.status.LifeEvent;
import ringside.status.LookupPurpose;
import ringside.status.PeerCommand;
import ringside.status.SuccessorRole;
import ringside.status.TransferPurpose;

/** SPEC 5.1, 8.3, 8.4: the handover of a leaving peer's files, and of a newcomer's range. */
class HandoverTest {

    private static final StoredFile OWNED = Bench.file("0004.txt", 0, 1);

    /** Its hash lies between 8 and 12. */
    private static final StoredFile COPY = Bench.file("0010.txt", 0, 1);

    private static final Message.Lacking NOTHING = new Message.Lacking(List.of(), false);

    // -- a leaving peer (SPEC 5.1, 8.4)

    @Test
    void aLeaverShowsItsSuccessorAllFilesAndAnnouncesItsDepartureWhenItLacksNone() {
        Bench bench = Bench.inItsRing(OWNED, COPY).command(new PeerCommand.Quit());
        assertThat(bench.effects())
                .containsExactly(
                        new Effect.Report(new LifeEvent.Leaving(2)),
                        new Effect.CallLater(new Timer.HandoverOverdue(), 30_000_000),
                        Bench.inventory(8, 1, OWNED, COPY));
        bench.answered(new QuestionPurpose.InventoryShown(1), NOTHING);
        assertThat(bench.purposes(QuestionPurpose.DepartureNotice.class)).hasSize(3);
    }

    @Test
    void aLeaverStaysUntilTheLackingFilesHaveArrived() {
        Bench bench = Bench.inItsRing(OWNED, COPY).command(new PeerCommand.Quit());
        bench.answered(new QuestionPurpose.InventoryShown(1), lacking("0010"));
        Message.Offer offer = openAndAccept(bench, COPY);
        assertThat(offer.purpose()).isEqualTo(TransferPurpose.HANDOVER);
        assertThat(bench.purposes(QuestionPurpose.DepartureNotice.class)).isEmpty();
        bench.asked(new Message.TransferOver(id(8), offer.transferId(), null));
        assertThat(bench.purposes(QuestionPurpose.DepartureNotice.class)).hasSize(3);
    }

    @Test
    void aSuccessorThatDoesNotTakeTheFilesIsFollowedByTheNext() {
        Bench bench = Bench.inItsRing(OWNED).command(new PeerCommand.Quit());
        bench.unanswered(new QuestionPurpose.InventoryShown(1));
        assertThat(bench.effects()).containsExactly(Bench.inventory(12, 2, OWNED));
        bench.answered(new QuestionPurpose.InventoryShown(2), new Message.Refused("I leave, too"));
        assertThat(bench.effects()).containsExactly(Bench.inventory(1, 3, OWNED));
        bench.answered(new QuestionPurpose.InventoryShown(3), NOTHING);
        assertThat(bench.lines()).isEmpty();
        assertThat(bench.purposes(QuestionPurpose.DepartureNotice.class)).hasSize(3);
    }

    @Test
    void aLeaverTriesAgainWhenNobodyCouldBeReached() {
        Bench bench = peerFiveWith(OWNED).command(new PeerCommand.Quit());
        bench.unanswered(new QuestionPurpose.InventoryShown(1));
        bench.unanswered(new QuestionPurpose.InventoryShown(2));
        assertThat(bench.effects())
                .containsExactly(new Effect.CallLater(new Timer.HandoverAgain(), 1_000_000));
        bench.fire(new Timer.HandoverAgain());
        assertThat(bench.effects()).containsExactly(Bench.inventory(8, 3, OWNED));
    }

    @Test
    void aLeaverGoesWhenAllNeighboursLeaveToo() {
        Bench bench = peerFiveWith(OWNED).command(new PeerCommand.Quit());
        bench.answered(new QuestionPurpose.InventoryShown(1), new Message.Refused("I leave, too"));
        bench.answered(new QuestionPurpose.InventoryShown(2), new Message.Refused("I leave, too"));
        assertThat(bench.lines()).containsExactly("The files held here could not be handed over.");
        assertThat(bench.purposes(QuestionPurpose.DepartureNotice.class)).hasSize(2);
    }

    @Test
    void aLeaverDoesNotWaitForeverForASuccessorThatHangs() {
        Bench bench = Bench.inItsRing(OWNED).command(new PeerCommand.Quit());
        bench.fire(new Timer.HandoverOverdue());
        assertThat(bench.lines()).containsExactly("The files held here could not be handed over.");
        assertThat(bench.purposes(QuestionPurpose.DepartureNotice.class)).hasSize(3);
        assertThat(bench.answered(new QuestionPurpose.InventoryShown(1), NOTHING).effects())
                .isEmpty();
    }

    @Test
    void aLeaverWaitsForIncomingFilesAndHandsThemOverToo() {
        Bench bench = Bench.inItsRing();
        bench.command(new PeerCommand.Store("own.txt", OWNED.name().number()));
        FileHandle handle = bench.effect(FileEffect.Copy.class).handle();
        bench.command(new PeerCommand.Quit());
        assertThat(bench.effects(Effect.Ask.class)).isEmpty();
        assertThat(bench.effects(Effect.CallLater.class))
                .contains(new Effect.CallLater(new Timer.HandoverAgain(), 1_000_000));
        bench.give(new FileInput.Finished(handle, OWNED, "files/0004.txt"));
        bench.fire(new Timer.HandoverAgain());
        assertThat(bench.effects()).containsExactly(Bench.inventory(8, 3, OWNED));
    }

    /** SPEC 8.4: it stays a member until its files are handed over, but starts nothing new. */
    @Test
    void whileItHandsOverALeaverAnswersPingsAndTakesNoFilesAndCommands() {
        Bench bench = Bench.inItsRing(OWNED).command(new PeerCommand.Quit());
        bench.ping(1, SuccessorRole.FIRST);
        assertThat(bench.effects(Effect.Send.class)).hasSize(1);
        bench.asked(Bench.offer(12, 1, TransferPurpose.COPY, 0, COPY, 16));
        assertThat(bench.reply()).isEqualTo(new Message.Refused("peer 5 is leaving"));
        bench.asked(new Message.Inventory(id(12), List.of(COPY), true));
        assertThat(bench.reply()).isEqualTo(new Message.Refused("peer 5 is leaving"));
        bench.command(new PeerCommand.Request(new FileNumber("0100")));
        assertThat(bench.reports(LifeEvent.ActionFailed.class))
                .containsExactly(
                        new LifeEvent.ActionFailed("request 0100", "peer 5 is leaving the ring"));
        assertThat(bench.effects(Effect.Ask.class)).isEmpty();
    }

    // -- a newcomer (SPEC 8.3)

    /** Its successor answers until the newcomer has copied its range. */
    @Test
    void aNewcomerPassesRequestsOnUntilItHasTheFilesOfItsRange() {
        Bench bench = newcomer(OWNED);
        assertThat(answersForItsFile(bench)).isFalse();
        StoredFile newer = new StoredFile(OWNED.name(), 0, "1".repeat(64), 2);
        bench.asked(new Message.Inventory(id(8), List.of(newer), true));
        assertThat(bench.reply()).isEqualTo(lacking("0004"));
        assertThat(answersForItsFile(bench)).isFalse();
        bench.asked(Bench.offer(8, 1, TransferPurpose.HANDOVER, 0, newer, 16));
        FileHandle handle = bench.effect(FileEffect.Create.class).handle();
        bench.give(new FileInput.Finished(handle, newer, "files/0004.txt"));
        assertThat(answersForItsFile(bench)).isTrue();
    }

    @Test
    void aNewcomerThatLacksNothingAnswersAtOnce() {
        Bench bench = newcomer(OWNED);
        bench.asked(new Message.Inventory(id(8), List.of(OWNED), false));
        assertThat(answersForItsFile(bench)).isFalse();
        bench.asked(new Message.Inventory(id(12), List.of(), true));
        assertThat(answersForItsFile(bench)).isFalse();
        bench.asked(new Message.Inventory(id(8), List.of(), true));
        assertThat(bench.reply()).isEqualTo(NOTHING);
        assertThat(answersForItsFile(bench)).isTrue();
    }

    @Test
    void aNewcomerWhoseSuccessorShowsNothingAnswersAfterHalfAMinute() {
        Bench bench = newcomer(OWNED);
        assertThat(bench.effects())
                .contains(new Effect.CallLater(new Timer.InitialSyncOverdue(), 30_000_000));
        bench.fire(new Timer.InitialSyncOverdue());
        assertThat(answersForItsFile(bench)).isTrue();
    }

    /** Returns whether a peer asked for 0004 answers itself instead of forwarding the request. */
    private static boolean answersForItsFile(Bench bench) {
        bench.asked(
                new Message.Lookup(
                        id(1), 9, LookupPurpose.REQUEST, OWNED.name().number(), id(1), 1, true, 0));
        boolean answers = !bench.effects(FileEffect.Open.class).isEmpty();
        assertThat(bench.purposes(QuestionPurpose.LookupHop.class)).hasSize(answers ? 0 : 1);
        return answers;
    }

    /** Peer 5, which has just joined the ring 1 8 12 with a file from an earlier life. */
    private static Bench newcomer(StoredFile held) {
        return Bench.started(5, Bench.WITHOUT_LOSS, new Origin.Join(id(1)), held)
                .answered(
                        new QuestionPurpose.Join(id(1)),
                        new Message.Neighbours(ids(12), ids(8, 12)));
    }

    /** Peer 5, which knows its two successors and no other peer. */
    private static Bench peerFiveWith(StoredFile held) {
        return Bench.started(5, Bench.WITHOUT_LOSS, new Origin.Neighbours(ids(8, 12)), held);
    }

    private static Message.Offer openAndAccept(Bench bench, StoredFile file) {
        bench.give(new FileInput.Opened(bench.effect(FileEffect.Open.class).handle(), file));
        Message.Offer offer = (Message.Offer) bench.effect(Effect.Ask.class).question();
        bench.answered(new QuestionPurpose.OfferMade(offer.transferId()), Bench.WELCOME);
        return offer;
    }

    private static Message.Lacking lacking(String number) {
        return new Message.Lacking(List.of(new FileNumber(number)), false);
    }
}
