package ringside.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import ringside.text.Messages;

/**
 * The ahead-of-time cache of a peer (JEP 483, 514, 515): its classes, loaded and linked, which the
 * JVM maps at its start. A peer is ready in about half the time and needs less memory. It is
 * optional. {@code run-ring.sh} names it by a digest of the jars, the JDK and the flags, so that a
 * cache of another build is never taken for this one's.
 */
public final class PeerCache {

    /** The property in which {@code run-ring.sh} passes the file, which need not exist. */
    public static final String PROPERTY = "ringside.peerCache";

    /** What a peer of the training run has recorded, in its own folder. */
    private static final String RECORD = "recorded.aotconf";

    /** Time for the JVM to write the cache: it takes about a second on two cores. */
    private static final long WRITE_LIMIT_S = 60;

    /** The flags with which a peer of a training run records what it loads. */
    static final List<String> RECORDING =
            List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + RECORD);

    private static final String USE = "-XX:AOTCache=";

    private PeerCache() {}

    /**
     * Returns the flags that let a peer use the cache of this installation; empty if there is none,
     * as when the program was not started by {@code run-ring.sh}.
     */
    public static List<String> flags() {
        String file = System.getProperty(PROPERTY, "");
        return file.isEmpty() ? List.of() : flags(Path.of(file));
    }

    /** Returns the flags that let a peer use this cache; empty if it does not exist. */
    public static List<String> flags(Path cache) {
        return Files.isRegularFile(cache) ? List.of(USE + cache) : List.of();
    }

    /** Returns the cache that a peer with these flags uses. */
    public static Optional<Path> in(List<String> flags) {
        return flags.stream()
                .filter(flag -> flag.startsWith(USE))
                .map(flag -> Path.of(flag.substring(USE.length())))
                .findFirst();
    }

    /**
     * Writes the cache of a training run that has ended. A peer that starts at this moment finds
     * either the whole cache or none.
     *
     * @param cache the file to write
     * @throws IOException when the JVM did not write it, or would not use it
     */
    public static void write(TrainingRun run, Path cache) throws IOException {
        Path made = run.folderOfRecorder().resolve("made.aot");
        List<String> create =
                List.of(
                        "-XX:AOTMode=create",
                        "-XX:AOTConfiguration=" + run.folderOfRecorder().resolve(RECORD),
                        "-XX:AOTCache=" + made);
        List<String> use = List.of("-XX:AOTMode=on", "-XX:AOTCache=" + made);
        if (!succeeds(run, create) || !Files.isRegularFile(made) || !succeeds(run, use)) {
            throw new IOException(Messages.SUPERVISOR.format("cache.notWritten"));
        }
        Path folder = cache.toAbsolutePath().resolveSibling("");
        Files.createDirectories(folder);
        Path whole = Files.createTempFile(folder, "peer", ".aot");
        Files.copy(made, whole, StandardCopyOption.REPLACE_EXISTING);
        Files.move(whole, cache, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Lets a peer's JVM write the cache, or try it: it prints its usage and ends with 0. */
    private static boolean succeeds(TrainingRun run, List<String> flags) throws IOException {
        SupervisorSettings peers = run.settings();
        List<String> line =
                new ArrayList<>(
                        PeerCommandLine.jvm(
                                peers.java(), peers.classPath(), flags, peers.mainClass()));
        line.add("--help");
        Process jvm =
                new ProcessBuilder(line)
                        .redirectErrorStream(true)
                        .redirectOutput(
                                ProcessBuilder.Redirect.appendTo(
                                        run.folderOfRecorder().resolve("writing.log").toFile()))
                        .start();
        try {
            return jvm.waitFor(WRITE_LIMIT_S, TimeUnit.SECONDS) && jvm.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(Messages.SUPERVISOR.format("cache.interrupted"), e);
        } finally {
            jvm.destroyForcibly();
        }
    }
}
