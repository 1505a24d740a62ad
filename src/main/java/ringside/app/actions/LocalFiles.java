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
     * Returns whether a file is known to be missing or unreadable.
     *
     * @param path as it was typed, relative to the folder of this program
     * @param changed runs on the JavaFX thread when it turns out to be missing after this call
     */
    boolean isMissing(String path, Runnable changed) {
        if (!path.equals(asked)) {
            asked = path;
            isMissing = false;
            disk.execute(() -> look(path, changed));
        }
        return isMissing;
    }

    private void look(String path, Runnable changed) {
        boolean there = isThere(path);
        javaFx.execute(() -> {
            if (!there && path.equals(asked)) {
                isMissing = true;
                changed.run();
            }
        });
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
