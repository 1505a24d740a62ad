package ringside.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The titles are those of the dissector, and the meanings stand on the page of the protocol. */
class VocabularyTest {

    private static final Path PAGE = Path.of("src", "site", "markdown", "protocol.md");
    private static final Path DISSECTOR = Path.of("assets", "wireshark", "ringside.lua");
    private static final Pattern TITLE = Pattern.compile("(\\w+) = \"([^\"]*)\"");
    private static final Pattern NAME = Pattern.compile("`(\\w+)`");

    /** What the page says in a sentence, not in a table. */
    private static final Set<String> IN_A_SENTENCE = Set.of("beyond");

    private static MessageField field(String type, String name) {
        return Vocabulary.field(type, name, "");
    }

    @Test
    void everyTitleIsThatOfTheDissector() throws IOException {
        String lua = Files.readString(DISSECTOR);
        String table = lua.substring(lua.indexOf("local TITLES"));
        Map<String, String> titles = new TreeMap<>();
        Matcher title = TITLE.matcher(table.substring(0, table.indexOf("\n}\n")));
        while (title.find()) {
            titles.put(title.group(1), title.group(2));
        }
        Map<String, String> ours =
                Vocabulary.TITLED.stream()
                        .filter(name -> !name.equals("length"))
                        .collect(Collectors.toMap(name -> name, name -> field("", name).title()));
        assertThat(ours).isEqualTo(titles);
        assertThat(field("", "predecessors").title()).isEqualTo("Predecessors");
    }

    @Test
    void everyMeaningAndSectionStandsOnThePage() throws IOException {
        List<String> cells =
                Files.readAllLines(PAGE).stream()
                        .filter(line -> line.startsWith("|"))
                        .flatMap(line -> Arrays.stream(line.split("\\|")))
                        .map(cell -> cell.replace("`", "").strip())
                        .toList();
        List<String> headings =
                Files.readAllLines(PAGE).stream()
                        .filter(line -> line.startsWith("## "))
                        .map(line -> line.substring(3))
                        .toList();
        Vocabulary.FIELDS.forEach((type, names) -> {
            assertThat(headings).contains(Vocabulary.section(type));
            for (String name : names) {
                if (!IN_A_SENTENCE.contains(name)) {
                    assertThat(cells).as(type + "." + name).contains(field(type, name).meaning());
                }
            }
        });
    }

    /** A field in the tables of the page is one of the vocabulary, in the order of the page. */
    @Test
    void everyFieldOfThePageIsKnown() throws IOException {
        Map<String, List<String>> onPage = new TreeMap<>();
        String type = "";
        for (String line : Files.readAllLines(PAGE)) {
            String[] cells = line.split("\\|");
            if (!line.startsWith("|") || cells.length < 3) {
                continue;
            }
            Matcher first = NAME.matcher(cells[1]);
            type = first.find() ? first.group(1) : type;
            Matcher second = NAME.matcher(cells[2].strip());
            if (Vocabulary.FIELDS.containsKey(type) && second.matches()) {
                onPage.computeIfAbsent(type, _ -> new ArrayList<>()).add(second.group(1));
            }
        }
        assertThat(onPage)
                .isNotEmpty()
                .allSatisfy(
                        (word, names) -> assertThat(Vocabulary.FIELDS.get(word)).isEqualTo(names));
    }

    @Test
    void aFieldThatNobodyKnowsHasNoMeaning() {
        assertThat(field("ping", "colour").meaning()).isEmpty();
        assertThat(field("shout", "role").meaning()).isEmpty();
        assertThat(Vocabulary.section("shout")).isEmpty();
    }
}
