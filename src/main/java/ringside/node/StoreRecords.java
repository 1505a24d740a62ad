package ringside.node;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import ringside.peer.StoredFile;
import ringside.ring.FileName;
import ringside.ring.FileNumber;

/**
 * The metadata of stored files, kept beside them: for each number a small text file in the folder
 * {@code versions}, with one tab-separated line per version: state, version in ms, size in bytes,
 * SHA-256, name. A record is replaced atomically, so that a crash leaves the old one or the new
 * one.
 */
final class StoreRecords {

    /** Largest valid record in bytes; a record has two lines at most. */
    private static final int MAX_BYTES = 4_096;

    private static final int FIELDS = 5;
    private static final String TEMPORARY = ".new";

    enum State {
        /** It is about to get its name: it counts if its bytes are there. */
        COMING,
        /** It is stored: if its bytes are missing, it is damaged. */
        HELD,
        /** Its file must be deleted, if it is there. */
        GONE
    }

    /** A version of a number. */
    record Entry(State state, StoredFile file) {

        static Entry coming(StoredFile file) {
            return new Entry(State.COMING, file);
        }

        static Entry held(StoredFile file) {
            return new Entry(State.HELD, file);
        }

        static Entry gone(StoredFile file) {
            return new Entry(State.GONE, file);
        }

        private String line() {
            return String.join(
                    "\t",
                    state.name().toLowerCase(Locale.ROOT),
                    Long.toString(file.versionMs()),
                    Long.toString(file.bytes()),
                    file.sha256(),
                    file.name().toString());
        }

        private static Entry parse(String line) {
            String[] fields = line.split("\t", -1);
            if (fields.length != FIELDS) {
                throw new IllegalArgumentException("not a version");
            }
            return new Entry(
                    State.valueOf(fields[0].toUpperCase(Locale.ROOT)),
                    new StoredFile(
                            FileName.parse(fields[4]),
                            Long.parseLong(fields[2]),
                            fields[3],
                            Long.parseLong(fields[1])));
        }
    }

    private final Path folder;

    StoreRecords(Path folder) {
        this.folder = folder;
    }

    Set<FileNumber> numbers() throws IOException {
        TreeSet<FileNumber> numbers = new TreeSet<>();
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path : paths.toList()) {
                String name = path.getFileName().toString();
                if (name.matches("[0-9]{4}")) {
                    numbers.add(new FileNumber(name));
                }
            }
        }
        return numbers;
    }

    /**
     * Returns the versions of a number, newest first; empty if the record is missing or damaged.
     */
    List<Entry> read(FileNumber number) throws IOException {
        Path path = pathOf(number);
        List<Entry> entries = new ArrayList<>();
        try {
            if (Files.size(path) > MAX_BYTES) {
                return List.of();
            }
            String text = new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1);
            for (String line : text.lines().toList()) {
                Entry entry = Entry.parse(line);
                if (entry.file().name().number().equals(number)) {
                    entries.add(entry);
                }
            }
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IllegalArgumentException damaged) {
            return List.of();
        }
        return entries;
    }

    /** Replaces the record of a number; it is on the disk when this returns. */
    void write(FileNumber number, List<Entry> entries) throws IOException {
        if (entries.isEmpty()) {
            Files.deleteIfExists(pathOf(number));
            return;
        }
        StringBuilder text = new StringBuilder();
        entries.forEach(entry -> text.append(entry.line()).append('\n'));
        Files.createDirectories(folder);
        Path temporary = folder.resolve(number + TEMPORARY);
        try (FileChannel channel =
                FileChannel.open(
                        temporary,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            ByteBuffer bytes =
                    ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.ISO_8859_1));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(
                temporary,
                pathOf(number),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    private Path pathOf(FileNumber number) {
        return folder.resolve(number.digits());
    }
}
