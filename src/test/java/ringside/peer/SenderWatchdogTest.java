package ringside.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.peer.Bench.id;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import ringside.status.FileEvent;
import ringside.status.TransferPurpose;

/** SPEC 4.8: a receiver detects a sender that has stopped, long before it must give up. */
class SenderWatchdogTest {

    private static final Timer.SenderCheckDue DUE = new Timer.SenderCheckDue(id(1), 7);
    private static final QuestionPurpose.SenderTest TEST = new QuestionPurpose.SenderTest(id(1), 7);
    private static final Effect.Ask QUESTION =
            new Effect.Ask(id(1), new Message.StillSending(id(5), 7), TEST);

    private final Bench bench = Bench.inItsRing();

    @Test
    void aSenderThatSpeaksIsNotAsked() {
        begin();
        bench.atMs(2_000);
        segment();
        assertThat(bench.atMs(2_500).fire(DUE).effects())
                .containsExactly(new Effect.CallLater(DUE, 2_000_000));
        assertThat(bench.atMs(4_500).fire(DUE).effects()).contains(QUESTION);
    }

    /** Stop-and-wait with a high loss is silent for many seconds. */
    @Test
    void aSilentSenderThatSaysThatItSendsIsWaitedFor() {
        begin();
        for (int second = 0; second < 20; second++) {
            assertThat(bench.atMs(2_500 + second * 1_000L).fire(DUE).effects())
                    .containsExactly(QUESTION, new Effect.CallLater(DUE, 1_000_000));
            assertThat(bench.answered(TEST, new Message.Accepted()).effects()).isEmpty();
        }
        segment();
        assertThat(bench.effects(FileEffect.Write.class)).hasSize(1);
    }

    /** SPEC 4.4: longer than the sender itself would try. */
    @Test
    void aSenderThatSaysThatItSendsButDoesNotFailsInTheEnd() {
        begin();
        bench.atMs(24_999).fire(DUE);
        assertThat(bench.effects()).contains(QUESTION);
        bench.atMs(25_000).fire(DUE);
        assertBrokenOff("peer 1 fell silent");
    }

    @Test
    void aSenderThatDoesNotAnswerTwiceHasGone() {
        begin();
        bench.atMs(2_500).fire(DUE);
        assertThat(bench.unanswered(TEST).effects()).isEmpty();
        bench.atMs(3_500).fire(DUE);
        bench.unanswered(TEST);
        assertBrokenOff("peer 1 has gone");
    }

    @Test
    void oneLostAnswerBetweenSegmentsProvesNothing() {
        begin();
        bench.atMs(2_500).fire(DUE);
        bench.unanswered(TEST);
        segment();
        bench.atMs(3_500).fire(DUE);
        bench.atMs(5_000).fire(DUE);
        assertThat(bench.unanswered(TEST).effects()).isEmpty();
    }

    @Test
    void anAnswerBetweenTwoQuestionsProvesThatItLives() {
        begin();
        bench.atMs(2_500).fire(DUE);
        bench.unanswered(TEST);
        bench.answered(TEST, new Message.Accepted());
        assertThat(bench.unanswered(TEST).effects()).isEmpty();
    }

    /** It was restarted, and does not know about its earlier transfers. */
    @Test
    void aSenderSaysThatATransferHasEnded() {
        begin();
        bench.atMs(2_500).fire(DUE);
        bench.answered(TEST, new Message.Refused("peer 1 has ended it"));
        assertBrokenOff("peer 1 does not send it any more");
    }

    @Test
    void aSenderAnswersForItsOwnTransfersOnly() {
        UploadsBench uploads = UploadsBench.accepted(1_000);
        assertThat(ask(uploads, 12, uploads.transferId)).isEqualTo(new Message.Accepted());
        assertThat(ask(uploads, 12, uploads.transferId + 1)).isInstanceOf(Message.Refused.class);
        assertThat(ask(uploads, 8, uploads.transferId)).isInstanceOf(Message.Refused.class);
    }

    private static Message.@Nullable Reply ask(UploadsBench uploads, int from, long transferId) {
        return uploads.bench.asked(new Message.StillSending(id(from), transferId)).reply();
    }

    private void begin() {
        bench.asked(
                Bench.offer(
                        1, 7, TransferPurpose.HANDOVER, 0, Bench.file("0100.txt", 1_000, 3), 1));
    }

    private void segment() {
        bench.datagram(1, new Datagram.Segment(7, 1, 400, Bytes.of(new byte[400])));
    }

    private void assertBrokenOff(String reason) {
        assertThat(bench.effects(FileEffect.Close.class)).hasSize(1);
        assertThat(bench.reports(FileEvent.TransferFailed.class))
                .containsExactly(new FileEvent.TransferFailed(7, false, reason));
    }
}
