package ringside.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import ringside.status.FileEvent;
import ringside.status.PeerCommand;

/** SPEC 8.5: a requested file resumes where its transfer broke off. */
class PartialDownloadsTest {

    private static final String OTHER_DIGEST = "1".repeat(64);

    private final IncomingBench incoming = new IncomingBench();

    @Test
    void theSameFileGoesOnWhereItBrokeOff() {
        FileHandle handle = incoming.begin(1, 2_000);
        incoming.segment(1, 1, 400);
        incoming.segment(1, 801, 400);
        incoming.breakOff(1);
        assertThat(incoming.bench.effects(FileEffect.Close.class)).isEmpty();
        assertThat(incoming.resume(2, 2_000, Bench.DIGEST))
                .isEqualTo(new Message.Welcome(400, 100_000));
        assertThat(incoming.bench.effects(FileEffect.Create.class)).isEmpty();
        assertThat(incoming.bench.reports(FileEvent.TransferStarted.class))
                .extracting(FileEvent.TransferStarted::offset)
                .containsExactly(400L);
        assertThat(incoming.bench.lines())
                .contains("We now go on receiving the file, from byte 400 .........");
        incoming.segment(2, 401, 400);
        assertThat(incoming.bench.effects(FileEffect.Write.class))
                .extracting(FileEffect.Write::handle, FileEffect.Write::offset)
                .containsExactly(tuple(handle, 400L));
    }

    @Test
    void anotherFileOfThatNumberBeginsAnew() {
        FileHandle handle = incoming.begin(1, 2_000);
        incoming.segment(1, 1, 400);
        incoming.breakOff(1);
        assertThat(incoming.resume(2, 2_000, OTHER_DIGEST))
                .isEqualTo(new Message.Welcome(0, 100_000));
        assertThat(incoming.bench.effects()).contains(new FileEffect.Close(handle));
        assertThat(incoming.bench.effects(FileEffect.Create.class)).hasSize(1);
    }

    @Test
    void theDigestOfTheWholeDecides() {
        FileHandle handle = incoming.begin(1, 800);
        incoming.segment(1, 1, 400);
        incoming.breakOff(1);
        incoming.resume(2, 800, Bench.DIGEST);
        incoming.segment(2, 401, 400);
        assertThat(incoming.bench.effects(FileEffect.Finish.class))
                .containsExactly(new FileEffect.Finish(handle, Bench.DIGEST));
    }

    @Test
    void aPartThatNobodyAsksForAgainGoes() {
        FileHandle handle = incoming.begin(1, 2_000);
        incoming.segment(1, 1, 400);
        incoming.breakOff(1);
        assertThat(incoming.bench.fire(new Timer.PartialDownloadStale(handle)).effects())
                .containsExactly(new FileEffect.Close(handle));
        assertThat(incoming.resume(2, 2_000, Bench.DIGEST))
                .isEqualTo(new Message.Welcome(0, 100_000));
    }

    @Test
    void aTimerOfAnEarlierPartLeavesTheNextOneAlone() {
        FileHandle first = incoming.begin(1, 2_000);
        incoming.segment(1, 1, 400);
        incoming.breakOff(1);
        incoming.resume(2, 2_000, Bench.DIGEST);
        assertThat(incoming.bench.fire(new Timer.PartialDownloadStale(first)).effects()).isEmpty();
        incoming.segment(2, 401, 400);
        assertThat(incoming.written()).containsExactly(400L);
    }

    @Test
    void nothingThatHasNotBegunIsKept() {
        FileHandle handle = incoming.begin(1, 2_000);
        incoming.breakOff(1);
        assertThat(incoming.bench.effects(FileEffect.Close.class))
                .containsExactly(new FileEffect.Close(handle));
    }

    /** SPEC 10.4: after a disk failure there is nothing to resume. */
    @Test
    void aPartThatCouldNotBeWrittenIsNotKept() {
        FileHandle handle = incoming.begin(1, 2_000);
        incoming.segment(1, 1, 400);
        incoming.bench.give(new FileInput.Failed(handle, "the disk is full"));
        assertThat(incoming.resume(2, 2_000, Bench.DIGEST))
                .isEqualTo(new Message.Welcome(0, 100_000));
    }

    @Test
    void aLeaverKeepsNoParts() {
        FileHandle handle = incoming.begin(1, 2_000);
        incoming.segment(1, 1, 400);
        incoming.breakOff(1);
        incoming.bench.command(new PeerCommand.Quit());
        assertThat(incoming.bench.effects(FileEffect.Close.class))
                .containsExactly(new FileEffect.Close(handle));
    }
}
