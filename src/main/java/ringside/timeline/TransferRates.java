package ringside.timeline;

import java.util.ArrayList;
import java.util.List;
import ringside.model.TransferState;
import ringside.status.FileEvent;
import ringside.status.StatusEntry;

/** Computes the rate of a transfer over time, and the limit of stop-and-wait. Pure. */
public final class TransferRates {

    /**
     * Each rate is a mean over at least this time: shorter means jump between zero and too much.
     */
    static final long LEAST_MICROS = 200_000;

    /** Maximum number of points; of a longer transfer only the end is shown. */
    static final int MOST_POINTS = 300;

    private static final double MICROS_PER_SECOND = 1e6;

    private TransferRates() {}

    /**
     * One mean rate.
     *
     * @param seconds time since the transfer's start, at the end of the averaged interval
     * @param bytesPerSecond rate of acknowledged data
     */
    public record Point(double seconds, double bytesPerSecond) {}

    /** Returns the rates that the sender of a transfer reported up to a position, in order. */
    public static List<Point> of(TransferState transfer, History history, int position) {
        List<Point> points = new ArrayList<>();
        long lastAt = transfer.startedAtMicros();
        long lastBytes = transfer.offset();
        int from = history.positionAt(transfer.startedAtMicros() - 1);
        for (int i = Math.max(from, history.first()); i < position; i++) {
            StatusEntry entry = history.entryAfter(i);
            long bytes = acknowledged(entry, transfer);
            long passed = entry.atMicros() - lastAt;
            if (bytes >= 0 && passed >= LEAST_MICROS) {
                points.add(
                        new Point(
                                (entry.atMicros() - transfer.startedAtMicros()) / MICROS_PER_SECOND,
                                (bytes - lastBytes) * MICROS_PER_SECOND / passed));
                lastAt = entry.atMicros();
                lastBytes = bytes;
            }
        }
        return points.subList(Math.max(0, points.size() - MOST_POINTS), points.size());
    }

    private static long acknowledged(StatusEntry entry, TransferState transfer) {
        if (!entry.peer().equals(transfer.sender())) {
            return -1;
        }
        if (entry.event() instanceof FileEvent.TransferProgress e
                && e.transferId() == transfer.transferId()
                && e.sending()) {
            return e.bytes();
        }
        if (entry.event() instanceof FileEvent.TransferDone e
                && e.transferId() == transfer.transferId()
                && e.sending()) {
            return e.bytes();
        }
        return -1;
    }

    /**
     * Returns the upper bound on the rate of stop-and-wait: one segment per round trip, and a whole
     * time-out for each loss (SPEC 4.2).
     *
     * @param mss data bytes of a segment
     * @param roundTripMicros time from sending a segment to its acknowledgement, more than 0
     * @param loss share of segments lost, from 0 to 1, exclusive
     * @param timeOutMicros the wait after a loss
     * @return bytes per second
     */
    public static double stopAndWaitBound(
            int mss, double roundTripMicros, double loss, long timeOutMicros) {
        double lossesForEachSegment = loss / (1 - loss);
        return mss * MICROS_PER_SECOND / (roundTripMicros + lossesForEachSegment * timeOutMicros);
    }
}
