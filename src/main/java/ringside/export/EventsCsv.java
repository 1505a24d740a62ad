package ringside.export;

import java.util.List;
import java.util.Locale;
import ringside.channel.StatusLines;
import ringside.model.Explanation;
import ringside.model.Explanations;
import ringside.model.Reasons;
import ringside.model.RingState;
import ringside.status.StatusEntry;

/** All events as a table: when, who, what happened, why, by which rule, and the event itself. */
public final class EventsCsv {

    private static final double MICROS_PER_SECOND = 1e6;

    private EventsCsv() {}

    /**
     * Writes the table.
     *
     * @param entries in the order in which they became known
     */
    public static String of(List<StatusEntry> entries) {
        StringBuilder table = new StringBuilder();
        table.append(
                Csv.row(List.of("seconds", "peer", "kind", "what", "why", "rule", "event")));
        RingState before = RingState.EMPTY;
        for (StatusEntry entry : entries) {
            RingState after = before.after(entry);
            table.append(row(entry, before, after.startedAtMicros()));
            before = after;
        }
        return table.toString();
    }

    private static String row(StatusEntry entry, RingState before, long startMicros) {
        Explanation what = Explanations.of(entry, before);
        var why = Reasons.of(entry, before);
        return Csv.row(
                List.of(
                        seconds(entry.atMicros() - startMicros),
                        entry.peer().toString(),
                        what.kind().name().toLowerCase(Locale.ROOT),
                        what.text(),
                        why.why(),
                        why.rule().section(),
                        StatusLines.write(entry)));
    }

    static String seconds(long micros) {
        return String.format(Locale.ROOT, "%.6f", micros / MICROS_PER_SECOND);
    }
}
