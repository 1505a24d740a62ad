package ringside.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import ringside.peer.ExitCode;
import ringside.wire.Keys;

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

    /** SPEC 10.6. */
    @Test
    void aPeerBeyondTheLoopbackInterfaceWantsAKey() {
        assertThat(PeerMain.run(List.of("2", "4", "5", "400", "0", "--listen", "203.0.113.77")))
                .isEqualTo(ExitCode.USAGE);
        assertThat(complained.toString(StandardCharsets.UTF_8))
                .contains(
                        "203.0.113.77 is beyond the loopback interface, where a ring needs a key");
    }

    @Test
    void aPeerOnlyListensOnAnAddressOfThisMachine(@TempDir Path folder) throws IOException {
        Path key = Files.writeString(folder.resolve("ring.key"), Keys.TEXT);
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        assertThat(
                        PeerMain.run(
                                List.of(
                                        "2",
                                        "4",
                                        "5",
                                        "400",
                                        "0",
                                        "--listen",
                                        "203.0.113.77",
                                        "--key",
                                        key.toString())))
                .isEqualTo(ExitCode.USAGE);
        assertThat(complained.toString(StandardCharsets.UTF_8))
                .contains("Peer 2 cannot run: 203.0.113.77 is no address of this machine.");
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
