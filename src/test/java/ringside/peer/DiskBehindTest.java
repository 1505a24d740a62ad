package ringside.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.peer.Bench.id;

import org.junit.jupiter.api.Test;

/** SPEC 4.9: a receiver whose disk is behind accepts at most a window, and stays alive. */
class DiskBehindTest {

    private static final Input BEHIND = new Input.DiskBehind();
    private static final Input CAUGHT_UP = new Input.DiskCaughtUp();

    private final IncomingBench incoming = new IncomingBench();

    @Test
    void aSegmentIsNeitherWrittenNorAcknowledgedWhileTheDiskIsBehind() {
        incoming.begin(1, 2_000, 1);
        incoming.bench.give(BEHIND);
        incoming.segment(1, 1, 400);
        assertNothingIsDone();
        incoming.segment(1, 1, 400);
        assertNothingIsDone();
    }

    @Test
    void aSegmentIsWrittenAndAcknowledgedWhenTheDiskHasCaughtUp() {
        incoming.begin(1, 2_000, 1);
        incoming.bench.give(BEHIND);
        incoming.segment(1, 1, 400);
        incoming.bench.give(CAUGHT_UP);
        assertThat(incoming.written()).containsExactly(0L);
        assertThat(incoming.bench.effects(Effect.Send.class)).containsExactly(acknowledged(401));
        incoming.segment(1, 401, 400);
        assertThat(incoming.written()).containsExactly(400L);
        assertThat(incoming.bench.effects(Effect.Send.class)).containsExactly(acknowledged(801));
    }

    @Test
    void nothingIsAcknowledgedTwiceWhenNothingHasWaited() {
        incoming.begin(1, 2_000, 1);
        incoming.segment(1, 1, 400);
        incoming.bench.give(BEHIND);
        incoming.bench.give(CAUGHT_UP);
        assertNothingIsDone();
    }

    /** Its acknowledgement was lost, but its bytes are with the disk, so it may be acknowledged. */
    @Test
    void aRepeatedSegmentFromBeforeIsAcknowledged() {
        incoming.begin(1, 2_000, 1);
        incoming.segment(1, 1, 400);
        incoming.bench.give(BEHIND);
        incoming.segment(1, 1, 400);
        assertThat(incoming.written()).isEmpty();
        assertThat(incoming.bench.effects(Effect.Send.class)).containsExactly(acknowledged(401));
    }

    @Test
    void aWindowIsKeptAndThenWrittenAtOnce() {
        incoming.begin(1, 20_000, 4);
        incoming.bench.give(BEHIND);
        for (long sequence = 1; sequence <= 2_001; sequence += 400) {
            incoming.segment(1, sequence, 400);
            assertNothingIsDone();
        }
        incoming.bench.give(CAUGHT_UP);
        assertThat(incoming.written()).containsExactly(0L, 400L, 800L, 1_200L);
        assertThat(incoming.bench.effects(Effect.Send.class))
                .containsExactly(IncomingBench.acknowledged(1_601));
    }

    @Test
    void theLastSegmentOfAFileWaitsToo() {
        incoming.begin(1, 400, 1);
        incoming.bench.give(BEHIND);
        incoming.segment(1, 1, 400);
        assertThat(incoming.bench.effects(FileEffect.Finish.class)).isEmpty();
        incoming.bench.give(CAUGHT_UP);
        assertThat(incoming.bench.effects(FileEffect.Finish.class)).hasSize(1);
    }

    /** A sender that is heard from is not silent, even if nothing it sends is accepted. */
    @Test
    void theSenderIsNotTakenForSilent() {
        incoming.begin(1, 2_000, 1);
        incoming.bench.give(BEHIND);
        incoming.bench.atMs(24_000);
        incoming.segment(1, 1, 400);
        incoming.bench.atMs(26_000).fire(new Timer.SenderCheckDue(id(1), 1));
        assertThat(incoming.bench.effects(Effect.Report.class)).isEmpty();
        assertThat(incoming.bench.effects(Effect.CallLater.class)).hasSize(1);
    }

    private void assertNothingIsDone() {
        assertThat(incoming.written()).isEmpty();
        assertThat(incoming.bench.effects(Effect.Send.class)).isEmpty();
    }

    private static Effect.Send acknowledged(long number) {
        return new Effect.Send(id(1), new Datagram.Acknowledgement(1, number));
    }
}
