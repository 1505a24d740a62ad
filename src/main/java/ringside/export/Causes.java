package ringside.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ringside.ring.PeerId;
import ringside.status.ProcessEvent;
import ringside.status.StatusEntry;

/**
 * Finds the event at another host that caused an event, if both were reported. Reports of different
 * peers may overtake one another, so a cause may come after its effect in the list.
 */
final class Causes {

    /** Stands for an unknown cause. */
    static final int NONE = -1;

    /**
     * Longest time between sending a message and stamping the report of it. All peers use the clock
     * of one machine, so a report stamped even later belongs to another message of the same name.
     */
    static final long STAMPED_LATE_MICROS = 100_000;

    private final List<StatusEntry> entries;
    private final Map<MessageTrace, List<Integer>> left = new HashMap<>();
    private final List<List<MessageTrace>> seen = new ArrayList<>();

    private Causes(List<StatusEntry> entries) {
        this.entries = entries;
        MessageTraces traces = new MessageTraces();
        for (int i = 0; i < entries.size(); i++) {
            for (MessageTrace trace : traces.tracesOf(entries.get(i))) {
                left.computeIfAbsent(trace, key -> new ArrayList<>()).add(i);
            }
            seen.add(traces.causesOf(entries.get(i)));
        }
    }

    /**
     * Finds the cause of each event.
     *
     * @param entries the events, in order of arrival
     * @return for each event the index of its cause, or {@link #NONE}
     */
    static int[] of(List<StatusEntry> entries) {
        Causes causes = new Causes(entries);
        int[] found = new int[entries.size()];
        Map<PeerId, Integer> latest = new HashMap<>();
        for (int i = 0; i < found.length; i++) {
            StatusEntry entry = entries.get(i);
            found[i] = causes.of(i);
            if (entry.event() instanceof ProcessEvent.ProcessEnded) {
                found[i] = latest.getOrDefault(entry.peer(), NONE);
            } else if (!(entry.event() instanceof ProcessEvent)) {
                latest.put(entry.peer(), i);
            }
        }
        return found;
    }

    private int of(int event) {
        for (MessageTrace trace : seen.get(event)) {
            List<Integer> candidates = left.getOrDefault(trace, List.of());
            int cause =
                    switch (trace) {
                        case MessageTrace.Departure _ -> lastBefore(event, candidates);
                        case MessageTrace.Segment _,
                                MessageTrace.Receipt _,
                                MessageTrace.Welcome _,
                                MessageTrace.Whole _,
                                MessageTrace.Hop _,
                                MessageTrace.HopBeyond _,
                                MessageTrace.Answer _,
                                MessageTrace.Birth _ ->
                                firstBefore(event, candidates);
                    };
            if (cause != NONE) {
                return cause;
            }
        }
        return NONE;
    }

    /**
     * Finds the first sending. It is unknown which of several sendings arrived, but all follow from
     * the first.
     */
    private int firstBefore(int event, List<Integer> candidates) {
        return candidates.stream().filter(c -> isBefore(c, event)).findFirst().orElse(NONE);
    }

    private int lastBefore(int event, List<Integer> candidates) {
        return candidates.reversed().stream()
                .filter(c -> isBefore(c, event))
                .findFirst()
                .orElse(NONE);
    }

    private boolean isBefore(int cause, int event) {
        return entries.get(cause).atMicros() <= entries.get(event).atMicros() + STAMPED_LATE_MICROS;
    }
}
