package ringside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every type that a page names exists. */
class NamesOnPagesTest {

    private static final Pattern NAMED = Pattern.compile("`([A-Z][A-Za-z]*[a-z][A-Za-z]*)`");

    private static final Pattern DECLARED =
            Pattern.compile("\\b(?:class|interface|record|enum) ([A-Z]\\w*)");

    /** Names of libraries, options of other programs, and words of log files. */
    private static final Set<String> FOREIGN =
            Set.of(
                    "AnimationTimer",
                    "BatchMode",
                    "Drop",
                    "MessageFormat",
                    "TreatGeneratedAsUnannotated");

    @Test
    void everyTypeThatAPageNamesIsDeclaredSomewhere() throws IOException {
        Set<String> declared = new TreeSet<>(FOREIGN);
        List<Path> sources = sources();
        sources.forEach(file ->
                DECLARED.matcher(textOf(file))
                        .results()
                        .forEach(found -> declared.add(found.group(1))));
        assertThat(sources).hasSizeGreaterThan(500);
        Set<String> named = new TreeSet<>();
        for (Page page : Page.all()) {
            page.lines()
                    .forEach(line ->
                            NAMED.matcher(line)
                                    .results()
                                    .forEach(found -> named.add(found.group(1))));
        }
        assertThat(named).hasSizeGreaterThan(100);
        assertThat(declared).containsAll(named);
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static String textOf(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
