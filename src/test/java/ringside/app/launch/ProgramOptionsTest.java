package ringside.app.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import ringside.node.UsageException;
import ringside.program.Program;

/** Which program is meant, when a folder has two (PROGRAMS 1.1). */
class ProgramOptionsTest {

    @TempDir private Path folder;

    private final List<String> said = new ArrayList<>();
    private final ProgramOptions options = new ProgramOptions();

    @BeforeEach
    void writeTwo() throws Exception {
        Files.writeString(folder.resolve("cdht.py"), "pass\n");
        Files.writeString(folder.resolve("p2p.py"), "pass\n");
    }

    private Program chosen(String typed) throws Exception {
        BufferedReader answers = new BufferedReader(new StringReader(typed));
        return options.in(folder, new ProgramQuestion(said::add, answers)::ask);
    }

    @Test
    void theUserIsAskedWhichOne() throws Exception {
        assertThat(chosen("2\n").rules().name()).isEqualTo("p2p-2020");
        assertThat(said)
                .hasSize(3)
                .contains("Several programs fit. Which one? Type its number.")
                .anyMatch(line -> line.startsWith("  1  python3 ") && line.contains("cdht-2019"))
                .anyMatch(line -> line.startsWith("  2  python3 ") && line.contains("p2p-2020"));
    }

    @Test
    void anAnswerThatIsNoneOfTheNumbersIsAskedAgain() throws Exception {
        assertThat(chosen("cdht.py\n3\n 1 \n").rules().name()).isEqualTo("cdht-2019");
        assertThat(said).filteredOn("A number from 1 to 2, please."::equals).hasSize(2);
    }

    @Test
    void withoutAnAnswerTheOptionsAreNamed() {
        assertThatThrownBy(() -> chosen(""))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--rules cdht-2019")
                .hasMessageContaining("--rules p2p-2020");
    }

    @Test
    void oneIsTakenWithoutAQuestion() throws Exception {
        Files.delete(folder.resolve("p2p.py"));
        assertThat(chosen("").rules().name()).isEqualTo("cdht-2019");
        assertThat(said).isEmpty();
    }

    @Test
    void optionsSayHowAProgramIsBuiltThatItsFilesTell() throws Exception {
        Files.delete(folder.resolve("p2p.py"));
        ProgramOptions given =
                CommandLine.populateCommand(
                        new ProgramOptions(),
                        "--build",
                        "make fast",
                        "--join-program",
                        "./p2p join {id} {known}");
        Program plain = options.in(folder);
        Program program = given.in(folder);
        assertThat(program.start()).isEqualTo(plain.start());
        assertThat(Objects.requireNonNull(program.build()).line()).isEqualTo("make fast");
        assertThat(Objects.requireNonNull(program.join()).line())
                .isEqualTo("./p2p join {id} {known}");
    }
}
