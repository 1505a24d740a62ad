package ringside.export;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import ringside.model.Explanations;
import ringside.model.RingState;
import ringside.status.FileEvent;
import ringside.status.LifeEvent;
import ringside.status.ProcessEvent;
import ringside.status.StatusEntry;

/**
 * A log for ShiViz, which draws who told whom what as a diagram of space and time: one line of host
 * and vector clock and one of time and sentence an event. The first line is the expression with
 * which it is taken apart; the second one, which would divide several runs, is empty.
 *
 * <p>Processes start and end at a host of their own, because the window tells of them. What a peer
 * prints and counts is left out, and so are old events: a browser draws no more than some thousand.
 * Stateless; any thread may call.
 */
public final class ShivizLog {

    /** The first line: JavaScript and Java understand it alike. */
    public static final String PARSER =
            "(?<host>\\S+) (?<clock>\\{.*\\})\\n(?<seconds>\\S+) (?<event>.*)";

    /** Events written at most, the newest ones; with 256 peers their clocks have 60 MB. */
    public static final int MOST_EVENTS = 20_000;

    /** The host at which processes start and end. */
    static final String SUPERVISOR = "supervisor";

    private static final double MICROS_PER_SECOND = 1e6;

    private ShivizLog() {}

    private record Told(StatusEntry entry, String what) {}

    /**
     * Writes the log.
     *
     * @param entries in the order in which they became known; the first one is second 0
     * @throws IOException when {@code out} fails
     */
    public static void write(Iterable<StatusEntry> entries, Appendable out) throws IOException {
        Deque<Told> kept = new ArrayDeque<>();
        RingState state = RingState.EMPTY;
        for (StatusEntry entry : entries) {
            if (isDrawn(entry)) {
                kept.add(new Told(entry, Explanations.of(entry, state).text()));
            }
            if (kept.size() > MOST_EVENTS) {
                kept.remove();
            }
            state = state.after(entry);
        }
        out.append(PARSER).append("\n\n");
        write(List.copyOf(kept), state.startedAtMicros(), out);
    }

    private static void write(List<Told> all, long startMicros, Appendable out)
            throws IOException {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        List<StatusEntry> entries = all.stream().map(Told::entry).toList();
        int[] hosts =
                entries.stream()
                        .mapToInt(e -> numbers.computeIfAbsent(host(e), key -> numbers.size()))
                        .toArray();
        List<String> names = List.copyOf(numbers.keySet());
        VectorClocks.count(
                hosts,
                Causes.of(entries),
                (event, clock) -> {
                    long micros = entries.get(event).atMicros() - startMicros;
                    out.append(names.get(hosts[event])).append(' ').append(json(names, clock));
                    out.append('\n').append(seconds(micros)).append(' ');
                    out.append(oneLine(all.get(event).what())).append('\n');
                });
    }

    private static String seconds(long micros) {
        return String.format(Locale.ROOT, "%.6f", micros / MICROS_PER_SECOND);
    }

    /** The daily round of one peer alone would hide what goes on between them. */
    private static boolean isDrawn(StatusEntry entry) {
        return !(entry.event() instanceof LifeEvent.TerminalLine
                || entry.event() instanceof LifeEvent.Statistics
                || entry.event() instanceof FileEvent.TransferProgress);
    }

    private static String host(StatusEntry entry) {
        return entry.event() instanceof ProcessEvent ? SUPERVISOR : "peer" + entry.peer();
    }

    /** Hosts of which nothing is known yet are left out, as they are in ShiViz's own logs. */
    private static String json(List<String> names, int[] clock) {
        StringJoiner json = new StringJoiner(", ", "{", "}");
        for (int i = 0; i < clock.length; i++) {
            if (clock[i] > 0) {
                json.add("\"" + names.get(i) + "\": " + clock[i]);
            }
        }
        return json.toString();
    }

    /** Reasons come from whoever runs a peer; a line break in one would be a line of its own. */
    private static String oneLine(String sentence) {
        return sentence.replaceAll("[\\p{Cntrl}\u0085\u2028\u2029]+", " ");
    }
}
