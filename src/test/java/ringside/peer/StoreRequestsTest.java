package ringside.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.peer.Bench.id;

import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.ring.FileName;
import ringside.ring.FileNumber;
import ringside.status.FileEvent;
import ringside.status.LifeEvent;
import ringside.status.PeerCommand;
import ringside.status.TransferPurpose;

/** SPEC 8.1, 8.5: a store at the peer where it was typed, and at the owner. */
class StoreRequestsTest {

    private static final FileNumber NUMBER = new FileNumber("0100");

    private static final FileEffect.Source.Path SOURCE =
            new FileEffect.Source.Path("a/b.txt", NUMBER);

    private static final StoredFile FILE = Bench.file("0100.txt", 0, 7);

    private static final FileNumber OWN_NUMBER = new FileNumber("0004");

    private static final StoredFile OWN_FILE = Bench.file("0004.txt", 0, 7);

    private static final Message.Lacking NOTHING_LACKING = new Message.Lacking(List.of(), false);

    private final Bench bench = Bench.inItsRing();
    private long lookupId;
    private long transferId;

    // -- at the writer

    @Test
    void aStoreLooksForTheOwnerAndOffersItTheFile() {
        store();
        assertThat(bench.lines())
                .containsExactly("Store request message for 0100 has been sent to my successor.");
        bench.asked(new Message.OwnerFound(id(12), lookupId, false));
        FileHandle handle = bench.effect(FileEffect.Open.class).handle();
        assertThat(bench.effect(FileEffect.Open.class).source()).isEqualTo(SOURCE);
        bench.give(new FileInput.Opened(handle, FILE));
        transferId = bench.purposes(QuestionPurpose.OfferMade.class).getFirst().transferId();
        assertThat(bench.effects())
                .containsExactly(
                        new Effect.Ask(
                                id(12),
                                Bench.offer(
                                        5, transferId, TransferPurpose.STORE, lookupId, FILE, 16),
                                new QuestionPurpose.OfferMade(transferId)));
    }

    /** SPEC 8.1: reported as stored only when the owner and every copy have it on disk. */
    @Test
    void aFileIsStoredWhenItsOwnerSaysThatTheReplicasAreMade() {
        deliver();
        assertThat(bench.reports(FileEvent.FileStored.class)).isEmpty();
        assertThat(bench.timers(Timer.StoreOverdue.class)).hasSize(1);
        bench.asked(new Message.Kept(id(12), lookupId, 3));
        assertThat(bench.effects())
                .containsExactly(
                        new Effect.Answer(1, new Message.Accepted()),
                        Bench.news("File 0100 is stored at peer 12, with 2 copies."),
                        new Effect.Report(new FileEvent.FileStored(FILE.name(), id(12), 3)));
        bench.asked(new Message.Kept(id(12), lookupId, 3));
        assertThat(bench.effects()).containsExactly(new Effect.Answer(1, new Message.Accepted()));
    }

    @Test
    void onlyTheOwnerCanSayThatAFileIsStored() {
        deliver();
        bench.asked(new Message.Kept(id(8), lookupId, 3));
        bench.asked(new Message.Kept(id(12), lookupId + 1, 3));
        assertThat(bench.effects()).containsExactly(new Effect.Answer(1, new Message.Accepted()));
        bench.asked(new Message.Kept(id(12), lookupId, 1));
        assertThat(bench.lines())
                .containsExactly("File 0100 is stored at peer 12, without copies.");
    }

    @Test
    void anOwnerHasAMinuteToConfirmAStore() {
        deliver();
        Timer.StoreOverdue overdue = bench.timer(Timer.StoreOverdue.class);
        assertThat(bench.effects(Effect.CallLater.class))
                .containsExactly(new Effect.CallLater(overdue, 60_000_000));
        bench.fire(overdue);
        assertFailed("its owner did not say that the copies are made");
        bench.asked(new Message.Kept(id(12), lookupId, 3));
        assertThat(bench.lines()).isEmpty();
    }

    @Test
    void aStoreThatDoesNotSucceedIsTriedFiveTimes() {
        store();
        for (int attempt = 1; attempt < 5; attempt++) {
            refuse();
            Timer.StoreOverdue again = bench.timer(Timer.StoreOverdue.class);
            assertThat(bench.effects())
                    .containsExactly(
                            new FileEffect.Close(bench.effect(FileEffect.Close.class).handle()),
                            new Effect.CallLater(again, 1_000_000));
            bench.fire(again);
            rememberLookup();
        }
        refuse();
        assertFailed("peer 12 did not take it: not now");
        assertThat(bench.timers(Timer.StoreOverdue.class)).isEmpty();
    }

    @Test
    void aFileThatCannotBeReadIsNotTriedAgain() {
        store();
        bench.asked(new Message.OwnerFound(id(12), lookupId, false));
        FileHandle handle = bench.effect(FileEffect.Open.class).handle();
        bench.give(new FileInput.Failed(handle, "there is no file b.txt"));
        assertFailed("there is no file b.txt");
        assertThat(bench.effects(Effect.CallLater.class)).isEmpty();
    }

    // -- at the owner

    @Test
    void anOwnerPutsItsOwnFileInPlaceAndShowsItToBothSuccessors() {
        keepOwn();
        assertThat(bench.lines()).isEmpty();
        assertThat(bench.effects(Effect.Ask.class))
                .containsExactly(inventory(8, 1), inventory(12, 2));
        bench.answered(new QuestionPurpose.InventoryShown(1), NOTHING_LACKING);
        assertThat(bench.effects()).isEmpty();
        bench.answered(new QuestionPurpose.InventoryShown(2), NOTHING_LACKING);
        assertThat(bench.effects())
                .containsExactly(
                        Bench.news("File 0004 is stored at peer 5, with 2 copies."),
                        new Effect.Report(new FileEvent.FileStored(OWN_FILE.name(), id(5), 3)));
    }

    /** SPEC 8.1: every reachable copy. */
    @Test
    void aSuccessorThatCannotBeReachedIsNotCounted() {
        keepOwn();
        bench.unanswered(new QuestionPurpose.InventoryShown(1));
        bench.answered(new QuestionPurpose.InventoryShown(2), NOTHING_LACKING);
        assertThat(bench.lines()).containsExactly("File 0004 is stored at peer 5, with 1 copy.");
    }

    @Test
    void aCopyCountsOnlyWhenItIsOnDisk() {
        keepOwn();
        bench.unanswered(new QuestionPurpose.InventoryShown(2));
        bench.answered(
                new QuestionPurpose.InventoryShown(1),
                new Message.Lacking(List.of(OWN_NUMBER), false));
        FileEffect.Open open = bench.effect(FileEffect.Open.class);
        assertThat(open.source()).isEqualTo(new FileEffect.Source.Held(OWN_NUMBER));
        bench.give(new FileInput.Opened(open.handle(), OWN_FILE));
        Message.Offer offer = (Message.Offer) bench.effect(Effect.Ask.class).question();
        assertThat(offer.purpose()).isEqualTo(TransferPurpose.COPY);
        bench.answered(new QuestionPurpose.OfferMade(offer.transferId()), Bench.WELCOME);
        assertThat(bench.lines()).isEmpty();
        bench.asked(new Message.TransferOver(id(8), offer.transferId(), null));
        assertThat(bench.lines()).containsExactly("File 0004 is stored at peer 5, with 1 copy.");
    }

    @Test
    void theOnlyPeerStoresWithoutReplicas() {
        Bench alone = Bench.started(5, Bench.WITHOUT_LOSS, new Origin.Neighbours(List.of()));
        alone.command(new PeerCommand.Store("a/b.txt", NUMBER));
        alone.give(finished(alone.effect(FileEffect.Copy.class).handle(), FILE));
        assertThat(alone.lines()).containsExactly("File 0100 is stored at peer 5, without copies.");
    }

    /** SPEC 8.1: the writer is notified only after the copies are made. */
    @Test
    void anOwnerTellsTheWriterWhenTheReplicasAreMade() {
        arrive(OWN_FILE);
        assertThat(bench.lines()).containsExactly("File 0004 is now stored here.");
        assertThat(bench.purposes(QuestionPurpose.KeptNotice.class)).isEmpty();
        bench.answered(new QuestionPurpose.InventoryShown(1), NOTHING_LACKING);
        bench.answered(new QuestionPurpose.InventoryShown(2), NOTHING_LACKING);
        assertThat(bench.effects(Effect.Ask.class))
                .containsExactly(
                        new Effect.Ask(
                                id(77),
                                new Message.Kept(id(5), 33, 3),
                                new QuestionPurpose.KeptNotice(33)));
    }

    /** SPEC 8.5: the newest version wins, and replaces one with another name. */
    @Test
    void aSecondStoreReplacesTheFirstAndAnOlderCopyDoesNot() {
        arrive(OWN_FILE);
        StoredFile older = Bench.file("0004.pdf", 0, 6);
        bench.asked(Bench.offer(77, 7, TransferPurpose.COPY, 0, older, 16));
        assertThat(bench.effects())
                .containsExactly(
                        new Effect.Answer(
                                1, new Message.Refused("it has 0004 as new as that already")));
        arrive(Bench.file("0004.pdf", 0, 8));
        assertThat(bench.effect(FileEffect.Delete.class).file().name()).isEqualTo(OWN_FILE.name());
        assertThat(bench.reports(FileEvent.FilesHeld.class))
                .extracting(held -> held.files().getFirst().name())
                .containsExactly(FileName.parse("0004.pdf"));
    }

    private void store() {
        bench.command(new PeerCommand.Store(SOURCE.path(), NUMBER));
        rememberLookup();
    }

    private void rememberLookup() {
        lookupId = bench.purposes(QuestionPurpose.LookupHop.class).getFirst().lookup().lookupId();
    }

    /** Finds the owner and offers it the file. */
    private void offerToOwner() {
        bench.asked(new Message.OwnerFound(id(12), lookupId, false));
        FileHandle handle = bench.effect(FileEffect.Open.class).handle();
        bench.give(new FileInput.Opened(handle, FILE));
        transferId = bench.purposes(QuestionPurpose.OfferMade.class).getFirst().transferId();
    }

    private void refuse() {
        offerToOwner();
        bench.answered(new QuestionPurpose.OfferMade(transferId), new Message.Refused("not now"));
    }

    /** Delivers the file to the owner's disk. */
    private void deliver() {
        store();
        offerToOwner();
        bench.answered(new QuestionPurpose.OfferMade(transferId), Bench.WELCOME);
        bench.asked(new Message.TransferOver(id(12), transferId, null));
    }

    /** Stores a file that belongs to peer 5 there, on its disk. */
    private void keepOwn() {
        bench.command(new PeerCommand.Store("own.txt", OWN_NUMBER));
        FileEffect.Copy copy = bench.effect(FileEffect.Copy.class);
        assertThat(bench.effects())
                .containsExactly(
                        new FileEffect.Copy(
                                copy.handle(),
                                new FileEffect.Source.Path("own.txt", OWN_NUMBER),
                                FileEffect.Destination.HELD,
                                0));
        bench.give(finished(copy.handle(), OWN_FILE));
    }

    /** Lets peer 77 store an empty file here. */
    private void arrive(StoredFile file) {
        bench.asked(offer(file));
        bench.give(finished(bench.effect(FileEffect.Create.class).handle(), file));
    }

    private static Message.Offer offer(StoredFile file) {
        return Bench.offer(77, file.versionMs(), TransferPurpose.STORE, 33, file, 16);
    }

    private static FileInput.Finished finished(FileHandle handle, StoredFile file) {
        return new FileInput.Finished(handle, file, "files/" + file.name());
    }

    private static Effect.Ask inventory(int keeper, long comparison) {
        return new Effect.Ask(
                id(keeper),
                new Message.Inventory(id(5), List.of(OWN_FILE), true),
                new QuestionPurpose.InventoryShown(comparison));
    }

    private void assertFailed(String reason) {
        assertThat(bench.lines()).containsExactly("File 0100 was not stored: " + reason + ".");
        assertThat(bench.reports(LifeEvent.ActionFailed.class))
                .containsExactly(new LifeEvent.ActionFailed("store a/b.txt as 0100 at 5", reason));
    }
}
