package ringside.export;

import java.util.List;
import java.util.Locale;
import ringside.channel.StatusLines;
import ringside.model.Explanation;
import ringside.model.Explanations;
import ringside.model.Reason;
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
        table.append(Csv.row(List.of("seconds", "peer", "kind", "what", "why", "rule", "event")));
        RingState before = RingState.EMPTY;
        for (StatusEntry entry : entries) {
            RingState after = before.after(entry);
            long sinceStart = entry.atMicros() - after.startedAtMicros();
            String line = StatusLines.write(entry);
            Reason why = Reasons.of(entry, before);
            table.append(row(sinceStart, Explanations.of(entry, before), why, line));
            Explanations.ofHeal(before, after)
                    .ifPresent(heal -> table.append(row(sinceStart, heal, Reasons.ofHeal(), "")));
            before = after;
        }
        return table.toString();
    }

    /** A heal is what several events come to: it has no event of its own. */
    private static String row(long sinceStartMicros, Explanation what, Reason why, String event) {
        return Csv.row(
                List.of(
                        seconds(sinceStartMicros),
                        what.peer().toString(),
                        what.kind().name().toLowerCase(Locale.ROOT),
                        what.text(),
                        why.why(),
                        why.rule().section(),
                        event));
    }

    static String seconds(long micros) {
        return String.format(Locale.ROOT, "%.6f", micros / MICROS_PER_SECOND);
    }
}
