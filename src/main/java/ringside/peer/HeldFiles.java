package ringside.peer;

import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import ringside.ring.FileNumber;
import ringside.status.FileEvent;
import ringside.status.HeldFile;
import ringside.status.LifeEvent;

/** The files that this peer holds for the ring, mirroring its data folder (SPEC 3, 8). */
final class HeldFiles {

    /** Pause before a failed deletion is retried; the user may fix the folder meanwhile. */
    private static final long DELETE_AGAIN_MS = 30_000;

    private final PeerContext context;
    private final Neighbourhood neighbourhood;
    private final TreeMap<FileNumber, StoredFile> files = new TreeMap<>();

    /** Versions being deleted by the disk, by handle. */
    private final TreeMap<FileHandle, StoredFile> deleting = new TreeMap<>();

    private final Runnable onFirst;
    private List<HeldFile> reported = List.of();

    /**
     * Creates the files of a peer that holds none yet.
     *
     * @param onFirst called when a file is put where there was none
     */
    HeldFiles(PeerContext context, Neighbourhood neighbourhood, Runnable onFirst) {
        this.context = context;
        this.neighbourhood = neighbourhood;
        this.onFirst = onFirst;
    }

    void start(List<StoredFile> onDisk) {
        for (StoredFile file : onDisk) {
            StoredFile honest = file.notFarAheadOf(context.epochMs());
            files.put(file.name().number(), honest);
            if (!honest.equals(file)) {
                context.file(new FileEffect.Renew(context.newHandle(FilePurpose.RENEWAL), honest));
            }
        }
        reportIfChanged();
    }

    boolean isEmpty() {
        return files.isEmpty();
    }

    boolean has(FileNumber number) {
        return files.containsKey(number);
    }

    /**
     * Returns the next held number after this one, or the first if it is null; null if there is
     * none.
     */
    @Nullable FileNumber after(@Nullable FileNumber number) {
        if (files.isEmpty()) {
            return null;
        }
        return number == null ? files.firstKey() : files.higherKey(number);
    }

    /**
     * Returns whether an offered file is already held in the same or a newer version. If the bytes
     * are equal and only the version is newer, the held file takes over the version and no transfer
     * is needed.
     */
    boolean hasAsNewAs(StoredFile offered) {
        StoredFile mine = files.get(offered.name().number());
        StoredFile other = offered.notFarAheadOf(context.epochMs());
        if (mine == null) {
            return false;
        }
        if (mine.hasSameBytesAs(other)) {
            if (other.isNewerThan(mine)) {
                files.put(other.name().number(), other);
                context.file(new FileEffect.Renew(context.newHandle(FilePurpose.RENEWAL), other));
                reportIfChanged();
            }
            return true;
        }
        return !other.isNewerThan(mine);
    }

    /**
     * Returns the version for a file stored now, in ms since the Unix epoch: newer than the held
     * version, even if that comes from a clock that was ahead.
     *
     * @param atMs when it was put on the ring, by the writer's clock
     */
    long versionForStore(FileNumber number, long atMs) {
        StoredFile mine = files.get(number);
        return mine == null ? atMs : Math.max(atMs, mine.versionMs() + 1);
    }

    List<StoredFile> all() {
        return List.copyOf(files.values());
    }

    /**
     * Records a file now in place on disk, and deletes one with the same number and another name.
     */
    void put(StoredFile file) {
        deleting.values().removeIf(file::equals);
        if (files.isEmpty()) {
            onFirst.run();
        }
        StoredFile before = files.put(file.name().number(), file);
        if (before != null && !before.name().equals(file.name())) {
            delete(before);
        }
        reportIfChanged();
    }

    /** Deletes a file that another peer holds for certain, unless a newer version has arrived. */
    void release(StoredFile file) {
        if (files.remove(file.name().number(), file)) {
            delete(file);
            reportIfChanged();
        }
    }

    /** Forgets a damaged file, which the disk has already removed from the store. */
    void drop(StoredFile damaged) {
        StoredFile mine = files.get(damaged.name().number());
        if (mine != null && mine.hasSameBytesAs(damaged)) {
            files.remove(damaged.name().number());
            reportIfChanged();
        }
    }

    // -- deleting

    private void delete(StoredFile file) {
        FileHandle handle = context.newHandle(FilePurpose.DELETION);
        deleting.put(handle, file);
        context.file(new FileEffect.Delete(handle, file));
    }

    void onDeleted(FileInput.Deleted deleted) {
        deleting.remove(deleted.handle());
    }

    /**
     * Reports a failed deletion and schedules a retry; the file counts as not held, but is still on
     * disk.
     */
    void onFileFailed(FileInput.Failed failed) {
        StoredFile file = deleting.get(failed.handle());
        if (file != null) {
            context.print("File " + file.name() + " is not deleted: " + failed.reason() + ".");
            context.report(
                    new LifeEvent.ActionFailed(
                            "delete " + file.name() + " at " + context.self, failed.reason()));
            context.callLaterMs(new Timer.DeleteAgain(failed.handle()), DELETE_AGAIN_MS);
        }
    }

    void onDeleteAgain(Timer.DeleteAgain again) {
        StoredFile file = deleting.remove(again.handle());
        if (file != null) {
            delete(file);
        }
    }

    /**
     * Reports the held files if they differ from the last report. Also called after a change of
     * this peer's range.
     */
    void reportIfChanged() {
        List<HeldFile> now =
                files.values().stream()
                        .map(file ->
                                new HeldFile(
                                        file.name(),
                                        file.bytes(),
                                        neighbourhood.owns(file.name().number()),
                                        file.sha256(),
                                        file.versionMs()))
                        .toList();
        if (!now.equals(reported)) {
            reported = now;
            context.report(new FileEvent.FilesHeld(now));
        }
    }
}
