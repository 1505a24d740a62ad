package ringside.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.Command;
import ringside.status.CommandParser;
import ringside.status.PeerCommand;

/** The language of scenario files (SPEC 11). */
class ScenarioParserTest {

    private static final FileNumber FILE = new FileNumber("2012");
    private static final PeerId PEER = new PeerId(77);

    @Test
    void everyLineOfTheSpecificationIsParsed() throws Exception {
        Scenario scenario =
                ScenarioParser.parse(
                        "spec",
                        """
                        peers 14 43 77 104 139 168 201 236
                        set loss 0.1
                        wait ring within 10s
                        store assets/files/2012.pdf as 2012 at 43
                        kill 139
                        wait ring within 6s
                        request 2012 from 77
                        wait received 2012 at 77 within 60s
                        expect ring 14 43 77 104 168 201 236
                        expect file 2012 at 77 equals assets/files/2012.pdf
                        add 139
                        wait ring within 15s
                        quit 14
                        wait ring within 6s
                        """);

        assertThat(scenario.steps()).hasSize(14);
        assertThat(scenario.steps().get(3).line())
                .isEqualTo(
                        new ScenarioLine.Do(
                                CommandParser.parse("store assets/files/2012.pdf as 2012 at 43")));
    }

    static Stream<Object[]> lines() {
        return Stream.of(
                new Object[] {
                    "peers 14,43 77",
                    new ScenarioLine.Peers(List.of(new PeerId(14), new PeerId(43), PEER))
                },
                new Object[] {"join 57 via 77", new ScenarioLine.Join(new PeerId(57), PEER)},
                new Object[] {"say Hello, ring.", new ScenarioLine.Say("Hello, ring.")},
                new Object[] {
                    "wait   ring within 500ms",
                    new ScenarioLine.Wait(new Condition.Ring(List.of()), 500)
                },
                new Object[] {
                    "wait ring 77 14 within 1min",
                    new ScenarioLine.Wait(new Condition.Ring(List.of(new PeerId(14), PEER)), 60_000)
                },
                new Object[] {
                    "expect ring 77 14",
                    new ScenarioLine.Expect(new Condition.Ring(List.of(new PeerId(14), PEER)))
                },
                new Object[] {
                    "expect not found 2012 at 77",
                    new ScenarioLine.Expect(new Condition.NotFound(FILE, PEER))
                },
                new Object[] {
                    "wait stored 2012 within 5s",
                    new ScenarioLine.Wait(new Condition.Stored(FILE), 5_000)
                },
                new Object[] {
                    "expect held 2012 at 77",
                    new ScenarioLine.Expect(new Condition.Held(FILE, PEER))
                },
                new Object[] {
                    "wait dead 77 within 6 s",
                    new ScenarioLine.Wait(new Condition.Dead(PEER), 6_000)
                },
                new Object[] {
                    "wait ended 77 within 6s",
                    new ScenarioLine.Wait(new Condition.Ended(PEER), 6_000)
                },
                new Object[] {
                    "expect hops at most 5",
                    new ScenarioLine.Expect(new Condition.Hops(Condition.Bound.AT_MOST, 5))
                },
                new Object[] {
                    "wait hops at least 20 within 5s",
                    new ScenarioLine.Wait(new Condition.Hops(Condition.Bound.AT_LEAST, 20), 5_000)
                },
                new Object[] {
                    "wait shortcuts within 20s",
                    new ScenarioLine.Wait(new Condition.Shortcuts(), 20_000)
                },
                new Object[] {
                    "set shortcuts on",
                    new ScenarioLine.Do(new Command.TellAll(new PeerCommand.SetShortcuts(true)))
                },
                new Object[] {
                    "expect said 77 My first successor is now peer 5.",
                    new ScenarioLine.Expect(
                            new Condition.Said(PEER, "My first successor is now peer 5."))
                },
                new Object[] {
                    "expect file 2012 at 77 equals my files/a b.pdf",
                    new ScenarioLine.Expect(new Condition.SameBytes(FILE, PEER, "my files/a b.pdf"))
                });
    }

    @ParameterizedTest
    @MethodSource("lines")
    void aLineIsParsedToItsMeaning(String text, ScenarioLine line) throws Exception {
        assertThat(ScenarioParser.parse("a file", text).steps())
                .containsExactly(new Scenario.Step(1, text, line));
    }

    @Test
    void commentsAndEmptyLinesOnlyAdvanceTheLineNumber() throws Exception {
        Scenario scenario =
                ScenarioParser.parse("a file", "# first\n\n  kill 5   # why\n\t# more\nkill 6\n");

        assertThat(scenario.steps())
                .extracting(Scenario.Step::number, Scenario.Step::text)
                .containsExactly(tuple(3, "kill 5"), tuple(5, "kill 6"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    dance          | 'dance' is no command here
                    peers          | say which peers
                    peers 14 999   | 0 to 255
                    join 57        | join 57 via 14
                    wait ring      | wait ring within 6s
                    wait ring within soon | wait ring within 6s
                    wait snow within 5s | 'snow' is nothing to wait for or expect
                    expect held 12 at 5 | exactly four digits
                    expect not lost 2012 at 77 | not found 2012 at 77
                    expect hops 5  | hops at most 5
                    expect hops at most 0 | at least one hop, not 0
                    set shortcuts  | set loss 0.2
                    set shortcuts maybe | set shortcuts on or set shortcuts off
                    kill           | say which peer
                    peers 14 14 43 | peer 14 is named twice
                    """)
    void aWrongLineIsReportedWithFileAndLine(String line, String sentence) {
        assertThatThrownBy(() -> ScenarioParser.parse("a.txt", "# comment\n" + line))
                .isInstanceOf(ScenarioSyntaxException.class)
                .hasMessageStartingWith("a.txt:2: ")
                .hasMessageContaining(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# only a comment\n"})
    void aScenarioWithoutLinesIsRejected(String text) {
        assertThatThrownBy(() -> ScenarioParser.parse("a.txt", text))
                .hasMessage(
                        "a.txt:1: this scenario does nothing: write a line such as peers 14 43"
                                + " 77");
    }

    @Test
    void aQuotedPathIsTakenLiterally() throws ScenarioSyntaxException {
        String line = "store \"a  b/x #1 y.pdf\" as 2012 at 43";
        assertThat(ScenarioParser.parse("a.txt", line + "  # why").steps())
                .containsExactly(
                        new Scenario.Step(
                                1,
                                line,
                                new ScenarioLine.Do(
                                        new Command.Tell(
                                                List.of(new PeerId(43)),
                                                new PeerCommand.Store("a  b/x #1 y.pdf", FILE)))));
        assertThat(ScenarioParser.parse("a.txt", "expect file 2012 at 77 equals \"a  b\"").steps())
                .extracting(Scenario.Step::line)
                .containsExactly(
                        new ScenarioLine.Expect(new Condition.SameBytes(FILE, PEER, "a  b")));
    }

    @Test
    void theAnswerOfAQuestionFollowsTwoColons() throws ScenarioSyntaxException {
        assertThat(ScenarioParser.parse("a.txt", "ask Who: 236 or 14? :: 14, it is next").steps())
                .extracting(Scenario.Step::line)
                .containsExactly(new ScenarioLine.Ask("Who: 236 or 14?", "14, it is next"));
        assertThatThrownBy(() -> ScenarioParser.parse("a.txt", "ask Who?"))
                .hasMessageContaining("ask Who holds 2012? :: 236");
    }

    @Test
    void choicesFollowTheAnswer() throws ScenarioSyntaxException {
        String line = "ask How many? :: 16, because of two each :: 8 | 16|64";
        assertThat(ScenarioParser.parse("a.txt", line).steps())
                .extracting(Scenario.Step::line)
                .containsExactly(
                        new ScenarioLine.Ask(
                                "How many?", "16, because of two each", List.of("8", "16", "64")));
        assertThat(ScenarioParser.parse("a.txt", "ask Which? :: one :: or two").steps())
                .as("without a bar it is all the answer")
                .extracting(Scenario.Step::line)
                .containsExactly(new ScenarioLine.Ask("Which?", "one :: or two"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "ask Q? :: No :: No | ; a choice of this question is empty",
                "ask Q? :: No :: Yes | Maybe ; none of the choices is the answer 'No'",
                "ask Q? :: No :: no | No ; 'No' is twice among the choices",
                "ask Q? :: 1 :: 1|2|3|4|5|6|7|8|9|10 ; a question has two to 9 choices, not 10",
            })
    void wrongChoicesAreReported(String line, String sentence) {
        assertThatThrownBy(() -> ScenarioParser.parse("a.txt", line))
                .hasMessageStartingWith("a.txt:1: ")
                .hasMessageContaining(sentence);
    }

    @Test
    void thereAreNineLessons() throws IOException {
        try (Stream<Path> all = Files.list(Path.of("assets/scenarios"))) {
            assertThat(all.map(file -> file.getFileName().toString()).sorted())
                    .filteredOn(name -> name.startsWith("lesson-"))
                    .hasSize(9);
        }
    }

    @Test
    void allBundledScenariosCanBeParsed() throws IOException, ScenarioSyntaxException {
        try (Stream<Path> all = Files.walk(Path.of("assets/scenarios"))) {
            List<Path> files = all.filter(Files::isRegularFile).toList();
            assertThat(files).hasSizeGreaterThanOrEqualTo(4);
            for (Path file : files) {
                assertThat(ScenarioParser.parse(file.toString(), Files.readString(file)).steps())
                        .isNotEmpty();
            }
        }
    }
}
