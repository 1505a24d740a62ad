package ringside.app.ladder;

import ringside.app.base.Texts;
import ringside.ladder.Arrow;
import ringside.ladder.LadderRow;
import ringside.ladder.TimeOut;
import ringside.model.Amounts;

/** Descriptions of the ladder's rows, for the table and for the tooltip at the pointer. Pure. */
final class LadderWords {

    private LadderWords() {}

    /** Returns, for example, '37 segments, all acknowledged'. */
    static String of(LadderRow.Run run) {
        return Texts.count("ladder.run", run.segments());
    }

    /** Describes a row in one sentence with the real numbers. */
    static String of(LadderRow row, LadderData picture) {
        return switch (row) {
            case LadderRow.Single single -> of(single.arrow(), picture);
            case LadderRow.Waited waited -> of(waited.timeOut(), picture);
            case LadderRow.Run run ->
                    Texts.text(
                            "ladder.run.detail",
                            run.segments(),
                            Amounts.bytes(run.bytes()),
                            Amounts.shortTime(run.toMicros() - run.fromMicros()));
        };
    }

    private static String of(Arrow arrow, LadderData picture) {
        String what =
                switch (arrow.kind()) {
                    case SEGMENT ->
                            Texts.text(
                                    arrow.isAgain() ? "ladder.segment.again" : "ladder.segment",
                                    arrow.number(),
                                    arrow.length(),
                                    arrow.number() + arrow.length());
                    case ACKNOWLEDGEMENT -> Texts.text("ladder.acknowledgement", arrow.number());
                };
        String ending =
                switch (picture.outcomeOf(arrow)) {
                    case ARRIVED ->
                            Texts.text(
                                    "ladder.arrived." + arrow.arrival(),
                                    Amounts.shortTime(
                                            arrow.arrivedAtMicros() - arrow.sentAtMicros()));
                    case FLYING -> Texts.text("ladder.flying");
                    case DROPPED -> Texts.text("ladder.dropped");
                    case LOST -> Texts.text("ladder.lost");
                    case UNKNOWN -> Texts.text("ladder.unknown");
                };
        return what + ", " + ending + ".";
    }

    private static String of(TimeOut timeOut, LadderData picture) {
        return Texts.text(
                picture.window() == 1 ? "ladder.timeOut" : "ladder.timeOut.window",
                timeOut.sequence(),
                Amounts.shortTime(timeOut.atMicros() - timeOut.fromMicros()));
    }

    /** Describes a row's time since the transfer's start. */
    static String time(LadderRow row, LadderData picture) {
        return Texts.text("ladder.time", sinceStart(row, picture));
    }

    /** Returns the same time as an amount alone, such as '6.35 ms'. */
    static String sinceStart(LadderRow row, LadderData picture) {
        return Amounts.shortTime(row.fromMicros() - picture.startMicros());
    }
}
