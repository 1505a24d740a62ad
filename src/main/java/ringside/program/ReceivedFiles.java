package ringside.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ringside.ring.FileNumber;
import ringside.rules.Rules;

/**
 * The files that a peer receives: each is whatever is new or has changed in its folder since the
 * request, and is no log (PROGRAMS 3.6). Outlives the peer's process. Thread-safe.
 */
final class ReceivedFiles {

    /** A file that was not written for so long is not being received; ms. */
    static final long REST_MS = 1_000;

    private final Path folder;
    private final Rules.Files names;
    private final InstantSource clock;

    /** What was given to the program; it may serve these files, whatever it writes into them. */
    private final FolderLook given;

    /** The folder at the last request for each file. */
    private final Map<FileNumber, FolderLook> requests = new HashMap<>();

    /** Files that a request has brought, complete or not. */
    private final Map<Path, FileNumber> brought = new HashMap<>();

    private final Set<Path> complete = new HashSet<>();
    private int asides;

    /**
     * A file that the peer writes.
     *
     * @param bytes that it has now
     * @param modified when it was last written, in ms since 1970
     */
    record Found(Path file, long bytes, long modified) {}

    /** Looks at the folder of a peer that has not run yet. */
    ReceivedFiles(Path folder, Rules.Files names, InstantSource clock) {
        this.folder = folder;
        this.names = names;
        this.clock = clock;
        given = FolderLook.of(folder);
    }

    /**
     * Begins a request. Files of earlier requests that are complete, or are not written any more,
     * are moved out of the folder, because some programs open a received file to append.
     */
    synchronized void beginRequest(FileNumber number) {
        requests.keySet().stream()
                .map(this::find)
                .flatMap(Optional::stream)
                .filter(found -> clock.millis() - found.modified() >= REST_MS)
                .map(Found::file)
                .forEach(complete::add);
        complete.forEach(this::setAside);
        complete.clear();
        requests.put(number, FolderLook.of(folder));
    }

    private void setAside(Path file) {
        if (given.files().containsKey(file)) {
            return;
        }
        try {
            Path aside = folder.resolveSibling(folder.getFileName() + "-received");
            Files.createDirectories(aside);
            asides++;
            Files.move(file, aside.resolve(asides + "-" + file.getFileName()));
            brought.remove(file);
        } catch (IOException e) {
            // The program may have taken it away itself.
        }
    }

    /**
     * Returns the file that the last request for a file has brought so far: the one with the
     * prescribed name, or else the largest; empty if there is none yet.
     */
    synchronized Optional<Found> find(FileNumber number) {
        String prescribed = prescribedName(number);
        Optional<Found> found =
                FolderLook.of(folder)
                        .since(requests.getOrDefault(number, given))
                        .files()
                        .entrySet()
                        .stream()
                        .filter(file -> isOf(number, file.getKey()))
                        .max(
                                Comparator.<Map.Entry<Path, FolderLook.FileLook>>comparingInt(
                                                file ->
                                                        nameOf(file.getKey()).equals(prescribed)
                                                                ? 1
                                                                : 0)
                                        .thenComparingLong(file -> file.getValue().size()))
                        .map(file ->
                                new Found(
                                        file.getKey(),
                                        file.getValue().size(),
                                        file.getValue().modified()));
        found.ifPresent(file -> brought.put(file.file(), number));
        return found;
    }

    private boolean isOf(FileNumber number, Path file) {
        return !complete.contains(file)
                && !isLog(file)
                && brought.getOrDefault(file, number).equals(number);
    }

    /** Notes that a file is complete: it is not found again, and set aside in time. */
    synchronized void completed(Path file) {
        complete.add(file);
    }

    /** Returns the name that the rules prescribe for a received file. */
    String prescribedName(FileNumber number) {
        return names.receivedName(number);
    }

    /** Returns the path of a file within the folder. */
    String nameOf(Path file) {
        return folder.relativize(file).toString();
    }

    private boolean isLog(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.equals(names.sendingLog()) || name.equals(names.receivingLog());
    }
}
