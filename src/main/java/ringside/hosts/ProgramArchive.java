package ringside.hosts;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import ringside.digest.Digests;
import ringside.text.Messages;

/**
 * This program as it travels to a host that does not have it: a tape archive of the class path of
 * peers and of their cache, and the script that unpacks it into a folder named by its digest.
 * Immutable.
 */
final class ProgramArchive {

    private final byte[] archive;
    private final String script;

    private ProgramArchive(byte[] archive, String script) {
        this.archive = archive;
        this.script = script;
    }

    /**
     * Packs a class path, and the cache of its classes. All keep their places beside each other and
     * their times, without which a JVM would not use the cache.
     *
     * @param classPath archives and folders
     * @param cache of peers; of use to hosts with the same build of the same JVM
     * @throws IOException when the system has no {@code tar}, or it fails
     */
    static ProgramArchive of(String classPath, Optional<Path> cache) throws IOException {
        List<Path> classes =
                Arrays.stream(classPath.split(File.pathSeparator))
                        .map(part -> Path.of(part).toAbsolutePath().normalize())
                        .toList();
        List<Path> parts = new ArrayList<>(classes);
        cache.ifPresent(file -> parts.add(file.toAbsolutePath().normalize()));
        Path root = commonFolder(parts);
        byte[] archive = pack(root, parts);
        try (InputStream template = ProgramArchive.class.getResourceAsStream("agent.sh")) {
            if (template == null) {
                throw new IllegalStateException("agent.sh lies beside this class");
            }
            String script =
                    new String(template.readAllBytes(), StandardCharsets.UTF_8)
                            .replace("@DIGEST@", Digests.sha256(archive))
                            .replace("@BYTES@", Integer.toString(archive.length))
                            .replace("@CLASS_PATH@", there(root, classes))
                            .replace(
                                    "@CACHE@",
                                    there(root, parts.subList(classes.size(), parts.size())));
            return new ProgramArchive(archive, script);
        }
    }

    private static Path commonFolder(List<Path> parts) {
        Path folder = parts.getFirst();
        do {
            folder = folder.resolveSibling("");
        } while (!isAbove(folder, parts));
        return folder;
    }

    private static boolean isAbove(Path folder, List<Path> parts) {
        return parts.stream().allMatch(part -> part.startsWith(folder));
    }

    /** Returns the places on the host of what has been unpacked, as the script writes them. */
    private static String there(Path root, List<Path> parts) {
        return parts.stream()
                .map(part -> root.relativize(part).toString().replace("'", "'\\''"))
                .map(name -> "\"$place\"/'" + name + "'")
                .collect(Collectors.joining(":"));
    }

    private static byte[] pack(Path root, List<Path> parts) throws IOException {
        List<String> line = new ArrayList<>(List.of("tar", "-cf", "-", "-C", root.toString()));
        parts.forEach(part -> line.add(root.relativize(part).toString()));
        Process tar = start(new ProcessBuilder(line));
        try (InputStream packed = tar.getInputStream()) {
            byte[] archive = packed.readAllBytes();
            if (tar.waitFor() != 0) {
                throw new IOException(Messages.HOSTS.format("archive.tar"));
            }
            return archive;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(Messages.HOSTS.format("archive.tar"), e);
        }
    }

    private static Process start(ProcessBuilder tar) throws IOException {
        try {
            return tar.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException e) {
            throw new IOException(Messages.HOSTS.format("archive.tar"), e);
        }
    }

    /** Returns what the script asks for. */
    byte[] bytes() {
        return archive.clone();
    }

    /** Returns the script for the shell of a host, which ends as the agent. */
    String script() {
        return script;
    }
}
