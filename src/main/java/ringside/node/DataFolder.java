package ringside.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import ringside.peer.FilePlace;
import ringside.peer.FileSource;
import ringside.peer.StoredFile;
import ringside.ring.FileName;
import ringside.ring.FileNumber;

/**
 * Where everything of one peer lies: {@code files} held for the ring, {@code received} ones, logs,
 * and temporary files; beside it the folder of files to answer with (SPEC 1.2). A name from the
 * network reaches a path only as a {@link FileName} (SPEC 10.2).
 */
final class DataFolder {

    private static final String PARTIAL = ".part";

    private final Path data;
    private final Path held;
    private final Path received;
    private final Path answers;
    private final Digests digests = new Digests();

    private DataFolder(Path data, Path answers) {
        this.data = data.toAbsolutePath();
        this.held = this.data.resolve("files");
        this.received = this.data.resolve("received");
        this.answers = answers.toAbsolutePath();
    }

    /**
     * Makes the folder where it is missing, and throws half files of an earlier life away.
     *
     * @throws IOException when it cannot be made or written
     */
    static DataFolder open(Path data, Path answers) throws IOException {
        DataFolder folder = new DataFolder(data, answers);
        Files.createDirectories(folder.held);
        Files.createDirectories(folder.received);
        try (DirectoryStream<Path> left =
                Files.newDirectoryStream(folder.data, "*" + PARTIAL)) {
            for (Path path : left) {
                Files.deleteIfExists(path);
            }
        }
        return folder;
    }

    Path path() {
        return data;
    }

    /** What lies in {@code files} under a name of ours. */
    List<StoredFile> heldFiles() throws IOException {
        List<StoredFile> files = new ArrayList<>();
        try (Stream<Path> paths = Files.list(held)) {
            for (Path path : paths.filter(DataFolder::isOurs).sorted().toList()) {
                files.add(describe(nameOf(path), path));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return files;
    }

    /**
     * Where a source lies.
     *
     * @throws NoSuchFileException when there is none
     */
    Path find(FileSource source) throws IOException {
        return switch (source) {
            case FileSource.Held wanted -> findIn(held, wanted.number());
            case FileSource.Anywhere wanted -> {
                try {
                    yield findIn(held, wanted.number());
                } catch (NoSuchFileException | NotDirectoryException notHeld) {
                    yield findIn(answers, wanted.number());
                }
            }
            case FileSource.Path wanted -> requireFile(pathOf(wanted.path()));
        };
    }

    /** What is to be known of a file that was found; one that is stored anew is the newest. */
    StoredFile describe(FileSource source, Path path) throws IOException {
        return switch (source) {
            case FileSource.Held wanted -> describe(nameOf(path), path);
            case FileSource.Anywhere wanted -> describe(nameOf(path), path);
            case FileSource.Path wanted ->
                    new StoredFile(
                            FileName.forStoring(
                                    wanted.number(), path.getFileName().toString()),
                            Files.size(path),
                            System.currentTimeMillis(),
                            digests.sha256(path));
        };
    }

    TemporaryFile temporary(long handle, FileName name, FilePlace place, long versionMs)
            throws IOException {
        return new TemporaryFile(
                data.resolve(handle + PARTIAL), folderOf(place).resolve(name.toString()), name,
                versionMs);
    }

    void deleteHeld(FileName name) throws IOException {
        Files.deleteIfExists(held.resolve(name.toString()));
    }

    private Path folderOf(FilePlace place) {
        return switch (place) {
            case RECEIVED -> received;
            case HELD -> held;
        };
    }

    private StoredFile describe(FileName name, Path path) throws IOException {
        return new StoredFile(
                name,
                Files.size(path),
                Math.max(0, Files.getLastModifiedTime(path).toMillis()),
                digests.sha256(path));
    }

    private static FileName nameOf(Path path) {
        return FileName.parse(path.getFileName().toString());
    }

    /** The number alone, or the number with a plain extension; the first by name. */
    private static Path findIn(Path folder, FileNumber number) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> paths = Files.newDirectoryStream(folder, number + "*")) {
            for (Path path : paths) {
                if (isOurs(path) && nameOf(path).number().equals(number)) {
                    found.add(path);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return found.stream()
                .sorted()
                .findFirst()
                .orElseThrow(() -> new NoSuchFileException(folder.resolve(number + ".*").toString()));
    }

    private static boolean isOurs(Path path) {
        try {
            return !nameOf(path).toString().isEmpty() && Files.isRegularFile(path);
        } catch (IllegalArgumentException notOurs) {
            return false;
        }
    }

    private static Path pathOf(String text) throws IOException {
        try {
            return Path.of(text).toAbsolutePath();
        } catch (InvalidPathException e) {
            throw new IOException(Words.say("disk.noPath", e.getReason()), e);
        }
    }

    private static Path requireFile(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            throw new IOException(Words.say("disk.folder", path));
        }
        if (!Files.isRegularFile(path)) {
            throw new NoSuchFileException(path.toString());
        }
        return path;
    }
}
