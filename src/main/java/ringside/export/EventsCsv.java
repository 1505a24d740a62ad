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

/**
 * Exports all events as a table: time, peer, event, reason and rule in words, and the event as
 * JSON.
 */
public final class EventsCsv {

    private static final double MICROS_PER_SECOND = 1e6;

    private EventsCsv() {}

    /** Writes the events, which are in order of arrival. */
    public static String of(List<StatusEntry> entries) {
        StringBuilder table = new StringBuilder();
        table.append(Csv.row(List.of("seconds", "peer", "kind", "what", "why", "rule", "event")));
        RingState before = RingState.EMPTY;
        for (StatusEntry entry : entries) {
            RingState after = before.after(entry);
            long sinceStart = entry.atMicros() - after.startedAtMicros();
            String line = StatusLines.write(entry);
            Reason reason = Reasons.of(entry, before);
            table.append(row(sinceStart, Explanations.of(entry, before), reason, line));
            Explanations.ofHeal(before, after)
                    .ifPresent(heal -> table.append(row(sinceStart, heal, Reasons.ofHeal(), "")));
            before = after;
        }
        return table.toString();
    }

    /** Formats one row. A heal results from several events, so it has no event of its own. */
    private static String row(
            long sinceStartMicros, Explanation explanation, Reason reason, String event) {
        return Csv.row(
                List.of(
                        seconds(sinceStartMicros),
                        explanation.peer().toString(),
                        explanation.kind().name().toLowerCase(Locale.ROOT),
                        explanation.text(),
                        reason.why(),
                        reason.rule().section(),
                        event));
    }

    static String seconds(long micros) {
        return String.format(Locale.ROOT, "%.6f", micros / MICROS_PER_SECOND);
    }
}
