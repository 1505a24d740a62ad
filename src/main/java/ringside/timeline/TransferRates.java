package ringside.timeline;

import java.util.ArrayList;
import java.util.List;
import ringside.model.TransferState;
import ringside.status.FileEvent;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;

/** How fast a transfer was when, and how fast stop-and-wait could be. Pure. */
public final class TransferRates {

    /** A rate is the mean of at least so long: shorter ones jump between nothing and too much. */
    static final long LEAST_MICROS = 200_000;

    /** Points at most; a longer transfer is told by its end. */
    static final int MOST_POINTS = 300;

    private static final double MICROS_PER_SECOND = 1e6;

    private TransferRates() {}

    /**
     * One mean rate.
     *
     * @param seconds since the transfer's start, at the end of what the mean is of
     * @param bytesPerSecond of acknowledged data
     */
    public record Point(double seconds, double bytesPerSecond) {}

    /** The rates that the sender of a transfer told up to a position, in their order. */
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
        return switch (entry.event()) {
            case FileEvent.TransferProgress e
                    when e.transferId() == transfer.transferId() && e.sending() ->
                    e.bytes();
            case FileEvent.TransferDone e
                    when e.transferId() == transfer.transferId() && e.sending() ->
                    e.bytes();
            case StatusEvent _ -> -1;
        };
    }

    /**
     * The rate that stop-and-wait cannot pass: one segment each round trip, and for each loss a
     * whole time-out (SPEC 4.2).
     *
     * @param mss bytes of a segment
     * @param roundTripMicros from sending a segment to its acknowledgement, more than 0
     * @param loss share of segments lost, 0 up to 1, without the latter
     * @param timeOutMicros the wait after a loss
     * @return bytes a second
     */
    public static double stopAndWaitBound(
            int mss, double roundTripMicros, double loss, long timeOutMicros) {
        double lossesForEachSegment = loss / (1 - loss);
        return mss * MICROS_PER_SECOND / (roundTripMicros + lossesForEachSegment * timeOutMicros);
    }
}
