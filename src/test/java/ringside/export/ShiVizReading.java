package ringside.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a log as ShiViz does: the first line is the expression that parses the rest. Fails if
 * ShiViz would refuse the log.
 */
final class ShiVizReading {

    private static final TypeToken<Map<String, Integer>> CLOCK = new TypeToken<>() {};

    /** An event at its host. */
    record Event(String host, Map<String, Integer> clock, String seconds, String text) {
        int own() {
            return clock.getOrDefault(host, 0);
        }
    }

    private final List<Event> events = new ArrayList<>();
    private final Map<String, List<Event>> hosts = new TreeMap<>();

    static ShiVizReading of(String log) {
        ShiVizReading reading = new ShiVizReading();
        String[] parts = log.split("\n", 3);
        assertThat(parts[1]).isEmpty();
        Matcher matcher = Pattern.compile(parts[0]).matcher(parts[2]);
        int end = 0;
        while (matcher.find()) {
            assertThat(parts[2].substring(end, matcher.start()).strip()).isEmpty();
            end = matcher.end();
            reading.add(
                    new Event(
                            matcher.group("host"),
                            new Gson().fromJson(matcher.group("clock"), CLOCK),
                            matcher.group("seconds"),
                            matcher.group("event")));
        }
        assertThat(parts[2].substring(end).strip()).isEmpty();
        reading.check();
        return reading;
    }

    private void add(Event event) {
        events.add(event);
        hosts.computeIfAbsent(event.host(), key -> new ArrayList<>()).add(event);
    }

    private void check() {
        for (Event event : events) {
            event.clock().forEach((host, time) -> assertThat(hosts).containsKey(host));
            event.clock()
                    .forEach((host, time) -> assertThat(time).isBetween(1, eventsOf(host).size()));
        }
        hosts.values().forEach(ShiVizReading::checkHost);
        events.forEach(this::checkKnowledge);
    }

    private static void checkHost(List<Event> atHost) {
        for (int i = 0; i < atHost.size(); i++) {
            assertThat(atHost.get(i).own()).isEqualTo(i + 1);
            if (i > 0) {
                assertThat(dominates(atHost.get(i), atHost.get(i - 1))).isTrue();
            }
        }
    }

    /** Asserts that an event knows everything that its causes knew. */
    private void checkKnowledge(Event event) {
        event.clock()
                .forEach((host, time) ->
                        assertThat(dominates(event, eventsOf(host).get(time - 1))).isTrue());
    }

    private List<Event> eventsOf(String host) {
        return hosts.getOrDefault(host, List.of());
    }

    List<Event> events() {
        return events;
    }

    /** Returns the only event at a host whose text contains these words. */
    Event event(String host, String words) {
        List<Event> found = eventsOf(host).stream().filter(e -> e.text().contains(words)).toList();
        assertThat(found).as(host + ": " + words).hasSize(1);
        return found.getFirst();
    }

    /** Returns whether the first event follows from the second one, or is the same. */
    static boolean dominates(Event later, Event earlier) {
        return earlier.clock().entrySet().stream()
                .allMatch(e -> later.clock().getOrDefault(e.getKey(), 0) >= e.getValue());
    }

    /** Returns whether neither event is known to have caused the other. */
    static boolean areUnordered(Event one, Event other) {
        return !dominates(one, other) && !dominates(other, one);
    }
}
