package ringside.app.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

/** The command line: help, mistakes, and what a mistake should have been (SPEC 12.1). */
class RingsideCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... words) {
        CommandLine line = RingsideCommand.lineFor(words);
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return line.execute(words);
    }

    private static Stream<CommandLine> commands() {
        return RingsideCommand.line().getSubcommands().values().stream()
                .filter(line -> !line.getCommandName().equals("generate-completion"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandOptionAndParameterIsDescribed(CommandLine line) {
        assertThat(line.getCommandSpec().usageMessage().header()).isNotEmpty();
        for (ArgSpec argument : line.getCommandSpec().args()) {
            assertThat(argument.description()).as("%s", argument).isNotEmpty();
        }
    }

    @Test
    void helpListsTheCommandsThatAUserHas() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString())
                .contains("window", "scenario", "simulate", "replay", "soak", "generate-completion")
                .doesNotContain("prepare");
    }

    @Test
    void helpOfACommandListsItsOptions() {
        assertThat(run("scenario", "--help")).isZero();
        assertThat(out.toString())
                .contains(
                        "Usage: ./run-ring.sh scenario", "--snapshot", "--misses", "(default: 4)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    scenari first.txt        | scenario
                    window --mises 3         | --misses
                    scenario a.txt --recrd x | --record
                    """)
    void aMisspelledWordIsReportedWithASuggestion(String words, String meant) {
        assertThat(run(words.split(" "))).isEqualTo(2);
        assertThat(err.toString()).startsWith("ringside: ").contains(meant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    scenario               | FILE
                    scenario a.txt --mss x | 'x' is not an int
                    simulate               | FILE
                    simulate a.txt --peers many | 'many' is not an int
                    simulate a.txt --base-port 21000 | Unknown option
                    figure                 | NAME
                    figure table-9         | no figure 'table-9': it is path-length, failures, churn, load
                    figure load --peers 7  | 8 peers or more, not 7
                    window --peers 14,999  | a peer id is 0 to 255, not 999
                    window --ping soon     | soon
                    soak many              | 'many' is not an int
                    check --each x --only starts | --only asks for checks of one program
                    check --only kill      | kill
                    """)
    void wrongWordsEndWithASentenceAndTwo(String words, String sentence) {
        assertThat(run(words.split(" "))).isEqualTo(2);
        assertThat(err.toString()).startsWith("ringside: ").contains(sentence);
    }

    @Test
    void completionIsGeneratedForBash() {
        assertThat(run("generate-completion")).isZero();
        assertThat(out.toString()).contains("complete -F").contains("--snapshot");
    }
}
