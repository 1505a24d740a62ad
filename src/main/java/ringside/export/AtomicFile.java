package ringside.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Writes a file beside its final place, and moves it there when it is complete. Until then the old
 * file stays, even if the disk is full. Any thread may call.
 */
public final class AtomicFile {

    /** Writes the content of a file. */
    @FunctionalInterface
    public interface Content {
        /**
         * Writes all of the content.
         *
         * @param temporary a file that does not exist yet
         * @throws IOException when it cannot be written
         */
        void writeTo(Path temporary) throws IOException;
    }

    private AtomicFile() {}

    /**
     * Writes text in UTF-8 and replaces the file that was there.
     *
     * @throws IOException if it cannot be written; the old file is then still there
     */
    public static void write(Path file, String text) throws IOException {
        write(file, temporary -> Files.writeString(temporary, text));
    }

    /**
     * Writes a file and replaces the one that was there.
     *
     * @throws IOException if it cannot be written; the old file is then still there
     */
    public static void write(Path file, Content content) throws IOException {
        Path temporary = temporary(file);
        try {
            content.writeTo(temporary);
            replace(temporary, file);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Returns the path at which to write a file that is moved into place later. */
    public static Path temporary(Path file) {
        return file.resolveSibling("." + file.getFileName() + "." + System.nanoTime() + ".part");
    }

    /**
     * Moves a complete file into place. A place that is not a file, such as a device, is written
     * to.
     *
     * @throws IOException if it cannot be moved or written
     */
    public static void replace(Path temporary, Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
            Files.write(file, Files.readAllBytes(temporary));
        } else {
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
