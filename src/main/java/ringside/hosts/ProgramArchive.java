package ringside.hosts;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ringside.digest.Digests;
import ringside.supervisor.PeerCommandLine;
import ringside.text.Messages;

/**
 * This program as an agent's host has it (SPEC 13.2): the script that looks for it there, and a
 * tape archive of the class path of peers and of their cache, for a host that has neither the
 * folder named by its digest nor the same build installed. Each is made when it is first asked for.
 * Thread-safe.
 */
final class ProgramArchive {

    /** The digest of no file: nobody installs a folder of classes. */
    private static final String OF_FOLDER = "0".repeat(64);

    private final List<Path> classes;
    private final List<Path> cache;
    private final List<Path> parts = new ArrayList<>();
    private final Path root;
    private @Nullable String script;

    /** Of the files that the script names; empty before it is made. */
    private String digest = "";

    private byte @Nullable [] archive;

    /**
     * Creates the program of a class path, and the cache of its classes. All keep their places
     * beside each other and their times, without which a JVM would not use the cache.
     *
     * @param classPath archives and folders
     * @param cache of peers; of use to hosts with the same build of the same JVM
     */
    ProgramArchive(String classPath, Optional<Path> cache) {
        classes =
                Arrays.stream(classPath.split(File.pathSeparator))
                        .map(part -> Path.of(part).toAbsolutePath().normalize())
                        .toList();
        this.cache = cache.map(file -> file.toAbsolutePath().normalize()).stream().toList();
        parts.addAll(classes);
        parts.addAll(this.cache);
        root = commonFolder(parts);
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

    /**
     * Returns the script for the shell of a host, which ends as the agent.
     *
     * @throws IOException with a sentence when the program cannot be read
     */
    synchronized String script() throws IOException {
        String known = script;
        if (known == null) {
            known = makeScript();
            script = known;
        }
        return known;
    }

    private String makeScript() throws IOException {
        SortedMap<Path, String> digests = digests();
        digest = digestOfAll(digests);
        try (InputStream template = ProgramArchive.class.getResourceAsStream("agent.sh")) {
            if (template == null) {
                throw new IllegalStateException("agent.sh lies beside this class");
            }
            return new String(template.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@DIGEST@", digest)
                    .replace("@CLASSES@", there(classes))
                    .replace("@CACHE@", there(cache))
                    .replace("@CHECKSUMS@", checksums(digests))
                    .replace("@INSTALLED_CLASSES@", installed())
                    .replace("@CACHE_FLAGS@", String.join(" ", PeerCommandLine.MODULE_FLAGS));
        }
    }

    /** Returns the digest of each file that travels. */
    private SortedMap<Path, String> digests() throws IOException {
        SortedMap<Path, String> digests = new TreeMap<>();
        try {
            for (Path part : parts) {
                try (Stream<Path> all = Files.walk(part)) {
                    for (Path file : all.filter(Files::isRegularFile).toList()) {
                        digests.put(file, Digests.sha256(file));
                    }
                }
            }
        } catch (UncheckedIOException | IOException e) {
            throw unreadable(e);
        }
        return digests;
    }

    private static IOException unreadable(Exception cause) {
        String reason = String.valueOf(cause.getMessage());
        return new IOException(Messages.HOSTS.format("archive.unreadable", reason), cause);
    }

    /** Returns the digest of what an archive of these files unpacks: their places, times, bytes. */
    private String digestOfAll(SortedMap<Path, String> digests) throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path file : digests.keySet()) {
            all.append(digests.get(file)).append(' ').append(seconds(file)).append(' ');
            all.append(root.relativize(file)).append('\n');
        }
        return Digests.sha256(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static long seconds(Path file) throws IOException {
        try {
            return Files.getLastModifiedTime(file).to(TimeUnit.SECONDS);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Returns the archives as {@code sha256sum} checks them in the folder of an installation. */
    private String checksums(SortedMap<Path, String> digests) {
        return classes.stream()
                .map(part -> digests.getOrDefault(part, OF_FOLDER) + "  " + part.getFileName())
                .collect(Collectors.joining("\n"));
    }

    /** Returns the places on the host of what has been unpacked, as the script writes them. */
    private String there(List<Path> unpacked) {
        return unpacked.stream()
                .map(part -> "\"$place\"/" + quoted(root.relativize(part)))
                .collect(Collectors.joining(":"));
    }

    private String installed() {
        return classes.stream()
                .map(part -> "\"$app\"/" + quoted(part.getFileName()))
                .collect(Collectors.joining(":"));
    }

    private static String quoted(Path name) {
        return "'" + name.toString().replace("'", "'\\''") + "'";
    }

    /**
     * Returns what the script asks for; what is available of it is all of it.
     *
     * @throws IOException with a sentence when the system has no {@code tar}, or it fails, or the
     *     program is no longer the one that the script names
     */
    synchronized ByteArrayInputStream open() throws IOException {
        byte[] known = archive;
        if (known == null) {
            known = pack();
            if (!digestOfAll(digests()).equals(digest)) {
                throw new IOException(Messages.HOSTS.format("archive.changed"));
            }
            archive = known;
        }
        return new ByteArrayInputStream(known);
    }

    private byte[] pack() throws IOException {
        List<String> line = new ArrayList<>(List.of("tar", "-cf", "-", "-C", root.toString()));
        parts.forEach(part -> line.add(root.relativize(part).toString()));
        Process tar = start(new ProcessBuilder(line));
        try (InputStream packed = tar.getInputStream()) {
            byte[] whole = packed.readAllBytes();
            if (tar.waitFor() != 0) {
                throw new IOException(Messages.HOSTS.format("archive.tar"));
            }
            return whole;
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
}
