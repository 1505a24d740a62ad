package ringside.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.peer.Bench.id;
import static ringside.peer.Bench.ids;

import org.junit.jupiter.api.Test;
import ringside.ring.FileName;
import ringside.ring.FileNumber;
import ringside.status.FileEvent;
import ringside.status.LifeEvent;
import ringside.status.PeerCommand;
import ringside.status.SuccessorRole;
import ringside.status.TransferPurpose;

/** SPEC 3.2, 3.3, 8.5: a request at the peer where it was typed. */
class FileRequestsTest {

    private static final FileName NAME = FileName.parse("2012.pdf");

    private final Bench bench =
            Bench.started(8, Bench.WITHOUT_LOSS, new Origin.Neighbours(ids(10, 12)))
                    .ping(5, SuccessorRole.FIRST);

    private long lookupId;

    /** SPEC 3.3, word for word, and 4.4. */
    @Test
    void theTerminalTellsTheWholeStoryOfARequest() {
        request();
        bench.alsoGive(new Input.Asked(1, offer(2, lookupId, NAME, 0)));
        FileHandle handle = bench.effect(FileEffect.Create.class).handle();
        bench.alsoGive(
                new FileInput.Finished(handle, Bench.file("2012.pdf", 0, 1), "received/2012.pdf"));
        assertThat(bench.lines())
                .containsExactly(
                        "File request message for 2012 has been sent to my successor.",
                        "Received a response message from peer 1, which has the file 2012.",
                        "We now start receiving the file .........",
                        "The file is received.");
        assertThat(bench.reports(FileEvent.FileReceived.class))
                .containsExactly(new FileEvent.FileReceived(NAME, 0, id(1), "received/2012.pdf"));
        assertThat(bench.effect(FileEffect.Create.class).destination())
                .isEqualTo(FileEffect.Destination.RECEIVED);
    }

    @Test
    void aRequestIsAnsweredAtMostOnce() {
        request();
        bench.asked(offer(2, lookupId, NAME, 1_000));
        assertThat(bench.reply()).isEqualTo(Bench.WELCOME);
        bench.asked(offer(3, lookupId, NAME, 1_000));
        assertThat(bench.effects())
                .containsExactly(
                        new Effect.Answer(1, new Message.Refused("peer 8 does not wait for it")));
        bench.asked(new Message.OwnerFound(id(1), lookupId, false));
        assertThat(bench.effects()).containsExactly(new Effect.Answer(1, new Message.Accepted()));
    }

    @Test
    void anotherFileThanTheOneAskedForIsRefusedAndTheRequestStaysOpen() {
        request();
        bench.asked(offer(2, lookupId, FileName.parse("2013.pdf"), 1_000));
        assertThat(bench.reply()).isInstanceOf(Message.Refused.class);
        bench.asked(offer(3, lookupId, NAME, 1_000));
        assertThat(bench.reply()).isEqualTo(Bench.WELCOME);
    }

    /** SPEC 3.2: 'not found'. */
    @Test
    void aFileThatNobodyHoldsIsNotFoundAndNotAskedForAgain() {
        request();
        bench.asked(new Message.OwnerFound(id(1), lookupId, false));
        String reason = "neither its owner nor the peers with copies have it";
        assertThat(bench.lines()).containsExactly("File 2012 was not received: " + reason + ".");
        assertThat(bench.reports(LifeEvent.ActionFailed.class))
                .containsExactly(new LifeEvent.ActionFailed("request 2012 from 8", reason));
        assertThat(bench.effects(Effect.CallLater.class)).isEmpty();
    }

    /** SPEC 3.3: served at once from the peer's own store, with a line that says so. */
    @Test
    void aFileThatThePeerHoldsComesFromItsOwnStore() {
        Bench holder = Bench.inItsRing(Bench.file("0100.txt", 10, 1));
        holder.command(new PeerCommand.Request(new FileNumber("0100")));
        FileEffect.Copy copy = holder.effect(FileEffect.Copy.class);
        assertThat(holder.effects())
                .containsExactly(
                        new FileEffect.Copy(
                                copy.handle(),
                                new FileEffect.Source.Held(new FileNumber("0100")),
                                FileEffect.Destination.RECEIVED,
                                0));
        holder.give(
                new FileInput.Finished(
                        copy.handle(), Bench.file("0100.txt", 10, 1), "received/0100.txt"));
        assertThat(holder.lines())
                .containsExactly("File 0100 is stored here: it is served from my own store.");
        assertThat(holder.reports(FileEvent.FileReceived.class))
                .containsExactly(
                        new FileEvent.FileReceived(
                                FileName.parse("0100.txt"), 10, id(5), "received/0100.txt"));
    }

    @Test
    void anOwnerWithoutTheFileLooksEverywhereAndSaysThatItIsMissing() {
        FileNumber own = new FileNumber("0006");
        bench.command(new PeerCommand.Request(own));
        FileEffect.Copy copy = bench.effect(FileEffect.Copy.class);
        assertThat(bench.effects())
                .containsExactly(
                        new FileEffect.Copy(
                                copy.handle(),
                                new FileEffect.Source.Anywhere(own),
                                FileEffect.Destination.RECEIVED,
                                0));
        bench.give(new FileInput.Failed(copy.handle(), "there is no such file"));
        String reason = "I own it, and there is no such file";
        assertThat(bench.effects())
                .containsExactly(
                        new Effect.PrintNews("File 0006 was not received: " + reason + "."),
                        new Effect.Report(
                                new LifeEvent.ActionFailed("request 0006 from 8", reason)));
    }

    /** SPEC 8.5: the owner may have died, and the next holder has the file. */
    @Test
    void aFileThatDidNotComeWholeIsAskedForAgainFiveTimes() {
        request();
        Timer.RequestAgain again = new Timer.RequestAgain(NAME.number());
        for (int transferId = 1; transferId <= 5; transferId++) {
            breakOff(transferId);
            assertThat(bench.lines())
                    .containsExactly(
                            "File 2012 did not come whole: I must go. I ask for it again.");
            assertThat(bench.effects(Effect.CallLater.class))
                    .containsExactly(new Effect.CallLater(again, 1_000_000));
            bench.fire(again);
            rememberLookup();
        }
        breakOff(6);
        assertThat(bench.lines()).containsExactly("File 2012 was not received: I must go.");
        assertThat(bench.effects(Effect.CallLater.class)).isEmpty();
        assertThat(bench.fire(again).effects()).isEmpty();
    }

    private void breakOff(long transferId) {
        bench.asked(offer(transferId, lookupId, NAME, 1_000));
        bench.asked(new Message.TransferOver(id(1), transferId, "I must go"));
    }

    private void request() {
        bench.command(new PeerCommand.Request(NAME.number()));
        rememberLookup();
    }

    private void rememberLookup() {
        lookupId = bench.purposes(QuestionPurpose.LookupHop.class).getFirst().lookup().lookupId();
    }

    private static Message.Offer offer(long transferId, long lookupId, FileName file, long bytes) {
        return Bench.offer(
                1,
                transferId,
                TransferPurpose.REQUEST,
                lookupId,
                new StoredFile(file, bytes, Bench.DIGEST, 1),
                1);
    }
}
