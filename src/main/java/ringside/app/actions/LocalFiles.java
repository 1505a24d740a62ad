package ringside.app.actions;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.Executor;

/**
 * Checks whether the file that a command names is on this machine. The answer comes later, as the
 * disk may take its time. JavaFX thread only.
 */
public final class LocalFiles {

    private final Executor disk;
    private final Executor javaFx;
    private String asked = "";
    private boolean isMissing;

    /**
     * Creates a check that has looked at no file yet.
     *
     * @param disk runs work that may wait for the disk
     * @param javaFx runs work on the JavaFX thread
     */
    public LocalFiles(Executor disk, Executor javaFx) {
        this.disk = disk;
        this.javaFx = javaFx;
    }

    /**
     * Begins to look for a file, unless it is the one that was looked for last.
     *
     * @param path as it was typed, relative to the folder of this program
     * @param missing runs on the JavaFX thread when the file turns out to be missing
     */
    void look(String path, Runnable missing) {
        if (!path.equals(asked)) {
            asked = path;
            isMissing = false;
            disk.execute(() -> read(path, missing));
        }
    }

    private void read(String path, Runnable missing) {
        boolean there = isThere(path);
        javaFx.execute(() -> {
            if (!there && path.equals(asked)) {
                isMissing = true;
                missing.run();
            }
        });
    }

    /** Returns whether a file is known to be missing or unreadable: the one looked for last. */
    boolean isMissing(String path) {
        return isMissing && path.equals(asked);
    }

    private static boolean isThere(String path) {
        try {
            Path file = Path.of(path);
            return Files.isRegularFile(file) && Files.isReadable(file);
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
