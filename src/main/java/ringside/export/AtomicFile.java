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
         * @param beside a file that does not exist yet
         * @throws IOException when it cannot be written
         */
        void writeTo(Path beside) throws IOException;
    }

    private AtomicFile() {}

    /**
     * Writes text in UTF-8 and replaces the file that was there.
     *
     * @throws IOException if it cannot be written; the old file is then still there
     */
    public static void write(Path file, String text) throws IOException {
        write(file, beside -> Files.writeString(beside, text));
    }

    /**
     * Writes a file and replaces the one that was there.
     *
     * @throws IOException if it cannot be written; the old file is then still there
     */
    public static void write(Path file, Content content) throws IOException {
        Path beside = beside(file);
        try {
            content.writeTo(beside);
            replace(beside, file);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** Returns the path at which to write a file that is moved into place later. */
    public static Path beside(Path file) {
        return file.resolveSibling("." + file.getFileName() + "." + System.nanoTime() + ".part");
    }

    /**
     * Moves a complete file into place. A place that is not a file, such as a device, is written
     * to.
     *
     * @throws IOException if it cannot be moved or written
     */
    public static void replace(Path beside, Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
            Files.write(file, Files.readAllBytes(beside));
        } else {
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
