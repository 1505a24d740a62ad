package ringside.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static ringside.peer.Bench.id;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import ringside.ring.FileName;
import ringside.status.FileEvent;
import ringside.status.LookupPurpose;
import ringside.status.PeerCommand;
import ringside.status.SuccessorRole;
import ringside.status.TransferPurpose;

/** The receiver's half of the windowed mode, and SPEC 8.5: going on where a transfer broke off. */
class WindowedReceivingTest {

    private static final FileName NAME = FileName.parse("2012.pdf");
    private static final String OTHER_DIGEST = "1".repeat(64);

    private final Bench bench =
            Bench.started(
                            8,
                            Bench.WITHOUT_LOSS.withWindow(4),
                            new Origin.Neighbours(Bench.ids(10, 12)))
                    .ping(5, SuccessorRole.FIRST);

    private long lookupId;

    // -- the window

    @Test
    void segmentsInOrderAreWrittenAndAcknowledgedUpToTheirEnd() {
        begin(1, 2_000);
        segment(1, 1, 400);
        assertThat(written()).containsExactly(0L);
        assertThat(bench.effects(Effect.Send.class)).containsExactly(acknowledged(401));
        segment(1, 401, 400);
        assertThat(written()).containsExactly(400L);
        assertThat(bench.effects(Effect.Send.class)).containsExactly(acknowledged(801));
    }

    @Test
    void segmentsThatComeInARowAreAcknowledgedTogether() {
        begin(1, 20_000, 12);
        early(1, 1, 400);
        assertThat(bench.effects(Effect.Send.class)).isEmpty();
        early(1, 401, 400);
        assertThat(bench.effects(Effect.Send.class)).isEmpty();
        bench.give(new Input.DatagramsTaken());
        assertThat(bench.effects(Effect.Send.class)).containsExactly(acknowledged(801));
        assertThat(bench.give(new Input.DatagramsTaken()).effects()).isEmpty();
    }

    /** The sender must not wait for a burst to end. */
    @Test
    void aQuarterOfAWindowIsAcknowledgedAtTheLatest() {
        begin(1, 20_000, 12);
        early(1, 1, 400);
        early(1, 401, 400);
        early(1, 801, 400);
        assertThat(bench.effects(Effect.Send.class)).containsExactly(acknowledged(1_201));
        assertThat(bench.give(new Input.DatagramsTaken()).effects()).isEmpty();
    }

    @Test
    void nothingIsAcknowledgedOfATransferThatIsOver() {
        begin(1, 20_000, 12);
        early(1, 1, 400);
        breakOff(1);
        assertThat(bench.give(new Input.DatagramsTaken()).effects()).isEmpty();
    }

    @Test
    void whatComesEarlyIsKeptAndWrittenInItsTurn() {
        begin(1, 2_000);
        segment(1, 801, 400);
        assertThat(written()).isEmpty();
        assertThat(bench.effects(Effect.Send.class)).containsExactly(acknowledged(1, 0b10));
        segment(1, 401, 400);
        assertThat(bench.effects(Effect.Send.class)).containsExactly(acknowledged(1, 0b11));
        segment(1, 1, 400);
        assertThat(written()).containsExactly(0L, 400L, 800L);
        assertThat(bench.effects(Effect.Send.class)).containsExactly(acknowledged(1_201));
    }

    @Test
    void aDuplicateIsAcknowledgedAndNotWritten() {
        begin(1, 2_000);
        segment(1, 401, 400);
        segment(1, 401, 400);
        assertThat(bench.effects(Effect.Send.class)).containsExactly(acknowledged(1, 0b1));
        segment(1, 1, 400);
        segment(1, 401, 400);
        assertThat(written()).isEmpty();
        assertThat(bench.effects(Effect.Send.class)).containsExactly(acknowledged(801));
    }

    /** SPEC 10.1: memory stays bounded, whatever a sender sends. */
    @Test
    void whatIsBeyondTheWindowOrNoWholeSegmentIsPassedOver() {
        begin(1, 20_000);
        segment(1, 1 + 4 * 400, 400);
        assertThat(bench.effects()).isEmpty();
        segment(1, 1 + 3 * 400, 400);
        assertThat(bench.effects(Effect.Send.class)).hasSize(1);
        segment(1, 2, 400);
        assertThat(bench.effects()).isEmpty();
        segment(1, 401, 399);
        assertThat(bench.effects()).isEmpty();
    }

    @Test
    void theLastSegmentMayBeShort() {
        begin(1, 900);
        segment(1, 801, 100);
        assertThat(bench.effects(Effect.Send.class)).containsExactly(acknowledged(1, 0b10));
        segment(1, 1, 400);
        segment(1, 401, 400);
        assertThat(written()).containsExactly(400L, 800L);
        assertThat(bench.effects(FileEffect.Finish.class)).hasSize(1);
    }

    @Test
    void theBitmapReachesOverSeveralBytes() {
        EarlySegments early = new EarlySegments();
        for (int after : new int[] {1, 8, 9, 255}) {
            early.keep(after * 7L, Bytes.of((byte) 1));
        }
        Bytes bitmap = early.bitmap(0, 7);
        assertThat(bitmap.length()).isEqualTo(32);
        Datagram.SelectiveAcknowledgement receipt =
                new Datagram.SelectiveAcknowledgement(1, 1, bitmap);
        for (int after = 0; after < 300; after++) {
            assertThat(receipt.has(after))
                    .as("%d segments after the gap", after)
                    .isEqualTo(List.of(1, 8, 9, 255).contains(after));
        }
    }

    // -- going on

    @Test
    void theSameFileGoesOnWhereItBrokeOff() {
        long handle = begin(1, 2_000);
        segment(1, 1, 400);
        segment(1, 801, 400);
        breakOff(1);
        assertThat(bench.effects(FileEffect.Close.class)).isEmpty();
        assertThat(goOn(2, 2_000, Bench.DIGEST)).isEqualTo(new Message.Welcome(400, 100_000));
        assertThat(bench.effects(FileEffect.Create.class)).isEmpty();
        assertThat(bench.reports(FileEvent.TransferStarted.class))
                .extracting(FileEvent.TransferStarted::offset)
                .containsExactly(400L);
        assertThat(bench.lines()).contains("We now go on receiving the file, from byte 400 .........");
        segment(2, 401, 400);
        assertThat(bench.effects(FileEffect.Write.class))
                .extracting(FileEffect.Write::handle, FileEffect.Write::offset)
                .containsExactly(tuple(handle, 400L));
    }

    @Test
    void anotherFileOfThatNumberBeginsAnew() {
        long handle = begin(1, 2_000);
        segment(1, 1, 400);
        breakOff(1);
        assertThat(goOn(2, 2_000, OTHER_DIGEST)).isEqualTo(new Message.Welcome(0, 100_000));
        assertThat(bench.effects()).contains(new FileEffect.Close(handle));
        assertThat(bench.effects(FileEffect.Create.class)).hasSize(1);
    }

    @Test
    void theDigestOfTheWholeDecides() {
        long handle = begin(1, 800);
        segment(1, 1, 400);
        breakOff(1);
        goOn(2, 800, Bench.DIGEST);
        segment(2, 401, 400);
        assertThat(bench.effects(FileEffect.Finish.class))
                .containsExactly(new FileEffect.Finish(handle, Bench.DIGEST));
    }

    @Test
    void aPartThatNobodyAsksForAgainGoes() {
        long handle = begin(1, 2_000);
        segment(1, 1, 400);
        breakOff(1);
        assertThat(bench.fire(new Timer.RemainsStale(handle)).effects())
                .containsExactly(new FileEffect.Close(handle));
        assertThat(goOn(2, 2_000, Bench.DIGEST)).isEqualTo(new Message.Welcome(0, 100_000));
    }

    @Test
    void aTimerOfAnEarlierPartLeavesTheNextOneAlone() {
        long first = begin(1, 2_000);
        segment(1, 1, 400);
        breakOff(1);
        goOn(2, 2_000, Bench.DIGEST);
        assertThat(bench.fire(new Timer.RemainsStale(first)).effects()).isEmpty();
        segment(2, 401, 400);
        assertThat(written()).containsExactly(400L);
    }

    @Test
    void nothingThatHasNotBegunIsKept() {
        long handle = begin(1, 2_000);
        breakOff(1);
        assertThat(bench.effects(FileEffect.Close.class))
                .containsExactly(new FileEffect.Close(handle));
    }

    /** SPEC 10.4: where the disk failed there is nothing to go on with. */
    @Test
    void aPartThatCouldNotBeWrittenIsNotKept() {
        long handle = begin(1, 2_000);
        segment(1, 1, 400);
        bench.give(new FileInput.Failed(handle, "the disk is full"));
        assertThat(goOn(2, 2_000, Bench.DIGEST)).isEqualTo(new Message.Welcome(0, 100_000));
    }

    @Test
    void aLeaverKeepsNoParts() {
        long handle = begin(1, 2_000);
        segment(1, 1, 400);
        breakOff(1);
        bench.command(new PeerCommand.Quit());
        assertThat(bench.effects(FileEffect.Close.class))
                .containsExactly(new FileEffect.Close(handle));
    }

    // -- help

    private long begin(long transferId, long bytes) {
        return begin(transferId, bytes, 4);
    }

    private long begin(long transferId, long bytes, int window) {
        request();
        bench.asked(offer(transferId, bytes, Bench.DIGEST, window));
        return bench.effects(FileEffect.Create.class).stream()
                .mapToLong(FileEffect.Create::handle)
                .findFirst()
                .orElseThrow();
    }

    private void request() {
        bench.command(new PeerCommand.Request(NAME.number()));
        rememberLookup();
    }

    private void rememberLookup() {
        Message.Lookup lookup = bench.purposes(Purpose.LookupHop.class).getFirst().lookup();
        assertThat(lookup.purpose()).isEqualTo(LookupPurpose.REQUEST);
        lookupId = lookup.lookupId();
    }

    private void breakOff(long transferId) {
        bench.asked(new Message.TransferOver(id(1), transferId, "I must go"));
    }

    private Message.@Nullable Reply goOn(
            long transferId, long bytes, String digest) {
        bench.fire(new Timer.RequestAgain(NAME.number()));
        rememberLookup();
        return bench.asked(offer(transferId, bytes, digest, 4)).reply();
    }

    private Message.Offer offer(
            long transferId, long bytes, String digest, int window) {
        return new Message.Offer(
                id(1), transferId, TransferPurpose.REQUEST, lookupId, NAME, bytes, digest, 1, 400,
                window);
    }

    /** It comes, and nothing more waits. */
    private void segment(long transferId, long sequence, int length) {
        early(transferId, sequence, length);
        bench.alsoGive(new Input.DatagramsTaken());
    }

    /** It comes while more is waiting. */
    private void early(long transferId, long sequence, int length) {
        bench.datagram(
                1,
                new Datagram.Segment(transferId, sequence, 400, Bytes.of(new byte[length])));
    }

    private List<Long> written() {
        return bench.effects(FileEffect.Write.class).stream()
                .map(FileEffect.Write::offset)
                .toList();
    }

    private static Effect.Send acknowledged(long number, int... beyond) {
        byte[] bitmap = new byte[beyond.length];
        for (int i = 0; i < beyond.length; i++) {
            bitmap[i] = (byte) beyond[i];
        }
        return new Effect.Send(
                id(1), new Datagram.SelectiveAcknowledgement(
                        1, number, Bytes.of(bitmap)));
    }

}
