package ringside.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.peer.Bench.id;

import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.ring.FileNumber;
import ringside.status.LookupEvent;
import ringside.status.LookupPurpose;
import ringside.status.PeerCommand;

/** Reading a file of many GB takes longer than a requester waits for an answer (SPEC 3.2). */
class LongReadingTest {

    private static final FileNumber OWN = new FileNumber("0004");
    private static final FileNumber OTHERS = new FileNumber("0100");
    private static final StoredFile FILE = Bench.file("0004.txt", 0, 7);

    private static Message.Lookup request() {
        return new Message.Lookup(id(1), 77, LookupPurpose.REQUEST, OWN, id(12), 2, true, 0);
    }

    // -- the owner

    @Test
    void anOwnerThatReadsForLongSaysThatItHasTheFile() {
        Bench bench = Bench.inItsRing(FILE).asked(request());
        FileHandle handle = bench.effect(FileEffect.Open.class).handle();
        Timer.ReadingDue due = bench.timer(Timer.ReadingDue.class);
        bench.fire(due);
        assertThat(bench.effect(Effect.Ask.class))
                .isEqualTo(
                        new Effect.Ask(
                                id(12),
                                new Message.OwnerFound(id(5), 77, true),
                                new QuestionPurpose.OwnerNotice(77)));
        assertThat(bench.timer(Timer.ReadingDue.class)).isEqualTo(due);
        bench.give(new FileInput.Opened(handle, FILE));
        bench.fire(due);
        assertThat(bench.effects()).isEmpty();
    }

    @Test
    void aRequestThatComesAgainMeanwhileIsNotReadTwice() {
        Bench bench = Bench.inItsRing(FILE).asked(request());
        bench.asked(request());
        assertThat(bench.effects(FileEffect.Open.class)).isEmpty();
        assertThat(bench.reply()).isEqualTo(new Message.Accepted());
    }

    // -- the requester

    @Test
    void aRequesterWaitsAsLongAsTheOwnerReads() {
        Bench bench = Bench.peerFive().command(new PeerCommand.Request(OTHERS));
        Timer.LookupOverdue overdue = bench.timer(Timer.LookupOverdue.class);
        Message.OwnerFound reading = new Message.OwnerFound(id(104), overdue.lookupId(), true);
        bench.atMs(4_000).asked(reading);
        assertThat(bench.lines())
                .containsExactly("Peer 104 has the file 0100 and reads it before it sends it.");
        assertThat(bench.reports(LookupEvent.LookupAnswered.class)).isEmpty();
        bench.atMs(5_000).fire(overdue);
        assertThat(bench.effects()).containsExactly(new Effect.CallLater(overdue, 4_000_000));
        bench.atMs(6_000).asked(reading);
        assertThat(bench.lines()).isEmpty();
    }

    @Test
    void anOwnerThatFallsSilentIsAskedAgain() {
        Bench bench = Bench.peerFive().command(new PeerCommand.Request(OTHERS));
        Timer.LookupOverdue overdue = bench.timer(Timer.LookupOverdue.class);
        bench.atMs(4_000).asked(new Message.OwnerFound(id(104), overdue.lookupId(), true));
        bench.atMs(9_000).fire(overdue);
        assertThat(bench.reports(LookupEvent.LookupSent.class))
                .extracting(LookupEvent.LookupSent::attempt)
                .isEqualTo(List.of(2));
    }
}
