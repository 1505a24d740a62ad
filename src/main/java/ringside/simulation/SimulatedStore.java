package ringside.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import ringside.digest.Digests;
import ringside.peer.StoredFile;
import ringside.ring.FileName;
import ringside.ring.FileNumber;

/**
 * The stored files of a simulated peer with their metadata. Each change has the same steps as on a
 * real disk, so that a crash can come between any two steps.
 */
final class SimulatedStore {

    /** Thrown when the process dies before the next step. */
    static final class CrashException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private final TreeMap<FileName, byte[]> files = new TreeMap<>();

    /**
     * Versions by number, newest first; a previous version is kept until its replacement is
     * complete.
     */
    private final TreeMap<FileNumber, List<StoredFile>> records = new TreeMap<>();

    /** Numbers whose newest version was about to get its name. */
    private final TreeSet<FileNumber> coming = new TreeSet<>();

    private int stepsToCrash = Integer.MAX_VALUE;

    /** Lets the process die after this many more steps of changes to the store. */
    void crashAfter(int steps) {
        stepsToCrash = steps;
    }

    void crashNever() {
        stepsToCrash = Integer.MAX_VALUE;
    }

    private void step() {
        if (stepsToCrash-- == 0) {
            crashNever();
            throw new CrashException();
        }
    }

    /**
     * Returns the valid files after a crash: for each number, the newest version whose bytes are
     * there.
     */
    List<StoredFile> settle() {
        TreeMap<FileNumber, List<StoredFile>> settled = new TreeMap<>();
        for (Map.Entry<FileNumber, List<StoredFile>> record : records.entrySet()) {
            record.getValue().stream()
                    .filter(version -> !coming.contains(record.getKey()) || hasBytesOf(version))
                    .findFirst()
                    .ifPresent(winner -> settled.put(record.getKey(), List.of(winner)));
        }
        records.clear();
        coming.clear();
        records.putAll(settled);
        files.keySet()
                .removeIf(name ->
                        !name.equals(get(name.number()).map(StoredFile::name).orElse(null)));
        return all();
    }

    List<StoredFile> all() {
        return records.values().stream().map(List::getFirst).toList();
    }

    Optional<StoredFile> get(FileNumber number) {
        return Optional.ofNullable(records.get(number)).map(List::getFirst);
    }

    /** Returns the bytes under a number, right or wrong. */
    Optional<byte[]> content(FileNumber number) {
        return get(number).map(version -> files.get(version.name()));
    }

    boolean hasBytesOf(StoredFile version) {
        byte @Nullable [] content = files.get(version.name());
        return content != null && Digests.sha256(content).equals(version.sha256());
    }

    void put(StoredFile file, byte[] content) {
        FileNumber number = file.name().number();
        Optional<StoredFile> before = get(number);
        boolean sameName = before.filter(old -> old.name().equals(file.name())).isPresent();
        List<StoredFile> both = new ArrayList<>(List.of(file));
        before.ifPresent(both::add);
        step();
        records.put(number, both);
        coming.add(number);
        step();
        files.put(file.name(), content);
        step();
        coming.remove(number);
        if (sameName || before.isEmpty()) {
            records.put(number, List.of(file));
        }
    }

    void delete(StoredFile file) {
        FileNumber number = file.name().number();
        Optional<StoredFile> stored = get(number);
        if (stored.filter(file::equals).isPresent()) {
            records.remove(number);
            files.remove(file.name());
        } else if (stored.isEmpty() || !stored.get().name().equals(file.name())) {
            files.remove(file.name());
            stored.ifPresent(now -> records.put(number, List.of(now)));
        }
    }

    void renew(StoredFile file) {
        if (get(file.name().number()).filter(file::hasSameBytesAs).isPresent()) {
            records.put(file.name().number(), List.of(file));
        }
    }

    void setAside(StoredFile file) {
        records.remove(file.name().number());
        files.remove(file.name());
    }

    /** Changes a byte of a file without the peer's knowledge; size and time stay. */
    void damage(FileNumber number) {
        get(number)
                .ifPresent(file ->
                        files.computeIfPresent(
                                file.name(),
                                (name, content) -> {
                                    byte[] changed = Arrays.copyOf(content, content.length);
                                    changed[changed.length / 2] ^= 1;
                                    return changed;
                                }));
    }
}
