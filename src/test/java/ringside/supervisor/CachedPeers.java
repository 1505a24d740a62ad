package ringside.supervisor;

import com.google.gson.Gson;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * The classes of this build as a jar with its cache, as the program has them: peers start with half
 * of the work. They are made by the first test that asks for them, and used by the processes that
 * tests start, too. Thread-safe.
 *
 * @param classPath of a peer
 * @param flags for its JVM
 */
public record CachedPeers(String classPath, List<String> flags) {

    private static final String CACHE = "peers.aot";

    /** Makes the jar and the cache once a process. */
    private static final class Made {
        private static final CachedPeers ONCE = make();
    }

    /** Returns the jar and its cache; the first call takes some seconds. */
    public static CachedPeers ofThisBuild() {
        return Made.ONCE;
    }

    private static CachedPeers make() {
        try {
            Path classes = locationOf(Supervisor.class);
            Path folder = Files.createDirectories(classes.resolveSibling("cached-peers"));
            Path jar = folder.resolve("peers.jar");
            Path cache = folder.resolve(CACHE);
            String classPath = jar + File.pathSeparator + locationOf(Gson.class);
            try (FileChannel lock =
                            FileChannel.open(
                                    folder.resolve("lock"),
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.WRITE);
                    FileLock _ = lock.lock()) {
                if (!isOfThisBuild(jar, classes)) {
                    pack(classes, jar);
                    train(classPath, cache);
                }
            }
            return new CachedPeers(classPath, PeerCache.flags(cache));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void train(String classPath, Path cache) throws IOException {
        TrainingRun run =
                TrainingRun.open(
                        Path.of(System.getProperty("java.home"), "bin", "java"), classPath);
        try {
            try (run) {
                run.perform();
            }
            PeerCache.write(run, cache);
        } finally {
            run.delete();
        }
    }

    /** Returns whether another process of these tests has made both already. */
    private static boolean isOfThisBuild(Path jar, Path classes) throws IOException {
        if (!Files.exists(jar) || !Files.exists(jar.resolveSibling(CACHE))) {
            return false;
        }
        FileTime packed = Files.getLastModifiedTime(jar);
        try (Stream<Path> all = Files.walk(classes)) {
            for (Path file : all.toList()) {
                if (Files.getLastModifiedTime(file).compareTo(packed) > 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private static void pack(Path classes, Path jar) throws IOException {
        Files.deleteIfExists(jar.resolveSibling(CACHE));
        int code =
                ToolProvider.findFirst("jar")
                        .orElseThrow()
                        .run(
                                System.out,
                                System.err,
                                "--create",
                                "--no-compress",
                                "--file",
                                jar.toString(),
                                "-C",
                                classes.toString(),
                                ".");
        if (code != 0) {
            throw new IOException(jar.toString());
        }
    }

    private static Path locationOf(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
