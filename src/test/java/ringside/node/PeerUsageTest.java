package ringside.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import ringside.peer.ExitCode;

/** SPEC 1.3: the terminal output for wrong arguments. */
@Isolated("it takes the output of the whole process")
class PeerUsageTest {

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complained = new ByteArrayOutputStream();

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void restore() {
        System.setOut(out);
        System.setErr(err);
    }

    @Test
    void wrongArgumentsGetTheFormsOfTheCommandAndWhatIsWrong() {
        assertThat(PeerMain.run(List.of("2", "4", "5", "0", "0.1"))).isEqualTo(ExitCode.USAGE);
        assertThat(complained.toString(StandardCharsets.UTF_8).lines())
                .hasSize(3)
                .first(STRING)
                .startsWith("usage: peer ID SUCC1 SUCC2 MSS LOSS");
        assertThat(complained.toString(StandardCharsets.UTF_8))
                .contains(
                        "MSS is 1 to 65000 bytes, not 0."
                                + " All options are listed by: ./run-ring.sh peer --help");
    }

    @Test
    void helpIsTheUsageAndNoError() {
        assertThat(PeerMain.run(List.of("--help"))).isEqualTo(ExitCode.QUIT);
        assertThat(said.toString(StandardCharsets.UTF_8)).startsWith("usage: peer ID");
        assertThat(complained.size()).isZero();
    }

    @Test
    void noArgumentsAtAllGetTheUsage() {
        assertThat(PeerMain.run(List.of())).isEqualTo(ExitCode.USAGE);
        assertThat(complained.toString(StandardCharsets.UTF_8)).startsWith("usage: peer ID");
    }
}
