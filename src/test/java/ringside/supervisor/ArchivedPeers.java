package ringside.supervisor;

import com.google.gson.Gson;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;

/**
 * The classes of this build as a jar with an archive, as the program has them: peers start with
 * half of the work. It is made by the first test that asks for it. Thread-safe.
 *
 * @param classPath of a peer
 * @param flags for its JVM
 */
public record ArchivedPeers(String classPath, List<String> flags) {

    /** Makes the jar and the archive once. */
    private static final class Made {
        private static final ArchivedPeers ONCE = make();
    }

    /** Returns the jar and its archive; the first call takes some seconds. */
    public static ArchivedPeers ofThisBuild() {
        return Made.ONCE;
    }

    private static ArchivedPeers make() {
        try {
            Path classes = locationOf(Supervisor.class);
            Path folder = Files.createDirectories(classes.resolveSibling("archived-peers"));
            Path jar = folder.resolve("peers.jar");
            Files.deleteIfExists(jar);
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
            String classPath = jar + File.pathSeparator + locationOf(Gson.class);
            Path java = Path.of(System.getProperty("java.home"), "bin", "java");
            SharedArchive.make(java, jar, classPath);
            return new ArchivedPeers(classPath, SharedArchive.flags(jar));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
