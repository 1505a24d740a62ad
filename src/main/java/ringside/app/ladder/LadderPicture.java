package ringside.app.ladder;

import static java.util.Objects.requireNonNull;

import java.util.List;
import ringside.ladder.Arrow;
import ringside.ladder.LadderRow;
import ringside.ladder.LadderScale;
import ringside.ring.PeerId;

/**
 * All that one ladder is drawn from. Immutable but for the arrows, which may still arrive.
 *
 * @param edition grows with each picture: another edition may look otherwise
 * @param rows in the order of time
 * @param scale of those rows
 * @param startMicros when the transfer began, in microseconds since the epoch
 * @param asOfMicros the time that is shown
 * @param window segments under way at once; 1 is stop-and-wait
 */
record LadderPicture(
        long edition,
        PeerId sender,
        PeerId receiver,
        List<LadderRow> rows,
        LadderScale scale,
        long startMicros,
        long asOfMicros,
        int window) {

    LadderPicture {
        requireNonNull(sender, "sender");
        requireNonNull(receiver, "receiver");
        requireNonNull(scale, "scale");
    }

    /** Where a row begins, in pixels at zoom 1. */
    double yOf(LadderRow row) {
        return switch (row) {
            case LadderRow.Single single -> scale.yOf(single.arrow().sentAtMicros());
            case LadderRow.Waited waited -> scale.yOf(waited.timeOut().fromMicros());
            case LadderRow.Run run -> scale.yOf(run.fromMicros());
        };
    }

    /** What has become of an arrow by now. */
    Fate fateOf(Arrow arrow) {
        if (arrow.isDropped()) {
            return Fate.DROPPED;
        }
        if (arrow.hasArrivedBy(asOfMicros)) {
            return Fate.ARRIVED;
        }
        return asOfMicros - arrow.sentAtMicros() > LOST_AFTER_MICROS ? Fate.LOST : Fate.FLYING;
    }

    /** On one machine a datagram takes a millisecond; after so long it does not come any more. */
    private static final long LOST_AFTER_MICROS = 300_000;

    /** What becomes of an arrow. */
    enum Fate {
        ARRIVED,
        FLYING,
        /** Thrown away on purpose. */
        DROPPED,
        /** It never came. */
        LOST
    }
}
