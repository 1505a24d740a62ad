package ringside.app.ladder;

import java.util.List;
import ringside.ladder.Arrow;
import ringside.ladder.LadderRow;
import ringside.ladder.LadderTrace.Completeness;

/**
 * Counts losses and retransmissions up to each row of a ladder, so that any range can be judged
 * without looking at its rows. Immutable.
 */
final class LossIndex {

    private final int[] lostBefore;
    private final int[] resentBefore;

    private LossIndex(int[] lostBefore, int[] resentBefore) {
        this.lostBefore = lostBefore;
        this.resentBefore = resentBefore;
    }

    /** The worst that happened in a range of rows. */
    enum Worst {
        NOTHING,
        RESENT,
        LOST
    }

    /**
     * Counts the losses and retransmissions of some rows.
     *
     * @param rows in the order of time
     * @param asOfMicros the time of the view, in microseconds since the epoch
     * @param known how much of the transfer was reported
     */
    static LossIndex of(List<LadderRow> rows, long asOfMicros, Completeness known) {
        int[] lost = new int[rows.size() + 1];
        int[] resent = new int[rows.size() + 1];
        int i = 0;
        for (LadderRow row : rows) {
            Worst worst = worstOf(row, asOfMicros, known);
            lost[i + 1] = lost[i] + (worst == Worst.LOST ? 1 : 0);
            resent[i + 1] = resent[i] + (worst == Worst.RESENT ? 1 : 0);
            i++;
        }
        return new LossIndex(lost, resent);
    }

    private static Worst worstOf(LadderRow row, long asOfMicros, Completeness known) {
        return switch (row) {
            case LadderRow.Single single -> worstOf(single.arrow(), asOfMicros, known);
            case LadderRow.Waited _ -> Worst.RESENT;
            case LadderRow.Run _ -> Worst.NOTHING;
        };
    }

    private static Worst worstOf(Arrow arrow, long asOfMicros, Completeness known) {
        return switch (ArrowOutcome.of(arrow, asOfMicros, known)) {
            case DROPPED, LOST -> Worst.LOST;
            case ARRIVED, FLYING, UNKNOWN -> arrow.isAgain() ? Worst.RESENT : Worst.NOTHING;
        };
    }

    /** Returns the worst outcome of the rows from {@code from} to {@code to}, exclusive. */
    Worst between(int from, int to) {
        if (lostBefore[to] > lostBefore[from]) {
            return Worst.LOST;
        }
        return resentBefore[to] > resentBefore[from] ? Worst.RESENT : Worst.NOTHING;
    }
}
