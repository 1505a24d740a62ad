package ringside.export;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import ringside.model.Explanations;
import ringside.model.RingState;
import ringside.status.FileEvent;
import ringside.status.LifeEvent;
import ringside.status.ProcessEvent;
import ringside.status.StatusEntry;

/**
 * Writes events in the form that ShiViz opens: the first line is the expression that takes the rest
 * apart, the second one would divide several runs and is empty; then come two lines an event, the
 * time and what happened, and the host with its vector clock.
 *
 * <p>Processes start and end at a host of their own, because the window tells of them. The daily
 * round of pings is left out, and so are old events: a browser draws no more than some thousand.
 */
public final class ShiVizLog {

    /** How the log is taken apart; JavaScript and Java understand it alike. */
    public static final String EXPRESSION =
            "(?<seconds>\\S+) (?<event>.*)\\n(?<host>\\S*) (?<clock>\\{.*\\})";

    /** Events written at most, the newest ones; with 256 peers their clocks have 60 MB. */
    public static final int MOST_EVENTS = 20_000;

    /** The host at which processes start and end. */
    static final String SUPERVISOR = "supervisor";

    private final List<Told> all;
    private final List<String> names;
    private final int[] hosts;
    private final StringBuilder log = new StringBuilder();

    /** An event and its words. */
    private record Told(StatusEntry entry, String what) {}

    private ShiVizLog(List<Told> all) {
        this.all = all;
        Map<String, Integer> numbers = new LinkedHashMap<>();
        hosts =
                all.stream()
                        .map(told -> host(told.entry()))
                        .mapToInt(host -> numbers.computeIfAbsent(host, key -> numbers.size()))
                        .toArray();
        names = List.copyOf(numbers.keySet());
    }

    /**
     * Writes the log.
     *
     * @param entries in the order in which they became known; those of one peer in its own order
     */
    public static String of(List<StatusEntry> entries) {
        Deque<Told> kept = new ArrayDeque<>();
        RingState before = RingState.EMPTY;
        for (StatusEntry entry : entries) {
            if (isDrawn(entry, before)) {
                kept.add(new Told(entry, Explanations.of(entry, before).text()));
            }
            if (kept.size() > MOST_EVENTS) {
                kept.remove();
            }
            before = before.after(entry);
        }
        return new ShiVizLog(List.copyOf(kept)).written(before.startedAtMicros());
    }

    /** Segments are what the diagram is looked at for, and a first word shows who started it. */
    private static boolean isDrawn(StatusEntry entry, RingState before) {
        return !Explanations.isRoutine(entry, before)
                || entry.event() instanceof FileEvent.SegmentTraced
                || entry.event() instanceof LifeEvent.Hello;
    }

    private static String host(StatusEntry entry) {
        return entry.event() instanceof ProcessEvent ? SUPERVISOR : "peer" + entry.peer();
    }

    private String written(long startMicros) {
        log.append(EXPRESSION).append("\n\n");
        int[] causes = Causes.of(all.stream().map(Told::entry).toList());
        VectorClocks.count(hosts, causes, (event, clock) -> add(event, clock, startMicros));
        return log.toString();
    }

    private void add(int event, int[] clock, long startMicros) {
        Told told = all.get(event);
        log.append(EventsCsv.seconds(told.entry().atMicros() - startMicros))
                .append(' ')
                .append(oneLine(told.what()))
                .append('\n')
                .append(names.get(hosts[event]))
                .append(' ')
                .append(json(clock))
                .append('\n');
    }

    /** Hosts of which nothing is known yet are left out, as they are in ShiViz's own logs. */
    private String json(int[] clock) {
        StringJoiner json = new StringJoiner(", ", "{", "}");
        for (int i = 0; i < clock.length; i++) {
            if (clock[i] > 0) {
                json.add("\"" + names.get(i) + "\":" + clock[i]);
            }
        }
        return json.toString();
    }

    /** Reasons come from whoever runs a peer; a line break in one would be a line of its own. */
    private static String oneLine(String sentence) {
        return sentence.replaceAll("[\\p{Cntrl}\u0085\u2028\u2029]+", " ");
    }
}
