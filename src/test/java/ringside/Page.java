package ringside;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the documentation.
 *
 * @param lines all of it, but for examples between fences, whose lines are empty here
 */
record Page(Path file, List<String> lines) {

    /** Where the pages lie, from the project's folder. */
    static final Path FOLDER = Path.of("src", "site", "markdown");

    /** The page about what peers, files and scenarios must do. */
    static final String SPECIFICATION = "specification.md";

    /** The page about what the window shows and what users can do with it. */
    static final String WINDOW = "window.md";

    static final String PROGRAMS = "programs.md";

    /** How the program is built, with its rules. */
    static final String ARCHITECTURE = "architecture.md";

    private static final Pattern ANCHOR = Pattern.compile("<a id=\"([^\"]*)\"></a>");

    private static final Pattern HEADING = Pattern.compile("^#+ +(.*)$");

    private static final String FENCE = "```";

    Page {
        lines = List.copyOf(lines);
    }

    static Page named(String name) throws IOException {
        return read(FOLDER.resolve(name));
    }

    static Page read(Path file) throws IOException {
        return of(file, Files.readString(file));
    }

    static Page of(Path file, String text) {
        boolean[] isExample = {false};
        return new Page(
                file,
                text.lines()
                        .map(line -> {
                            boolean isFence = line.strip().startsWith(FENCE);
                            isExample[0] ^= isFence;
                            return isFence || isExample[0] ? "" : line;
                        })
                        .toList());
    }

    /** All pages, and the README. */
    static List<Page> all() throws IOException {
        List<Page> pages = new ArrayList<>();
        pages.add(read(Path.of("README.md")));
        try (Stream<Path> files = Files.walk(FOLDER)) {
            for (Path file : files.sorted().toList()) {
                if (file.toString().endsWith(".md")) {
                    pages.add(read(file));
                }
            }
        }
        return pages;
    }

    /** The ids of its anchors, in their order, also those that are there twice. */
    List<String> anchors() {
        return lines.stream()
                .flatMap(line -> ANCHOR.matcher(line).results())
                .map(anchor -> anchor.group(1))
                .toList();
    }

    /** Where a link into this page can lead: its anchors, and its headings as GitHub names them. */
    TreeSet<String> targets() {
        TreeSet<String> targets = new TreeSet<>(anchors());
        lines.stream()
                .flatMap(line -> HEADING.matcher(line).results())
                .map(Page::nameOf)
                .forEach(targets::add);
        return targets;
    }

    private static String nameOf(MatchResult heading) {
        return ANCHOR.matcher(heading.group(1))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .strip()
                .replace(' ', '-');
    }

    /** A place in it, for messages; lines are counted from 0. */
    String location(int line) {
        return file + ":" + (line + 1);
    }
}
