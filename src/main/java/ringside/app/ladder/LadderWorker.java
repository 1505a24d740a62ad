package ringside.app.ladder;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import ringside.ladder.LadderRow;
import ringside.ladder.LadderRows;
import ringside.ladder.LadderScale;
import ringside.ladder.LadderTrace;
import ringside.model.TransferState;
import ringside.status.FileEvent.SegmentTraced;

/**
 * Computes the pictures of one transfer's ladder on a worker thread: one of 100,000 segments takes
 * a tenth of a second, which would freeze the window. Call its methods on the JavaFX thread; they
 * return at once, and at most one picture is in progress.
 */
final class LadderWorker {

    /** Computing pictures takes at most one part in this many of the worker's time. */
    private static final int COST_SHARE = 10;

    private final Executor worker;

    /** Used by the worker alone. */
    private final LadderTrace trace = new LadderTrace();

    private final AtomicBoolean busy = new AtomicBoolean();
    private final AtomicLong notBeforeNanos = new AtomicLong(System.nanoTime());
    private final AtomicReference<@Nullable LadderData> made = new AtomicReference<>();

    /** A step of the transfer, and when it happened, in microseconds since the epoch. */
    record Step(long atMicros, SegmentTraced what) {}

    /**
     * An order for a picture.
     *
     * @param edition its number
     * @param news the steps since the last order
     * @param transfer as it is shown
     * @param asOfMicros the time that is shown, in microseconds since the epoch
     * @param opened the runs that the user has opened
     */
    record Order(
            long edition,
            List<Step> news,
            TransferState transfer,
            long asOfMicros,
            Set<Integer> opened) {

        Order {
            news = List.copyOf(news);
            opened = Set.copyOf(opened);
        }
    }

    /** Knows no step of its transfer yet; {@code worker} runs one task after another. */
    LadderWorker(Executor worker) {
        this.worker = worker;
    }

    /**
     * Returns whether an order can be taken now: none is in progress, and the pause after the last
     * one is over.
     */
    boolean isReady() {
        return !busy.get() && System.nanoTime() - notBeforeNanos.get() >= 0;
    }

    /** Skips the pause before the next order, as the user is waiting for it. */
    void hurry() {
        notBeforeNanos.set(System.nanoTime());
    }

    /** Computes a picture in the background; call only while {@link #isReady ready}. */
    void make(Order order) {
        busy.set(true);
        worker.execute(() -> {
            long began = System.nanoTime();
            try {
                order.news().forEach(step -> trace.add(step.atMicros(), step.what()));
                made.set(picture(order));
            } finally {
                long now = System.nanoTime();
                notBeforeNanos.set(now + (now - began) * (COST_SHARE - 1));
                busy.set(false);
            }
        });
    }

    private LadderData picture(Order order) {
        List<LadderRow> rows = LadderRows.of(trace, order.asOfMicros(), order.opened());
        return new LadderData(
                order.edition(),
                order.transfer().sender(),
                order.transfer().receiver(),
                rows,
                LadderScale.of(rows, order.asOfMicros()),
                LossIndex.of(rows, order.asOfMicros(), trace.completeness()),
                trace.completeness(),
                order.transfer().startedAtMicros(),
                order.asOfMicros(),
                order.transfer().window());
    }

    /** Returns the latest picture; null before the first. */
    @Nullable LadderData latest() {
        return made.get();
    }
}
