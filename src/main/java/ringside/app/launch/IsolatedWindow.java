package ringside.app.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import ringside.node.UsageException;
import ringside.program.Namespaces;
import ringside.program.NativeSockets;
import ringside.text.Messages;

/**
 * Runs this program once more, window and all, in namespaces of its own, so that a program of
 * others sees no network and writes nowhere else (PROGRAMS 5.6). Linux only.
 */
final class IsolatedWindow {

    private static final String MARK = "RINGSIDE_ISOLATED";

    private IsolatedWindow() {}

    /** Returns whether this process is the one inside. */
    static boolean isInside() {
        return System.getenv(MARK) != null;
    }

    /**
     * Makes the network inside usable.
     *
     * @throws IOException when the kernel refuses
     */
    static void enter() throws IOException {
        NativeSockets.raiseLoopback();
    }

    /**
     * Runs this very command inside, and returns its exit code.
     *
     * @throws UsageException when this machine lets its user make no namespaces
     * @throws IOException when it cannot be started
     */
    static int run() throws UsageException, IOException, InterruptedException {
        if (!Namespaces.arePossible()) {
            throw new UsageException(Messages.LAUNCH.format("isolate.none"));
        }
        Path writable =
                Files.createDirectories(Path.of(System.getProperty("user.home"), ".ringside"));
        Path temporary = Files.createDirectories(writable.resolve("tmp"));
        ProcessBuilder inside =
                new ProcessBuilder(
                                Namespaces.around(
                                        writable,
                                        Namespaces.Writable.ON_DISK,
                                        commandWith(
                                                "-Djava.io.tmpdir=" + temporary,
                                                "-Djna.tmpdir=" + temporary,
                                                "-Djavafx.cachedir="
                                                        + writable.resolve("openjfx"))))
                        .inheritIO();
        inside.environment().put(MARK, "yes");
        inside.environment().put("TMPDIR", temporary.toString());
        // GTK keeps its settings there, and complains where it cannot.
        inside.environment().put("XDG_CACHE_HOME", writable.resolve("cache").toString());
        Process process = inside.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return process.waitFor();
    }

    /** Returns the command of this process, with further options of the JVM. */
    private static List<String> commandWith(String... options) throws IOException {
        String all = Files.readString(Path.of("/proc/self/cmdline"), StandardCharsets.UTF_8);
        List<String> words = new ArrayList<>(List.of(all.split("\u0000", -1)));
        words.removeLast();
        words.addAll(1, List.of(options));
        return words;
    }
}
