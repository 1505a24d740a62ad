package ringside.app.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** SPEC 11.8: what the command prints and writes. */
class FigureCommandTest {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

    @TempDir private Path folder;

    @Test
    void aFigureIsPrintedAndLiesInTheFolderAsTableAndAsChart() throws Exception {
        FigureCommand command = new FigureCommand();
        new CommandLine(command)
                .parseArgs("path-length", "--peers", "16", "--into", folder.toString());
        ByteArrayOutputStream said = new ByteArrayOutputStream();

        boolean isNear = command.run(new PrintStream(said, true, StandardCharsets.UTF_8));

        assertThat(isNear).isTrue();
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("Figure 10", "half log2 N", "exactly 1 more", "--seed 1");
        assertThat(folder.resolve("figure-path-length.csv")).content().contains("4,16,2.00");
        assertThat(Files.readAllBytes(folder.resolve("figure-path-length.png"))).startsWith(PNG);
        assertThat(folder.resolve("figure-path-length.svg"))
                .content()
                .startsWith("<svg")
                .contains("half log2 N", "<path d=\"M")
                .as("the paper's curve is told by its line, not by its colour alone")
                .containsOnlyOnce("stroke-dasharray=\"5 4\"");
    }
}
