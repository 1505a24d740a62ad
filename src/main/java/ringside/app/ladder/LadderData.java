package ringside.app.ladder;

import java.util.List;
import ringside.ladder.Arrow;
import ringside.ladder.LadderRow;
import ringside.ladder.LadderScale;
import ringside.ladder.LadderTrace.Completeness;
import ringside.ring.PeerId;

/**
 * All data from which a ladder is drawn. Immutable: computed on one thread and drawn on another.
 *
 * @param edition grows with each picture; two editions may look different
 * @param rows in the order of time
 * @param scale of those rows
 * @param losses in those rows
 * @param completeness how much of the transfer was reported
 * @param startMicros when the transfer began, in microseconds since the epoch
 * @param asOfMicros the time that is shown
 * @param window segments in flight at once; 1 is stop-and-wait
 */
record LadderData(
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

    /** Returns where a row begins, in pixels at zoom 1. */
    double yOf(LadderRow row) {
        return switch (row) {
            case LadderRow.Single single -> scale.yOf(single.arrow().sentAtMicros());
            case LadderRow.Waited waited -> scale.yOf(waited.timeOut().fromMicros());
            case LadderRow.Run run -> scale.yOf(run.fromMicros());
        };
    }

    ArrowOutcome outcomeOf(Arrow arrow) {
        return ArrowOutcome.of(arrow, asOfMicros, completeness);
    }
}
