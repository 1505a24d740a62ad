package ringside.program;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import ringside.text.Messages;

/** Copies a folder, so that peers do not overwrite each other's files (PROGRAMS 1.2). */
public final class FolderCopy {

    /** A larger one is hardly a program of a student. */
    public static final long MAX_BYTES = 100L * 1024 * 1024;

    private FolderCopy() {}

    /**
     * Copies everything in a folder, links as links, into one that is made.
     *
     * @throws IOException with a sentence when it is too large, or cannot be read or written
     */
    public static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new Copier(from, to));
    }

    /** Returns the sentence about a folder of more than {@link #MAX_BYTES}. */
    public static IOException tooLarge(Path folder) {
        return new IOException(
                Messages.PROGRAM.format("folder.large", folder, MAX_BYTES / (1024 * 1024)));
    }

    private static final class Copier extends SimpleFileVisitor<Path> {

        private final Path from;
        private final Path to;
        private long bytes;

        Copier(Path from, Path to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
                throws IOException {
            if (to.startsWith(folder) && !folder.equals(from)) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(placeOf(folder));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            if (attributes.isRegularFile() || attributes.isSymbolicLink()) {
                bytes += attributes.size();
                if (bytes > MAX_BYTES) {
                    throw tooLarge(from);
                }
                Files.copy(
                        file,
                        placeOf(file),
                        LinkOption.NOFOLLOW_LINKS,
                        StandardCopyOption.COPY_ATTRIBUTES,
                        StandardCopyOption.REPLACE_EXISTING);
            }
            return FileVisitResult.CONTINUE;
        }

        private Path placeOf(Path original) {
            return to.resolve(from.relativize(original).toString());
        }
    }
}
