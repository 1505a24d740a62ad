package ringside.app.ladder;

import java.util.List;
import java.util.Set;
import ringside.app.base.Texts;
import ringside.ladder.Arrow;
import ringside.ladder.LadderRow;
import ringside.ladder.LadderRows;
import ringside.ladder.LadderScale;
import ringside.ladder.LadderTrace;
import ringside.ladder.LadderTrace.Completeness;
import ringside.ladder.TimeOut;
import ringside.model.Amounts;
import ringside.model.TransferState;

/**
 * A whole ladder as plain shapes and words, for a drawing elsewhere. Times are in microseconds
 * since the run began, heights in pixels below the first moment.
 *
 * @param title the file and its two sides
 * @param notice what the ladder cannot show, and why; empty when it shows everything
 * @param height of the whole ladder
 * @param rows in the order of time
 * @param leftOut rows beyond {@value #MOST_ROWS}
 */
public record LadderScript(
        String title,
        String notice,
        String sender,
        String receiver,
        double height,
        List<Row> rows,
        int leftOut) {

    /** Rows kept: a transfer of 1 MB with a tenth of its segments lost, in small segments. */
    public static final int MOST_ROWS = 8_000;

    private static final double TENTHS = 10;

    /** The shape of a row. */
    public enum Shape {
        /** An arrow from the sender to the receiver. */
        SEGMENT,
        /** An arrow from the sender to the receiver that was sent before. */
        AGAIN,
        /** An arrow from the receiver to the sender. */
        ACKNOWLEDGEMENT,
        /** A bracket at the sender. */
        TIME_OUT,
        /** A box of uneventful segments between the two. */
        RUN
    }

    /**
     * A row.
     *
     * @param atMicros when it begins
     * @param endMicros when its outcome is known
     * @param y where it begins
     * @param endY where it ends
     * @param outcome of an arrow
     * @param label beside it
     * @param words one sentence with the real numbers
     */
    public record Row(
            Shape shape,
            long atMicros,
            long endMicros,
            double y,
            double endY,
            ArrowOutcome outcome,
            String label,
            String words) {

        private Row since(long startMicros) {
            return new Row(
                    shape,
                    atMicros - startMicros,
                    endMicros - startMicros,
                    y,
                    endY,
                    outcome,
                    label,
                    words);
        }
    }

    /**
     * Returns the ladder of a transfer.
     *
     * @param trace the steps of the transfer
     * @param transfer as it was last known
     * @param startMicros when the run began, in microseconds since the epoch
     * @param asOfMicros the end of what is known
     */
    public static LadderScript of(
            LadderTrace trace, TransferState transfer, long startMicros, long asOfMicros) {
        List<LadderRow> all = LadderRows.of(trace, asOfMicros, Set.of());
        List<LadderRow> rows = all.subList(0, Math.min(MOST_ROWS, all.size()));
        LadderScale scale = LadderScale.of(rows, asOfMicros);
        Completeness known = trace.completeness();
        LadderData data =
                new LadderData(
                        0,
                        transfer.sender(),
                        transfer.receiver(),
                        rows,
                        scale,
                        LossIndex.of(rows, asOfMicros, known),
                        known,
                        transfer.startedAtMicros(),
                        asOfMicros,
                        transfer.window());
        return new LadderScript(
                LadderCaption.titleOf(transfer),
                LadderViewModel.noticeOf(known),
                Texts.text("ladder.sends", transfer.sender()),
                Texts.text("ladder.receives", transfer.receiver()),
                tenths(scale.height()),
                rows.stream().map(row -> of(row, data).since(startMicros)).toList(),
                all.size() - rows.size());
    }

    private static Row of(LadderRow row, LadderData data) {
        return switch (row) {
            case LadderRow.Single single -> of(single.arrow(), row, data);
            case LadderRow.Waited waited -> of(waited.timeOut(), row, data);
            case LadderRow.Run run ->
                    new Row(
                            Shape.RUN,
                            run.fromMicros(),
                            run.toMicros(),
                            tenths(data.scale().yOf(run.fromMicros())),
                            tenths(data.scale().yOf(run.toMicros())),
                            ArrowOutcome.ARRIVED,
                            LadderWords.of(run),
                            LadderWords.of(run));
        };
    }

    private static Row of(Arrow arrow, LadderRow row, LadderData data) {
        ArrowOutcome outcome = data.outcomeOf(arrow);
        long end =
                switch (outcome) {
                    case ARRIVED -> arrow.arrivedAtMicros();
                    case DROPPED -> arrow.sentAtMicros();
                    case LOST, UNKNOWN, FLYING ->
                            arrow.sentAtMicros() + ArrowOutcome.LOST_AFTER_MICROS;
                };
        double y = data.scale().yOf(arrow.sentAtMicros());
        return new Row(
                switch (arrow.kind()) {
                    case SEGMENT -> arrow.isAgain() ? Shape.AGAIN : Shape.SEGMENT;
                    case ACKNOWLEDGEMENT -> Shape.ACKNOWLEDGEMENT;
                },
                arrow.sentAtMicros(),
                end,
                tenths(y),
                tenths(outcome == ArrowOutcome.ARRIVED ? data.scale().yOf(end) : y),
                outcome,
                switch (arrow.kind()) {
                    case SEGMENT ->
                            Texts.text(
                                    arrow.isAgain() ? "ladder.again" : "ladder.number",
                                    arrow.number());
                    case ACKNOWLEDGEMENT -> Texts.text("ladder.ack", arrow.number());
                },
                LadderWords.of(row, data));
    }

    private static Row of(TimeOut timeOut, LadderRow row, LadderData data) {
        return new Row(
                Shape.TIME_OUT,
                timeOut.fromMicros(),
                timeOut.atMicros(),
                tenths(data.scale().yOf(timeOut.fromMicros())),
                tenths(data.scale().yOf(timeOut.atMicros())),
                ArrowOutcome.ARRIVED,
                Amounts.shortTime(timeOut.atMicros() - timeOut.fromMicros()),
                LadderWords.of(row, data));
    }

    private static double tenths(double pixels) {
        return Math.round(pixels * TENTHS) / TENTHS;
    }
}
