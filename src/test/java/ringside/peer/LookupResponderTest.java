package ringside.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.peer.Bench.id;

import org.junit.jupiter.api.Test;
import ringside.ring.FileNumber;
import ringside.status.LookupEvent;
import ringside.status.LookupPurpose;
import ringside.status.TransferPurpose;

/** SPEC 3.2, 3.3, 8.5: an owner that receives a lookup. */
class LookupResponderTest {

    private static final FileNumber NUMBER = new FileNumber("0004");

    private static final String NOT_HERE = "there is no such file";

    /** SPEC 3.3, 4.1: it reports the file and offers it once the disk has found it. */
    @Test
    void anOwnerWithTheFileOffersItToTheRequester() {
        Bench bench = Bench.inItsRing(Bench.file("0004.txt", 1_000, 1));
        bench.asked(request(0));
        assertThat(bench.lines()).isEmpty();
        FileHandle handle = bench.effect(FileEffect.Open.class).handle();
        bench.give(new FileInput.Opened(handle, Bench.file("0004.txt", 1_000, 1)));
        assertThat(bench.lines())
                .containsExactly(
                        "File 0004 is here.",
                        "A response message, destined for peer 77, has been sent.");
        assertThat(bench.reports(LookupEvent.class)).containsExactly(arrived(true));
        Effect.Ask ask = bench.effect(Effect.Ask.class);
        assertThat(ask.to()).isEqualTo(id(77));
        assertThat(ask.question())
                .isInstanceOfSatisfying(
                        Message.Offer.class,
                        offer -> {
                            assertThat(offer.purpose()).isEqualTo(TransferPurpose.REQUEST);
                            assertThat(offer.lookupId()).isEqualTo(9);
                            assertThat(offer.stored()).isEqualTo(Bench.file("0004.txt", 1_000, 1));
                        });
    }

    /** SPEC 8.5: the owner, then the copies in order. */
    @Test
    void anOwnerWithoutTheFileAsksTheNextHolder() {
        Bench bench = unavailable(0);
        assertThat(bench.lines())
                .containsExactly(
                        "File 0004 should be here, but it is not: " + NOT_HERE + ".",
                        "File request message has been forwarded to my successor.");
        assertThat(bench.effect(Effect.Ask.class).question())
                .isEqualTo(
                        new Message.Lookup(
                                id(5), 9, LookupPurpose.REQUEST, NUMBER, id(77), 4, true, 1));
        assertThat(bench.reports(LookupEvent.class))
                .containsExactly(
                        new LookupEvent.LookupForwarded(9, NUMBER, id(77), 3, id(8), true, 1));
    }

    /** SPEC 3.2: the requester learns that the owner does not have the file. */
    @Test
    void theLastHolderWithoutTheFileTellsTheRequester() {
        Bench bench = unavailable(2);
        assertThat(bench.effects(Effect.Ask.class))
                .containsExactly(
                        new Effect.Ask(
                                id(77),
                                new Message.OwnerFound(id(5), 9, false),
                                new QuestionPurpose.OwnerNotice(9)));
        assertThat(bench.reports(LookupEvent.class)).containsExactly(arrived(false));
    }

    /** SPEC 8.1: a writer learns the owner of its file. */
    @Test
    void anOwnerAnswersAStoreWithItsName() {
        Bench bench = Bench.inItsRing();
        bench.asked(lookup(LookupPurpose.STORE, 0));
        assertThat(bench.effects())
                .containsExactly(
                        new Effect.Answer(1, new Message.Accepted()),
                        new Effect.Report(
                                new LookupEvent.LookupArrived(
                                        9, LookupPurpose.STORE, NUMBER, id(77), 3, false)),
                        new Effect.Ask(
                                id(77),
                                new Message.OwnerFound(id(5), 9, false),
                                new QuestionPurpose.OwnerNotice(9)));
    }

    private static Bench unavailable(int copy) {
        Bench bench = Bench.inItsRing();
        bench.asked(request(copy));
        FileHandle handle = bench.effect(FileEffect.Open.class).handle();
        return bench.give(new FileInput.Failed(handle, NOT_HERE));
    }

    private static LookupEvent arrived(boolean held) {
        return new LookupEvent.LookupArrived(9, LookupPurpose.REQUEST, NUMBER, id(77), 3, held);
    }

    private static Message.Lookup request(int copy) {
        return lookup(LookupPurpose.REQUEST, copy);
    }

    private static Message.Lookup lookup(LookupPurpose purpose, int copy) {
        return new Message.Lookup(id(1), 9, purpose, NUMBER, id(77), 3, copy > 0, copy);
    }
}
