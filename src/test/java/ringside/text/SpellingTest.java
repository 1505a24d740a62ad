package ringside.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Comments, pages and texts are spelled in one way: the British one. */
class SpellingTest {

    private static final List<Path> ROOTS =
            List.of(Path.of("src"), Path.of("README.md"), Path.of(".github"));

    private static final Pattern AMERICAN =
            Pattern.compile(
                    "\\b(colors?|colored|center(s|ed)?|gray|behaviors?|neighbor\\w*|canceled|labeled"
                            + "|traveled|catalog|favorites?"
                            + "|(anal|recogn|organ|optim|summar|serial|normal|initial|visual|minim|maxim)"
                            + "[iy]z\\w+)\\b",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);

    /** Names of JavaFX, of style sheets and of the JDK keep the spelling of their makers. */
    private static final Pattern CODE =
            Pattern.compile("```.*?```|`[^`]*`|\\{@\\w+[^}]*}|-fx-[a-z-]+", Pattern.DOTALL);

    @Test
    void noAmericanSpellingStandsInCommentsPagesAndTexts() {
        assertThat(ROOTS.stream().flatMap(SpellingTest::files).flatMap(SpellingTest::american))
                .isEmpty();
    }

    @Test
    void aCommentIsLookedAtAndCodeIsNot() {
        assertThat(prose("A.java", "int color; // the color {@code color}"))
                .isEqualTo("// the color ");
    }

    private static Stream<Path> files(Path root) {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).filter(SpellingTest::isText).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isText(Path file) {
        String name = file.toString();
        return !file.endsWith("SpellingTest.java")
                && (name.endsWith(".java") || name.endsWith(".md") || name.endsWith(".properties"));
    }

    private static Stream<String> american(Path file) {
        try {
            return AMERICAN.matcher(prose(file.toString(), Files.readString(file)))
                    .results()
                    .map(MatchResult::group)
                    .map(word -> file + ": " + word);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String prose(String name, String text) {
        String written =
                name.endsWith(".java")
                        ? String.join(
                                "\n",
                                COMMENT.matcher(text).results().map(MatchResult::group).toList())
                        : text;
        return CODE.matcher(written).replaceAll("");
    }
}
