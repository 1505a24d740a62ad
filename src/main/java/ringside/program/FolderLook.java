package ringside.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the files of a peer's folder looked like at one moment, links not followed (PROGRAMS 3.6).
 * Immutable.
 *
 * @param files by their paths, which begin with the folder
 */
public record FolderLook(Map<Path, FileLook> files) {

    private static final int DEPTH = 3;

    public FolderLook {
        files = Map.copyOf(files);
    }

    /**
     * What a file looks like from outside.
     *
     * @param size in bytes
     * @param modified when it was last written, in ms since 1970
     */
    public record FileLook(long size, long modified) {}

    /** Looks at a folder. What goes meanwhile, the folder included, is passed over. */
    public static FolderLook of(Path folder) {
        Set<Path> found = new HashSet<>();
        try (Stream<Path> files = Files.walk(folder, DEPTH)) {
            files.forEach(found::add);
        } catch (IOException | UncheckedIOException e) {
            // The program deletes folders while they are listed, or its own.
        }
        Map<Path, FileLook> looks = new HashMap<>();
        for (Path file : found) {
            try {
                BasicFileAttributes attributes =
                        Files.readAttributes(
                                file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                if (attributes.isRegularFile()) {
                    looks.put(
                            file,
                            new FileLook(
                                    attributes.size(), attributes.lastModifiedTime().toMillis()));
                }
            } catch (IOException e) {
                // It went.
            }
        }
        return new FolderLook(looks);
    }

    /** Returns the files that are new, or have changed, since an earlier look. */
    public FolderLook since(FolderLook earlier) {
        return new FolderLook(
                files.entrySet().stream()
                        .filter(file -> !file.getValue().equals(earlier.files.get(file.getKey())))
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Map.Entry::getKey, Map.Entry::getValue)));
    }
}
