package ringside.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import ringside.status.PeerSettings;
import ringside.text.Messages;

/**
 * An archive of a peer's classes that the JVM maps at startup (AppCDS): a peer is ready in about
 * half the time and needs less memory. It is optional and never stale: the JVM compares it with the
 * jar and ignores it if they differ.
 */
public final class SharedArchive {

    private static final String FILE = "peer-classes.jsa";

    /**
     * The list of classes that the first peer of the priming run has loaded; relative to its
     * folder.
     */
    private static final String CLASS_LIST = "peer-classes.txt";

    /** Time for the JVM to write the archive: it takes about a second on two cores. */
    private static final long WRITE_LIMIT_S = 60;

    private SharedArchive() {}

    /**
     * Returns the flag that lets a peer use the archive; empty if there is no archive yet, or if
     * the program runs from a folder of classes, which the JVM cannot archive.
     *
     * @param jar the program's own
     */
    public static List<String> flags(Path jar) {
        return candidates(jar).stream()
                .filter(Files::isRegularFile)
                .findFirst()
                .map(archive -> List.of("-XX:SharedArchiveFile=" + archive))
                .orElse(List.of());
    }

    /**
     * Creates the archive beside the jar, or in {@code ~/.ringside} if that cannot be written. Runs
     * two peers for some seconds, so that the archive holds the classes that peers really use.
     *
     * @param java to run them with
     * @param jar the program's own
     * @param classPath of a peer
     * @throws IOException when the peers did not run or nothing could be written
     */
    public static void make(Path java, Path jar, String classPath) throws IOException {
        Path run = Files.createTempDirectory("ringside-prepare");
        try {
            PrimingRun.run(
                    new SupervisorSettings(
                            java,
                            classPath,
                            SupervisorSettings.PEER_MAIN,
                            PeerSettings.DEFAULTS.withPingIntervalMs(100).withLoss(0),
                            PrimingRun.basePort(),
                            run,
                            run,
                            List.of("-XX:DumpLoadedClassList=" + CLASS_LIST)));
            Path list = run.resolve("peer-" + PrimingRun.LISTED).resolve(CLASS_LIST);
            keep(write(java, classPath, list, run.resolve(FILE)), jar);
        } finally {
            RunFolders.delete(run);
        }
    }

    /** Lets a JVM write an archive of these classes to replace its own, which holds more. */
    private static Path write(Path java, String classPath, Path list, Path archive)
            throws IOException {
        List<String> line = new ArrayList<>(List.of(java.toString(), "-Xshare:dump"));
        line.addAll(PeerCommandLine.MODULE_FLAGS);
        line.add("-XX:SharedClassListFile=" + list);
        line.add("-XX:SharedArchiveFile=" + archive);
        line.addAll(List.of("-cp", classPath));
        Process writer =
                new ProcessBuilder(line)
                        .redirectErrorStream(true)
                        .redirectOutput(archive.resolveSibling("dump.txt").toFile())
                        .start();
        try {
            if (!writer.waitFor(WRITE_LIMIT_S, TimeUnit.SECONDS) || writer.exitValue() != 0) {
                throw new IOException(Messages.SUPERVISOR.format("archive.notWritten"));
            }
            return archive;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(Messages.SUPERVISOR.format("archive.interrupted"), e);
        } finally {
            writer.destroyForcibly();
        }
    }

    private static void keep(Path made, Path jar) throws IOException {
        IOException last = new IOException(Messages.SUPERVISOR.format("archive.none"));
        if (!Files.isRegularFile(made)) {
            throw last;
        }
        for (Path candidate : candidates(jar)) {
            try {
                Files.createDirectories(candidate.toAbsolutePath().getParent());
                // Moved in one step if possible: a peer may start at this moment.
                Path temporary =
                        Files.createTempFile(candidate.toAbsolutePath().getParent(), FILE, "");
                Files.copy(made, temporary, StandardCopyOption.REPLACE_EXISTING);
                Files.move(temporary, candidate, StandardCopyOption.REPLACE_EXISTING);
                return;
            } catch (IOException e) {
                last = e;
            }
        }
        throw last;
    }

    private static List<Path> candidates(Path jar) {
        return Files.isDirectory(jar)
                ? List.of()
                : List.of(
                        jar.toAbsolutePath().resolveSibling(FILE),
                        Path.of(System.getProperty("user.home"), ".ringside", FILE));
    }
}
