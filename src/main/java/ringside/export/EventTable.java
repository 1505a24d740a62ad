package ringside.export;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ringside.channel.StatusLines;
import ringside.model.EventKind;
import ringside.model.Explanation;
import ringside.model.Explanations;
import ringside.model.Reason;
import ringside.model.Reasons;
import ringside.model.RingState;
import ringside.status.StatusEntry;

/**
 * All events as a table of comma-separated values (WINDOW part 6): when, who, what and why in plain
 * sentences, and the event itself as the line of a recording. A ring that healed has a row of its
 * own, which has no event. Stateless; any thread may call.
 */
public final class EventTable {

    /** The titles of the columns. */
    static final List<String> TITLES =
            List.of("seconds", "peer", "kind", "event", "what", "why", "rule", "entry");

    /** Events are told in microseconds. */
    private static final int DIGITS = 6;

    private static final double MICROS_PER_SECOND = 1e6;
    private static final String HEALED = "healed";

    /** Before a section, so that no spreadsheet takes "7.1" for a number or a day. */
    private static final String SPECIFICATION = "SPEC ";

    private EventTable() {}

    /**
     * Writes the table, a row of titles first.
     *
     * @param entries in the order in which they became known; the first one is second 0
     * @throws IOException when {@code out} fails
     */
    public static void write(Iterable<StatusEntry> entries, Appendable out) throws IOException {
        CsvRow.of(TITLES).writeTo(out);
        RingState state = RingState.EMPTY;
        for (StatusEntry entry : entries) {
            RingState after = state.after(entry);
            long startMicros = after.startedAtMicros();
            Explanation what = Explanations.of(entry, state);
            row(what, StatusLines.word(entry.event()), Reasons.of(entry, state), startMicros)
                    .text(StatusLines.write(entry))
                    .writeTo(out);
            Optional<Explanation> heal = Explanations.ofHeal(state, after);
            if (heal.isPresent()) {
                row(heal.get(), HEALED, Reasons.ofHeal(), startMicros).empty().writeTo(out);
            }
            state = after;
        }
    }

    private static CsvRow row(Explanation what, String event, Reason reason, long startMicros) {
        return new CsvRow()
                .number((what.atMicros() - startMicros) / MICROS_PER_SECOND, DIGITS)
                .number(what.peer().value())
                .text(word(what.kind()))
                .text(event)
                .text(what.text())
                .text(reason.why())
                .text(SPECIFICATION + reason.rule().section());
    }

    private static String word(EventKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
