package ringside.app.ladder;

import static java.util.Objects.requireNonNull;

import java.util.List;
import ringside.ladder.Arrow;
import ringside.ladder.LadderRow;
import ringside.ladder.LadderScale;
import ringside.ladder.LadderTrace.Completeness;
import ringside.ring.PeerId;

/**
 * All that one ladder is drawn from. Immutable: made on one thread and drawn on another.
 *
 * @param edition grows with each picture: another edition may look otherwise
 * @param rows in the order of time
 * @param scale of those rows
 * @param losses in those rows
 * @param completeness of what is known of the transfer
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
        LossIndex losses,
        Completeness completeness,
        long startMicros,
        long asOfMicros,
        int window) {

    LadderPicture {
        requireNonNull(sender, "sender");
        requireNonNull(receiver, "receiver");
        requireNonNull(scale, "scale");
        requireNonNull(losses, "troubles");
        requireNonNull(completeness, "completeness");
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
    ArrowOutcome outcomeOf(Arrow arrow) {
        return ArrowOutcome.of(arrow, asOfMicros, completeness);
    }
}
