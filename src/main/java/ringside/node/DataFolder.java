package ringside.node;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ringside.peer.FileEffect;
import ringside.peer.StoredFile;
import ringside.ring.FileName;
import ringside.ring.FileNumber;
import ringside.text.Messages;

/**
 * The data folder of one peer: {@code files} held for the ring with their {@code versions}, files
 * set {@code aside}, {@code received} files, logs, and {@code partial} files. Also knows the
 * separate folder of files to answer with (SPEC 1.5, 3.4). A name from the network reaches a path
 * only as a {@link FileName} (SPEC 10.2).
 */
final class DataFolder implements AutoCloseable {

    private static final String PARTIAL = ".part";

    /** Name pattern of this program's unfinished files. */
    private static final String OUR_PARTIAL_NAMES = "[0-9]{1,19}\\.part";

    /** Extensions that programs use for incomplete or discarded files. */
    private static final Set<String> UNFINISHED =
            Set.of("part", "partial", "tmp", "temp", "bak", "old", "orig", "swp", "download");

    private final Path data;
    private final Path received;
    private final Path partial;
    private final Path answers;
    private final FolderLock lock;
    private final HeldStore held;

    private DataFolder(Path data, Path answers, FolderLock lock, HeldStore held) {
        this.data = data;
        this.received = data.resolve("received");
        this.partial = data.resolve("partial");
        this.answers = answers.toAbsolutePath();
        this.lock = lock;
        this.held = held;
    }

    /**
     * Creates the folder if it is missing, locks it for this process, and deletes partial files of
     * an earlier run. A folder with foreign content is left untouched.
     *
     * @throws IOException when it cannot be created or written, is not a peer's folder, or is in
     *     use
     */
    static DataFolder open(Path data, Path answers) throws IOException {
        Path folder = data.toAbsolutePath();
        FolderLock lock = FolderLock.take(folder);
        try {
            Files.createDirectories(folder.resolve("received"));
            Files.createDirectories(folder.resolve("partial"));
            HeldStore held = HeldStore.open(folder, System.currentTimeMillis());
            DataFolder opened = new DataFolder(folder, answers, lock, held);
            opened.deletePartialFiles();
            return opened;
        } catch (IOException e) {
            lock.close();
            throw e;
        }
    }

    private void deletePartialFiles() throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(partial)) {
            for (Path path : left) {
                if (path.getFileName().toString().matches(OUR_PARTIAL_NAMES)) {
                    Files.deleteIfExists(path);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    Path path() {
        return data;
    }

    HeldStore held() {
        return held;
    }

    /**
     * Returns the stored version that a source refers to, or null if it refers to a file that is
     * not stored.
     */
    @Nullable StoredFile storedAt(FileEffect.Source source) throws IOException {
        return switch (source) {
            case FileEffect.Source.Held wanted -> {
                StoredFile file = held.get(wanted.number());
                if (file == null) {
                    throw new NoSuchFileException(
                            data.resolve("files").resolve(wanted.number() + ".*").toString());
                }
                yield file;
            }
            case FileEffect.Source.Anywhere wanted -> held.get(wanted.number());
            case FileEffect.Source.Path wanted -> null;
        };
    }

    /**
     * Returns the path of a source that is not stored.
     *
     * @throws IOException with a sentence when there is none
     */
    Path find(FileEffect.Source source) throws IOException {
        return switch (source) {
            case FileEffect.Source.Held wanted ->
                    throw new IllegalStateException("stored: " + wanted);
            case FileEffect.Source.Anywhere wanted -> findAnswer(wanted.number());
            case FileEffect.Source.Path wanted -> requireFile(pathOf(wanted.path()));
        };
    }

    /** Returns the ring name of a source that is not stored. */
    static FileName nameFor(FileEffect.Source source, Path path) {
        String original = path.getFileName().toString();
        return switch (source) {
            case FileEffect.Source.Held wanted -> FileName.forStoring(wanted.number(), original);
            case FileEffect.Source.Anywhere wanted ->
                    FileName.forStoring(wanted.number(), original);
            case FileEffect.Source.Path wanted -> FileName.forStoring(wanted.number(), original);
        };
    }

    Path partial(long number) {
        return partial.resolve(number + PARTIAL);
    }

    Path received(FileName name) {
        return received.resolve(name.toString());
    }

    /** Prefers a plain name; among several of the same kind, the first in order. */
    private Path findAnswer(FileNumber number) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> paths = Files.newDirectoryStream(answers, number + "*")) {
            for (Path path : paths) {
                if (answersFor(path, number)) {
                    found.add(path);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return found.stream()
                .sorted(
                        Comparator.comparing((Path path) -> ownName(path) == null)
                                .thenComparing(Comparator.naturalOrder()))
                .findFirst()
                .orElseThrow(() -> new IOException(Messages.NODE.format("disk.notStored")));
    }

    /**
     * Returns whether the name is the number alone, or the number with one or two extensions of
     * lower-case or capital letters or digits; unfinished and backup files of other programs are
     * excluded.
     */
    private static boolean answersFor(Path path, FileNumber number) {
        String name = path.getFileName().toString();
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return name.matches(number + "(\\.[A-Za-z0-9]{1,8}){0,2}")
                && !UNFINISHED.contains(extension)
                && Files.isRegularFile(path);
    }

    /**
     * Returns the path's name as a file name of this program; null if it has another form or is not
     * a file.
     */
    static @Nullable FileName ownName(Path path) {
        try {
            FileName name = FileName.parse(path.getFileName().toString());
            return Files.isRegularFile(path) ? name : null;
        } catch (IllegalArgumentException notOurs) {
            return null;
        }
    }

    private static Path pathOf(String text) throws IOException {
        try {
            return Path.of(text).toAbsolutePath();
        } catch (InvalidPathException e) {
            throw new IOException(Messages.NODE.format("disk.noPath", e.getReason()), e);
        }
    }

    private static Path requireFile(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            throw new IOException(Messages.NODE.format("disk.folder", path));
        }
        if (!Files.isRegularFile(path)) {
            throw new NoSuchFileException(path.toString());
        }
        return path;
    }

    /** Unlocks the folder for other processes. */
    @Override
    public void close() throws IOException {
        lock.close();
    }
}
