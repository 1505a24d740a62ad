package ringside.app.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.TreeMap;
import ringside.digest.Digests;
import ringside.program.FolderCopy;

/** What a folder holds, in a few digits: equal for the same names and bytes (PROGRAMS 5.8). */
final class FolderDigest {

    private static final int DIGITS = 24;

    private FolderDigest() {}

    /**
     * Returns a digest of the names and bytes of all files in a folder, or of the bytes of a file;
     * of a link, of where it leads.
     *
     * @throws IOException with a sentence when it is larger than what a check copies, or something
     *     in it cannot be read
     */
    static String of(Path folder) throws IOException {
        Reader reader = new Reader(folder);
        Files.walkFileTree(folder, reader);
        return of(reader.found.toString());
    }

    /** Returns a digest of a text. */
    static String of(String text) {
        return Digests.sha256(text.getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
    }

    private static final class Reader extends SimpleFileVisitor<Path> {

        private final TreeMap<String, String> found = new TreeMap<>();
        private final Path folder;
        private long bytes;

        Reader(Path folder) {
            this.folder = folder;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            String name = folder.relativize(file).toString();
            if (attributes.isSymbolicLink()) {
                found.put(name, Files.readSymbolicLink(file).toString());
            } else if (attributes.isRegularFile()) {
                bytes += attributes.size();
                if (bytes > FolderCopy.MAX_BYTES) {
                    throw FolderCopy.tooLarge(folder);
                }
                found.put(name, Digests.sha256(file));
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
