package ringside.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ringside.digest.Digests;
import ringside.node.StoreRecords.Entry;
import ringside.node.StoreRecords.State;
import ringside.peer.StoredFile;
import ringside.ring.FileName;
import ringside.ring.FileNumber;

/**
 * The files that one peer holds for the ring (SPEC 8.6), one version per number even after a crash.
 * The record of a version is written before its file gets its name, and lists the previous version
 * until that is gone. After a crash the newest version whose bytes are really in the folder wins.
 * May be called from any thread. No method reads a whole file, except {@link #open} if a record
 * leaves a doubt.
 */
final class HeldStore {

    private final Path files;
    private final Path aside;
    private final StoreRecords records;
    private final TreeMap<FileNumber, StoredFile> current = new TreeMap<>();

    private HeldStore(Path data) {
        files = data.resolve("files");
        aside = data.resolve("aside");
        records = new StoreRecords(data.resolve("versions"));
    }

    /**
     * Reads the stored files and cleans up after a crash. A file without a record, put there by
     * hand or by an earlier program, is adopted with the time of its last change as its version, or
     * with {@code nowMs} if that lies in the future.
     *
     * @param nowMs ms since the Unix epoch
     */
    static HeldStore open(Path data, long nowMs) throws IOException {
        HeldStore store = new HeldStore(data);
        Files.createDirectories(store.files);
        Files.createDirectories(data.resolve("versions"));
        Map<FileNumber, List<FileName>> found = store.filesByNumber();
        TreeSet<FileNumber> numbers = new TreeSet<>(found.keySet());
        numbers.addAll(store.records.numbers());
        for (FileNumber number : numbers) {
            store.settle(number, found.getOrDefault(number, List.of()), nowMs);
        }
        return store;
    }

    private Map<FileNumber, List<FileName>> filesByNumber() throws IOException {
        TreeMap<FileNumber, List<FileName>> found = new TreeMap<>();
        try (Stream<Path> paths = Files.list(files)) {
            for (Path path : paths.sorted().toList()) {
                FileName name = DataFolder.ownName(path);
                if (name != null) {
                    found.computeIfAbsent(name.number(), key -> new ArrayList<>()).add(name);
                }
            }
        }
        return found;
    }

    /** Decides which version of a number wins, and keeps only its file and its record. */
    private void settle(FileNumber number, List<FileName> found, long nowMs) throws IOException {
        List<Entry> recorded = records.read(number);
        StoredFile winner = winner(recorded);
        List<FileName> strangers = new ArrayList<>(found);
        recorded.forEach(entry -> strangers.remove(entry.file().name()));
        if (winner == null) {
            winner = newest(strangers, nowMs);
        }
        List<Entry> kept = new ArrayList<>();
        if (winner != null) {
            current.put(number, winner);
            kept.add(Entry.held(winner));
            strangers.remove(winner.name());
        }
        if (!kept.equals(recorded)) {
            tidy(number, recorded, kept);
        }
        for (FileName stranger : strangers) {
            moveAside(stranger);
        }
    }

    private void tidy(FileNumber number, List<Entry> recorded, List<Entry> kept)
            throws IOException {
        for (Entry entry : recorded) {
            FileName name = entry.file().name();
            boolean isKept = kept.stream().anyMatch(other -> other.file().name().equals(name));
            if (!isKept && !isDeleted(name)) {
                kept.add(Entry.gone(entry.file()));
            }
        }
        records.write(number, kept);
    }

    private boolean isDeleted(FileName name) {
        try {
            Files.deleteIfExists(pathOf(name));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Returns the newest recorded version whose bytes are there. Bytes are read only if a version
     * was about to be stored; otherwise they are checked before they are served, and periodically.
     */
    private @Nullable StoredFile winner(List<Entry> recorded) throws IOException {
        List<Entry> versions =
                recorded.stream().filter(entry -> entry.state() != State.GONE).toList();
        boolean isInDoubt = versions.stream().anyMatch(entry -> entry.state() == State.COMING);
        if (isInDoubt) {
            for (Entry version : versions) {
                if (hasBytesOf(version.file())) {
                    return version.file();
                }
            }
        }
        return versions.stream()
                .filter(entry -> entry.state() == State.HELD)
                .map(Entry::file)
                .findFirst()
                .orElse(null);
    }

    private boolean hasBytesOf(StoredFile version) throws IOException {
        Path path = pathOf(version);
        return Files.isRegularFile(path)
                && Files.size(path) == version.bytes()
                && Digests.sha256(path).equals(version.sha256());
    }

    private @Nullable StoredFile newest(List<FileName> strangers, long nowMs) throws IOException {
        List<StoredFile> versions = new ArrayList<>();
        for (FileName name : strangers) {
            Path path = pathOf(name);
            long changedMs = Files.getLastModifiedTime(path).toMillis();
            versions.add(
                    new StoredFile(
                            name,
                            Files.size(path),
                            Digests.sha256(path),
                            Math.clamp(changedMs, 0, nowMs)));
        }
        return versions.stream().max(Comparator.comparingLong(StoredFile::versionMs)).orElse(null);
    }

    private void moveAside(FileName name) throws IOException {
        Files.createDirectories(aside);
        Files.move(
                pathOf(name), aside.resolve(name.toString()), StandardCopyOption.REPLACE_EXISTING);
    }

    // -- queries

    synchronized List<StoredFile> all() {
        return List.copyOf(current.values());
    }

    /** Returns the stored version of a number, or null. */
    synchronized @Nullable StoredFile get(FileNumber number) {
        return current.get(number);
    }

    Path pathOf(StoredFile file) {
        return pathOf(file.name());
    }

    private Path pathOf(FileName name) {
        return files.resolve(name.toString());
    }

    // -- changes

    /**
     * Gives a complete, verified file its name. A previous file with another name is left for
     * deletion.
     */
    synchronized Path put(Path whole, StoredFile file) throws IOException {
        FileNumber number = file.name().number();
        StoredFile before = current.get(number);
        List<Entry> both = new ArrayList<>(List.of(Entry.coming(file)));
        if (before != null) {
            both.add(Entry.held(before));
        }
        Files.createDirectories(files);
        records.write(number, both);
        Path path;
        try {
            path =
                    Files.move(
                            whole,
                            pathOf(file),
                            StandardCopyOption.ATOMIC_MOVE,
                            StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            records.write(number, both.subList(1, both.size()));
            throw e;
        }
        current.put(number, file);
        List<Entry> after = new ArrayList<>(List.of(Entry.held(file)));
        if (before != null && !before.name().equals(file.name())) {
            after.add(Entry.gone(before));
        }
        records.write(number, after);
        return path;
    }

    /**
     * Deletes one version and no other: a replacement that arrived meanwhile stays. If the file
     * cannot be deleted, its record says so, and it does not count after a restart either.
     */
    synchronized void delete(StoredFile file) throws IOException {
        FileNumber number = file.name().number();
        StoredFile stored = current.get(number);
        List<Entry> rest = new ArrayList<>();
        if (stored != null && !stored.equals(file)) {
            if (stored.name().equals(file.name())) {
                return;
            }
            rest.add(Entry.held(stored));
        }
        List<Entry> withGone = new ArrayList<>(rest);
        withGone.add(Entry.gone(file));
        current.remove(number, file);
        if (Files.exists(pathOf(file))) {
            records.write(number, withGone);
            Files.deleteIfExists(pathOf(file));
        }
        records.write(number, rest);
    }

    /** Removes a damaged version from the store, but keeps its bytes for inspection. */
    synchronized void setAside(StoredFile file) throws IOException {
        FileNumber number = file.name().number();
        if (current.remove(number, file)) {
            records.write(number, List.of(Entry.gone(file)));
            try {
                moveAside(file.name());
            } catch (NoSuchFileException nothingLeft) {
                Files.createDirectories(aside);
            }
            records.write(number, List.of());
        }
    }

    /** Records a newer version for the same bytes. */
    synchronized void renew(StoredFile file) throws IOException {
        FileNumber number = file.name().number();
        StoredFile stored = current.get(number);
        if (stored != null && stored.hasSameBytesAs(file)) {
            records.write(number, List.of(Entry.held(file)));
            current.put(number, file);
        }
    }
}
