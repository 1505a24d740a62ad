package ringside.peer;

import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import ringside.ring.FileNumber;
import ringside.status.FileEvent;
import ringside.status.HeldFile;

/** The files that this peer holds for the ring, as its data folder has them (SPEC 3, 8). */
final class HeldFiles {

    private final Surroundings at;
    private final Neighbourhood neighbourhood;
    private final TreeMap<FileNumber, StoredFile> files = new TreeMap<>();
    private List<HeldFile> reported = List.of();

    HeldFiles(Surroundings at, Neighbourhood neighbourhood) {
        this.at = at;
        this.neighbourhood = neighbourhood;
    }

    void start(List<StoredFile> onDisk) {
        onDisk.forEach(file -> files.put(file.name().number(), file));
        reportIfChanged();
    }

    boolean has(FileNumber number) {
        return files.containsKey(number);
    }

    @Nullable StoredFile get(FileNumber number) {
        return files.get(number);
    }

    /** Whether an offered file would only bring what is here already, or something older. */
    boolean hasAsNewAs(StoredFile other) {
        StoredFile mine = files.get(other.name().number());
        return mine != null && !other.isNewerThan(mine);
    }

    List<StoredFile> all() {
        return List.copyOf(files.values());
    }

    /** A file has been put in its place on disk; one with the same number and another name goes. */
    void put(StoredFile file) {
        StoredFile before = files.put(file.name().number(), file);
        if (before != null && !before.name().equals(file.name())) {
            at.file(new FileEffect.Delete(at.newHandle(), before.name()));
        }
        reportIfChanged();
    }

    /** Somebody else holds this file for certain; what came later under its number stays. */
    void release(StoredFile file) {
        if (files.remove(file.name().number(), file)) {
            at.file(new FileEffect.Delete(at.newHandle(), file.name()));
            reportIfChanged();
        }
    }

    /** To be called after the range of this peer has changed, too. */
    void reportIfChanged() {
        List<HeldFile> now =
                files.values().stream()
                        .map(
                                file ->
                                        new HeldFile(
                                                file.name(),
                                                file.bytes(),
                                                neighbourhood.owns(file.name().number().hash())))
                        .toList();
        if (!now.equals(reported)) {
            reported = now;
            at.report(new FileEvent.FilesHeld(now));
        }
    }
}
