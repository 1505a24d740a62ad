package ringside.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import ringside.PageExample;
import ringside.status.NeighboursCause;
import ringside.status.PeerEvent;
import ringside.status.SegmentStep;
import ringside.status.StatusEntry;

/** PROGRAMS 6: the page of the status channel has every word, and no other. */
class StatusPageTest {

    private static final String PAGE = "status-channel.md";

    private static final Pattern ROW = Pattern.compile("^\\|([^|]*)\\|([^|]*)\\|([^|]*)\\|$");

    private static final Pattern NAME = Pattern.compile("`(\\w+)`");

    @Test
    void everyEventStandsThereWithItsFields() throws IOException {
        Map<String, Set<String>> expected = new TreeMap<>();
        VocabularyCases.EVENTS.stream()
                .filter(PeerEvent.class::isInstance)
                .map(event -> StatusLines.write(new StatusEntry(0, VocabularyCases.PEER, event)))
                .forEach(line -> addTo(expected, line, "event"));
        expected.values().forEach(fields -> fields.removeAll(List.of("at", "peer")));
        assertThat(tablesUnder("Events")).isEqualTo(expected);
    }

    @Test
    void everyCommandStandsThereWithItsFields() throws IOException {
        Map<String, Set<String>> expected = new TreeMap<>();
        VocabularyCases.COMMANDS.forEach(
                command -> addTo(expected, StatusLines.write(command), "command"));
        assertThat(tablesUnder("Commands")).isEqualTo(expected);
    }

    @Test
    void everyStepAndCauseStandsThere() throws IOException {
        String page = Files.readString(Path.of("src", "site", "markdown", PAGE));
        for (SegmentStep step : SegmentStep.values()) {
            assertThat(page).contains("`\"" + wordOf(step) + "\"`");
        }
        for (NeighboursCause cause : NeighboursCause.values()) {
            assertThat(page).contains("`\"" + wordOf(cause) + "\"`");
        }
    }

    @Test
    void theLinesThatStandThereCanBeRead() throws Exception {
        List<String> lines = PageExample.all(PAGE, "").stream().flatMap(String::lines).toList();
        assertThat(lines).hasSize(2);
        assertThat(StatusLines.write(StatusLines.readEntry(lines.getFirst())))
                .isEqualTo(lines.getFirst());
        assertThat(StatusLines.write(StatusLines.readCommand(lines.getLast())))
                .isEqualTo(lines.getLast());
    }

    private static void addTo(Map<String, Set<String>> words, String line, String kind) {
        JsonObject object = JsonParser.parseString(line).getAsJsonObject();
        String word = object.remove(kind).getAsString();
        words.computeIfAbsent(word, _ -> new TreeSet<>()).addAll(object.keySet());
    }

    private static String wordOf(Enum<?> constant) {
        Matcher part = Pattern.compile("_(\\w)").matcher(constant.name().toLowerCase(Locale.ROOT));
        return part.replaceAll((MatchResult found) -> found.group(1).toUpperCase(Locale.ROOT));
    }

    /** Returns the fields by words: a row without a word belongs to the words of the row before. */
    private static Map<String, Set<String>> tablesUnder(String heading) throws IOException {
        Map<String, Set<String>> found = new TreeMap<>();
        List<String> words = new ArrayList<>();
        boolean isUnder = false;
        for (String line : Files.readAllLines(Path.of("src", "site", "markdown", PAGE))) {
            if (line.startsWith("## ")) {
                isUnder = line.equals("## " + heading);
            }
            Matcher row = ROW.matcher(line);
            if (isUnder && row.matches()) {
                List<String> its = namesIn(row.group(1));
                if (!its.isEmpty()) {
                    words = its;
                }
                for (String word : its.isEmpty() ? words : its) {
                    found.computeIfAbsent(word, _ -> new TreeSet<>()).addAll(namesIn(row.group(2)));
                }
            }
        }
        return found;
    }

    private static List<String> namesIn(String cell) {
        return NAME.matcher(cell).results().map(name -> name.group(1)).toList();
    }
}
