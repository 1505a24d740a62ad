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
 * Writes events in the format of ShiViz. The first line is the expression that parses the rest. The
 * second would separate several runs and is empty. Then each event has two lines: its time and
 * description, and its host with a vector clock.
 *
 * <p>Starts and ends of processes have a host of their own, because the window reports them. The
 * log omits routine pings, and old events, because a browser draws only some thousand.
 */
public final class ShiVizLog {

    /** Parses the log; JavaScript and Java interpret it the same way. */
    public static final String EXPRESSION =
            "(?<seconds>\\S+) (?<event>.*)\\n(?<host>\\S*) (?<clock>\\{.*\\})";

    /**
     * Maximum number of events written, the newest ones; with 256 peers their clocks take 60 MB.
     */
    public static final int MOST_EVENTS = 20_000;

    /** The host at which processes start and end. */
    static final String SUPERVISOR = "supervisor";

    private final List<DescribedEvent> all;
    private final List<String> names;
    private final int[] hosts;
    private final StringBuilder log = new StringBuilder();

    private record DescribedEvent(StatusEntry entry, String description) {}

    private ShiVizLog(List<DescribedEvent> all) {
        this.all = all;
        Map<String, Integer> numbers = new LinkedHashMap<>();
        hosts =
                all.stream()
                        .map(described -> host(described.entry()))
                        .mapToInt(host -> numbers.computeIfAbsent(host, key -> numbers.size()))
                        .toArray();
        names = List.copyOf(numbers.keySet());
    }

    /** Writes events in order of arrival; those of one peer are in their own order. */
    public static String of(List<StatusEntry> entries) {
        Deque<DescribedEvent> kept = new ArrayDeque<>();
        RingState before = RingState.EMPTY;
        for (StatusEntry entry : entries) {
            if (isDrawn(entry, before)) {
                kept.add(new DescribedEvent(entry, Explanations.of(entry, before).text()));
            }
            if (kept.size() > MOST_EVENTS) {
                kept.remove();
            }
            before = before.after(entry);
        }
        return new ShiVizLog(List.copyOf(kept)).written(before.startedAtMicros());
    }

    /**
     * Keeps segments, the main use of the diagram, and each Hello, which shows who started the
     * peer.
     */
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
        int[] causes = Causes.of(all.stream().map(DescribedEvent::entry).toList());
        VectorClocks.count(hosts, causes, (event, clock) -> add(event, clock, startMicros));
        return log.toString();
    }

    private void add(int event, int[] clock, long startMicros) {
        DescribedEvent described = all.get(event);
        log.append(EventsCsv.seconds(described.entry().atMicros() - startMicros))
                .append(' ')
                .append(oneLine(described.description()))
                .append('\n')
                .append(names.get(hosts[event]))
                .append(' ')
                .append(json(clock))
                .append('\n');
    }

    /** Omits hosts with a count of zero, like ShiViz's own logs. */
    private String json(int[] clock) {
        StringJoiner json = new StringJoiner(", ", "{", "}");
        for (int i = 0; i < clock.length; i++) {
            if (clock[i] > 0) {
                json.add("\"" + names.get(i) + "\":" + clock[i]);
            }
        }
        return json.toString();
    }

    /**
     * Removes line breaks: reasons come from the peers, and a line break would begin a new line.
     */
    private static String oneLine(String sentence) {
        return sentence.replaceAll("[\\p{Cntrl}\u0085\u2028\u2029]+", " ");
    }
}
