package ringside.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A peer without failures does not load the bundle of their messages. */
class QuietStartTest {

    private static final long PATIENCE_S = 60;

    @TempDir private Path folder;

    @Test
    void aPeerThatStartsAndLeavesWellLoadsNoBundle() throws Exception {
        assertThat(loadedBy("quit\n"))
                .contains("ringside.peer.Peer ")
                .doesNotContain("java.util.ResourceBundle ", "java.text.MessageFormat ");
    }

    @Test
    void aPeerThatGetsAWrongCommandLoadsABundle() throws Exception {
        assertThat(loadedBy("fly\nquit\n"))
                .contains("java.util.ResourceBundle ", "java.text.MessageFormat ");
    }

    /** Returns all classes that a peer of its own ring has loaded after the commands. */
    private String loadedBy(String commands) throws Exception {
        Path classes = folder.resolve("classes.txt");
        Process peer =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xlog:class+load:file=" + classes,
                                "-cp",
                                System.getProperty("java.class.path"),
                                "ringside.node.PeerMain",
                                "0",
                                "0",
                                "0",
                                "400",
                                "0",
                                "--base-port",
                                Integer.toString(freePort()),
                                "--data",
                                folder.resolve("peer").toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("terminal.txt").toFile())
                        .start();
        try (Writer terminal =
                new OutputStreamWriter(peer.getOutputStream(), StandardCharsets.UTF_8)) {
            terminal.write(commands);
        }
        try {
            assertThat(peer.waitFor(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
            assertThat(peer.exitValue()).isZero();
            return Files.readString(classes);
        } finally {
            peer.destroyForcibly();
        }
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
