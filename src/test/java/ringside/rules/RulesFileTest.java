package ringside.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules files, right and wrong (PROGRAMS 2.1). */
class RulesFileTest {

    private static final Path FOLDER = Path.of("assets", "rules");

    private static final String RULES =
            """
            {
              "name": "tiny",
              "programs": [{ "file": "tiny", "run": "./tiny" }],
              "arguments": { "start": "{id}" },
              "basePort": 9000,
              "ring": [1, 2],
              "commands": { "request": "get {file}", "quit": "bye" },
              "limits": { "requestS": 1, "quitS": 2, "killS": 3 },
              "files": { "received": "{file}" },
              "articles": ["a"],
              "sentences": [
                { "kind": "dead", "text": "Peer {peer} is gone." },
                { "kind": "departs",
                  "text": "Peer {peer} departs.",
                  "ofItself": "ownDeparture" }
              ],
              "marks": [
                { "check": "starts", "marks": 0.5 }
              ]
            }
            """;

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFamilyIsRead(Path file) throws Exception {
        Rules rules = RulesFile.read(file);
        assertThat(file.getFileName()).hasToString(rules.name() + ".json");
        assertThat(rules.sentences()).extracting(SentenceRule::kind).doesNotHaveDuplicates();
    }

    @Test
    void aFileIsRead() throws Exception {
        Rules rules = RulesFile.parse("tiny.json", RULES);
        assertThat(rules.sentences())
                .containsExactly(
                        new SentenceRule(SentenceKind.DEAD, "Peer {peer} is gone.", null),
                        new SentenceRule(
                                SentenceKind.DEPARTS,
                                "Peer {peer} departs.",
                                SentenceKind.OWN_DEPARTURE));
        assertThat(rules.marks()).containsExactly(new MarkRule(CheckName.STARTS, 0.5));
        assertThat(rules.asksFor(CheckName.STARTS)).isTrue();
        assertThat(rules.asksFor(CheckName.KILL_NOTICED)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"a\"|1|tiny.json, line 10, articles[0]: 'articles[]' is not a string",
                "\"name\": \"tiny\",||tiny.json, line 1, name: 'name' is missing",
                "\"dead\"|\"deed\"|tiny.json, line 12, sentences[0].kind: 'kind' is not one of",
                "\"ownDeparture\"|7|tiny.json, line 15, sentences[1].ofItself: 'ofItself' is not one of",
                "{peer} departs|{pear} departs"
                        + "|tiny.json, line 13, sentences[1]: There is no hole {pear}",
                "is gone|is: gone|tiny.json, line 12, sentences[0]: A sentence is made of",
                "\"text\": \"Peer {peer} is gone.\"|\"text\": \"Gone.\""
                        + "|tiny.json, line 12, sentences[0]: 'Gone.' is too short",
                "{id}|{peer}|tiny.json, line 4, arguments: There is no hole {peer}: there are {id} {first}",
                "./tiny|'./tiny|tiny.json, line 3, programs[0]: A quote is open in: './tiny",
                "[1, 2]|[1, 256]|tiny.json, line 6, ring[1]: a peer id is 0 to 255, not 256",
                "\"starts\"|\"start\"|tiny.json, line 18, marks[0].check: 'check' is not one of",
                "0.5|-1|tiny.json, line 18, marks[0]: '-1.0' is no number of marks",
                "\"name\"|\"nom\": 1, \"name\"|tiny.json: unknown fields [nom]",
                "\"tiny\",|\"tiny\"|tiny.json: not one JSON object: Unterminated object at line 3"
            })
    void aWrongFileIsRefusedWithLineAndField(String found, String instead, String reason) {
        String wrong = RULES.replace(found, instead == null ? "" : instead);
        assertThat(wrong).isNotEqualTo(RULES);
        assertThatThrownBy(() -> RulesFile.parse("tiny.json", wrong))
                .isInstanceOf(InvalidRulesException.class)
                .hasMessageStartingWith(reason);
    }
}
