package ringside.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.RealProcesses;

/** A real peer that is ended by a signal, as by Ctrl-C. */
@RealProcesses
class PeerSignalTest {

    private static final int BASE_PORT = 27_300;
    private static final Duration LONG = Duration.ofSeconds(60);

    /** Number of wrong commands; their error messages are more than a Linux pipe holds. */
    private static final int WRONG_COMMANDS = 5_000;

    @TempDir private Path folder;
    private Path output = Path.of("");
    private @Nullable Process peer;

    @BeforeEach
    void place() {
        output = folder.resolve("terminal.txt");
    }

    @AfterEach
    void end() {
        if (peer != null) {
            peer.destroyForcibly();
        }
    }

    private Process start(ProcessBuilder.Redirect terminal) throws IOException {
        peer =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                "ringside.node.PeerMain",
                                "0",
                                "0",
                                "0",
                                "400",
                                "0",
                                "--base-port",
                                Integer.toString(BASE_PORT),
                                "--data",
                                folder.resolve("peer").toString())
                        .redirectOutput(terminal)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        return peer;
    }

    @Test
    void theLastLineAndTheExitCodeSurvive() throws Exception {
        Process started = start(ProcessBuilder.Redirect.to(output.toFile()));
        await("the peer is on the ring")
                .atMost(LONG)
                .until(() -> Files.readString(output).contains("Peer 0 is on the ring."));
        started.toHandle().destroy();

        assertThat(started.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readAllLines(output)).endsWith("Peer 0 has left the ring.");
        assertThat(started.exitValue()).isZero();
    }

    @Test
    void aPipeThatNobodyReadsHoldsUpNeitherThePeerNorItsEnd() throws Exception {
        Process started = start(ProcessBuilder.Redirect.PIPE);
        OutputStream typed = started.getOutputStream();
        typed.write("fly\n".repeat(WRONG_COMMANDS).getBytes(StandardCharsets.UTF_8));
        typed.write("quit\n".getBytes(StandardCharsets.UTF_8));
        typed.flush();

        assertThat(started.waitFor(LONG.toSeconds(), TimeUnit.SECONDS))
                .as("the peer hears the quit after %d wrong commands", WRONG_COMMANDS)
                .isTrue();
        assertThat(started.exitValue()).isZero();
    }
}
