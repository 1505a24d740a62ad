package ringside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.model.Rule;

/** Every section that code, texts, tests, scripts and pages cite exists. */
@BesideOthers
class CitationsTest {

    private static final List<Path> PLACES =
            Stream.of("src", "assets", ".ci", ".github", "README.md", "run-ring.sh", "pom.xml")
                    .map(Path::of)
                    .toList();

    private static final Path SCRIPTS = Path.of("src", "test", "resources", "ringside", "scripts");

    /** It has wrong citations in its examples. */
    private static final List<String> OURS = List.of("Citations.java", "CitationsTest.java");

    /** Columns of tables in which section numbers stand alone. */
    private static final List<String> COLUMNS =
            List.of("section", "[specification](specification.md)");

    private static Citations citations;

    @BeforeAll
    static void readThePages() throws IOException {
        citations = Citations.read();
    }

    @Test
    void everySectionThatIsCitedExists() throws IOException {
        List<String> wrong = new ArrayList<>();
        List<Path> files = files();
        for (Path file : files) {
            wrong.addAll(citations.wrongIn(file.toString(), textOf(file)));
        }
        assertThat(files).hasSizeGreaterThan(500);
        assertThat(wrong).as("citations that lead nowhere or name no section").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/** Pings (SPEC 2). */",
                "/** Pings (SPEC 2.1, 2.3 and 6.1). */",
                "/** As told (SPEC\n     * 4.2,\n     * 4.3). */",
                "/** WINDOW 1 to 3, ARCHITECTURE rule 3, ARCHITECTURE rules 1 and 2. */",
                "String text = \"RULE 2.3 · Missed pings\";",
                "String text = \"TRANSFER 2012 · WINDOW OF 8\"; int WINDOW = 99; // none"
            })
    void aRightCitationIsTaken(String source) {
        assertThat(citations.wrongIn("A.java", source)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SPEC 2.99",
                "SPEC 2.1, 99.1",
                "SPEC 3 to 99",
                "SPEC 3.2 and\n * 3.99",
                "SPEC",
                "SPEC, pings",
                "WINDOW",
                "WINDOW 'Keys'",
                "WINDOW part 2",
                "WINDOW 99",
                "RULE 2.99",
                "ARCHITECTURE",
                "ARCHITECTURE 3",
                "ARCHITECTURE rule 99"
            })
    void aWrongCitationIsFoundWithItsLine(String citation) {
        assertThat(citations.wrongIn("A.java", "class A {\n\n/** Says (" + citation + "). */ }"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("A.java:3: " + citation.substring(0, 4));
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void everyRuleThatTheWindowShowsIsASection(Rule rule) {
        assertThat(citations.hasSection(rule.section())).isTrue();
    }

    @Test
    void everyScriptIsNamedAfterASection() throws IOException {
        try (Stream<Path> scripts = Files.list(SCRIPTS)) {
            List<String> names =
                    scripts.map(script -> String.valueOf(script.getFileName()))
                            .filter(name -> name.startsWith("spec-"))
                            .toList();
            assertThat(names)
                    .isNotEmpty()
                    .allMatch(name -> citations.hasSection(name.split("-", 3)[1]));
        }
    }

    @Test
    void everySectionInBracketsExists() throws IOException {
        Path page = Page.FOLDER.resolve("protocol.md");
        assertThat(citations.wrongBracketsIn(page.toString(), Files.readString(page))).isEmpty();
        assertThat(citations.wrongBracketsIn("p.md", "right [2.1, 7],\nwrong [2.99]"))
                .containsExactly("p.md:2: [2.99]");
    }

    @Test
    void everySectionInATableExists() throws IOException {
        List<String> cited = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (Page page : Page.all()) {
            for (int line = 0; line < page.lines().size(); line++) {
                for (String number : numbersInTable(page, line)) {
                    cited.add(number);
                    if (!citations.hasSection(number)) {
                        wrong.add(page.location(line) + ": " + number);
                    }
                }
            }
        }
        assertThat(cited).hasSizeGreaterThan(30);
        assertThat(wrong).isEmpty();
    }

    /** The section numbers in the row of a table that has a column for them. */
    private static List<String> numbersInTable(Page page, int line) {
        int head = line;
        while (head > 0 && page.lines().get(head - 1).startsWith("|")) {
            head--;
        }
        List<String> row = cells(page.lines().get(line));
        int column =
                cells(page.lines().get(head)).stream()
                        .map(COLUMNS::contains)
                        .toList()
                        .indexOf(true);
        return column < 0 || column >= row.size() ? List.of() : Citations.numbers(row.get(column));
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    }

    private static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path place : PLACES) {
            try (Stream<Path> found = Files.walk(place)) {
                found.filter(Files::isRegularFile)
                        .filter(file -> !OURS.contains(String.valueOf(file.getFileName())))
                        .forEach(files::add);
            }
        }
        return files;
    }

    /** Its text, or nothing for a picture and the like. */
    private static String textOf(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (MalformedInputException noText) {
            return "";
        }
    }
}
