package ringside.app.launch;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** A pattern of folders, such as {@code class*}{@code /*}, as a shell understands it. */
final class FolderPattern {

    private static final String SEPARATOR = "/";
    private static final String HIDDEN = ".";

    private FolderPattern() {}

    /**
     * Returns the folders that fit a pattern: each of its parts may be one, and a folder that is
     * called like a part is meant by it.
     *
     * @throws IOException when a folder on the way cannot be read
     */
    static List<Path> folders(String pattern) throws IOException {
        List<Path> found = List.of(Path.of(pattern.startsWith(SEPARATOR) ? SEPARATOR : ""));
        for (String part : pattern.split(SEPARATOR)) {
            if (!part.isEmpty()) {
                found = below(found, part);
            }
        }
        return found;
    }

    private static List<Path> below(List<Path> folders, String part) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path folder : folders) {
            Path called = folder.resolve(part);
            found.addAll(Files.isDirectory(called) ? List.of(called) : matching(folder, part));
        }
        return found;
    }

    private static List<Path> matching(Path folder, String part) throws IOException {
        PathMatcher matcher;
        try {
            matcher = FileSystems.getDefault().getPathMatcher("glob:" + part);
        } catch (PatternSyntaxException e) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(each -> matcher.matches(each.getFileName()))
                    .filter(each ->
                            part.startsWith(HIDDEN)
                                    || !each.getFileName().toString().startsWith(HIDDEN))
                    .filter(Files::isDirectory)
                    .toList();
        }
    }
}
