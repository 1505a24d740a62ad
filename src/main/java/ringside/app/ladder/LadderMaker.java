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
 * Makes pictures of one transfer's ladder on a worker's thread: one of 100,000 segments takes a
 * tenth of a second, for which no window may stand still. Its methods are for the JavaFX thread and
 * return at once; one picture is under way at most.
 */
final class LadderMaker {

    /** Of the time at most one part in so many goes into making pictures. */
    private static final int COST_SHARE = 10;

    private final Executor worker;

    /** Only the worker touches it. */
    private final LadderTrace trace = new LadderTrace();

    private final AtomicBoolean busy = new AtomicBoolean();
    private final AtomicLong notBeforeNanos = new AtomicLong(System.nanoTime());
    private final AtomicReference<@Nullable LadderPicture> made = new AtomicReference<>();

    /** A step of the transfer, and when it happened, in microseconds since the epoch. */
    record Step(long atMicros, SegmentTraced what) {}

    /**
     * What picture is wanted.
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

    /**
     * Makes pictures of a transfer of which nothing is known yet.
     *
     * @param worker does one thing after another
     */
    LadderMaker(Executor worker) {
        this.worker = worker;
    }

    /** Whether an order is taken now: none is under way, and the last one has been paid for. */
    boolean isReady() {
        return !busy.get() && System.nanoTime() - notBeforeNanos.get() >= 0;
    }

    /** The next order is taken as soon as none is under way: somebody waits for it. */
    void hurry() {
        notBeforeNanos.set(System.nanoTime());
    }

    /** Makes a picture, some time soon; only while {@link #isReady ready}. */
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

    private LadderPicture picture(Order order) {
        List<LadderRow> rows = LadderRows.of(trace, order.asOfMicros(), order.opened());
        return new LadderPicture(
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

    /** The latest picture; null before the first. */
    @Nullable LadderPicture latest() {
        return made.get();
    }
}
