package ringside.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import ringside.status.FileEvent;
import ringside.status.PeerSettings;
import ringside.status.SegmentStep;

/** Peer 5, which sends its file to peer 12 with a window of segments. */
final class SendWindowBench {

    static final int MSS = 400;

    final UploadsBench uploads;

    /** A file of this size has been offered and accepted. */
    SendWindowBench(int window, long bytes) {
        this(Bench.WITHOUT_LOSS.withWindow(window), bytes, Bench.WELCOME);
    }

    SendWindowBench(PeerSettings settings, long bytes, Message.Welcome welcome) {
        uploads = UploadsBench.asked(settings).opened(bytes);
        uploads.bench.answered(new QuestionPurpose.OfferMade(uploads.transferId), welcome);
    }

    void acknowledge(long number, int... beyond) {
        byte[] bitmap = new byte[0];
        for (int after : beyond) {
            int bit = after - 1;
            bitmap = Arrays.copyOf(bitmap, Math.max(bitmap.length, bit / 8 + 1));
            bitmap[bit / 8] |= (byte) (1 << bit % 8);
        }
        uploads.bench.datagram(
                12,
                new Datagram.SelectiveAcknowledgement(
                        uploads.transferId, number, Bytes.of(bitmap)));
    }

    void timeOut(long atMs) {
        uploads.bench.atMs(atMs);
        uploads.timeOut();
    }

    /**
     * Lets the disk read everything requested; returns the sequence numbers of the segments then
     * sent.
     */
    List<Long> readAll() {
        List<Long> sent = new ArrayList<>(sentNow());
        for (FileEffect.Read read : uploads.bench.effects(FileEffect.Read.class)) {
            uploads.read(read.offset(), read.length());
            sent.addAll(sentNow());
        }
        return sent;
    }

    List<Long> sentNow() {
        return uploads.bench.effects(Effect.Send.class).stream()
                .map(send -> (Datagram.Segment) send.message())
                .peek(segment -> assertThat(segment.mss()).isEqualTo(MSS))
                .map(Datagram.Segment::sequence)
                .toList();
    }

    void assertSilent() {
        assertThat(uploads.bench.effects()).allMatch(effect -> effect instanceof Effect.Log);
    }

    List<SegmentStep> steps() {
        return uploads.bench.reports(FileEvent.SegmentTraced.class).stream()
                .map(FileEvent.SegmentTraced::step)
                .toList();
    }

    List<Long> delays() {
        return uploads.bench.effects(Effect.CallLater.class).stream()
                .map(Effect.CallLater::delayMicros)
                .toList();
    }
}
