package ringside.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ringside.BesideOthers;
import ringside.text.SourceTexts.Said;

/** Every bundle has exactly the keys that its package uses. */
@BesideOthers
class BundlesTest {

    /** An apostrophe that is not doubled, which begins or ends a quotation: always a mistake. */
    static final Pattern LONELY = Pattern.compile("(?<!')'('')*(?!')");

    private static final Pattern DOTTED =
            Pattern.compile("([A-Za-z]+)(\\.[A-Za-z_-]+)*\\.([A-Za-z_-]+)");

    /** Endings of file names, which look like keys. */
    private static final Set<String> FILES =
            Set.of(
                    "ringside",
                    "properties",
                    "css",
                    "csv",
                    "gif",
                    "html",
                    "js",
                    "pcapng",
                    "mustache",
                    "png",
                    "sh",
                    "svg");

    /** A key that the code seems to build but never does: only a sender reports its window. */
    private static final String NEVER = "transferStarted.receive." + SourceText.HOLE + ".window";

    private static SourceTexts speech;

    @BeforeAll
    static void readTheSources() throws IOException {
        speech = SourceTexts.read();
    }

    static List<Bundle> bundles() throws IOException {
        return Bundle.all();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyPatternIsValidAndDoublesItsApostrophes(Bundle bundle) {
        bundle.patterns()
                .forEach((key, pattern) -> {
                    assertThatCode(() -> new MessageFormat(pattern, Locale.ROOT))
                            .as(key)
                            .doesNotThrowAnyException();
                    assertThat(pattern).as(key).doesNotContainPattern(LONELY);
                });
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyKeyIsUsed(Bundle bundle) throws IOException {
        Keys keys = new Keys(saidBeside(bundle), speech.choices());
        assertThat(bundle.patterns().keySet())
                .as("keys of %s that no code of its package uses", bundle)
                .filteredOn(key -> !keys.has(key))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyKeyInTheCodeExists(Bundle bundle) throws IOException {
        Set<String> keys = bundle.patterns().keySet();
        Stream<String> said =
                saidBeside(bundle)
                        .filter(text -> text.isKey() && text.phrase().saysSomething())
                        .flatMap(text ->
                                text.to().endsWith("count")
                                        ? Stream.of("", ".one").map(text.phrase().text()::concat)
                                        : Stream.of(text.phrase().text()));
        assertThat(said)
                .as("what is said and %s does not have", bundle)
                .filteredOn(text -> keys.stream().noneMatch(key -> canBe(key, text)))
                .isSubsetOf(NEVER);
    }

    /** A text that looks like a key may also be passed on and extended before or after. */
    @ParameterizedTest
    @MethodSource("bundles")
    void everyTextThatLooksLikeAKeyIsAKeyOrPartOfOne(Bundle bundle) throws IOException {
        Set<String> keys = bundle.patterns().keySet();
        Set<String> stems =
                keys.stream()
                        .filter(key -> key.contains("."))
                        .map(key -> key.substring(0, key.indexOf('.')))
                        .collect(Collectors.toSet());
        assertThat(
                        saidBeside(bundle)
                                .filter(text -> text.phrase().isWhole())
                                .map(text -> text.phrase().text())
                                .filter(text -> stems.contains(stem(text))))
                .as("what looks like a key and %s does not have", bundle)
                .filteredOn(text ->
                        keys.stream()
                                .noneMatch(key -> ("." + key + ".").contains("." + text + ".")))
                .isEmpty();
    }

    @Test
    void everyPackageWithMessagesHasABundle() throws IOException {
        assertThat(bundles())
                .extracting(Bundle::toString)
                .contains(
                        "ringside/app/texts.properties",
                        "ringside/model/explanations.properties",
                        "ringside/status/messages.properties");
    }

    private static Stream<Said> saidBeside(Bundle bundle) throws IOException {
        List<Bundle> all = bundles();
        return speech.texts().stream().filter(said -> bundle.isOf(said.folder(), all));
    }

    private static String stem(String text) {
        var dotted = DOTTED.matcher(text);
        return dotted.matches() && !FILES.contains(dotted.group(3)) ? dotted.group(1) : "";
    }

    private static boolean canBe(String key, String text) {
        String pattern =
                Stream.of(text.split(String.valueOf(SourceText.HOLE), -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining(".*"));
        return key.matches(pattern);
    }
}
