package ringside.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The German bundles say all that the window can say, and nothing else. */
class TranslationsTest {

    private static final Pattern INSERT = Pattern.compile("\\{\\d+}|#");
    private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");

    /** Sentences that the assignment prescribes; they are quoted, and never translated. */
    private static final Pattern PRESCRIBED =
            Pattern.compile(
                    "ping (request|response) message|is no longer alive|(first|second) successor is now"
                            + "|will depart from the network|file request message|has been forwarded"
                            + "|is not (stored )?here|response message from|We now start",
                    Pattern.CASE_INSENSITIVE);

    /**
     * What only terminals, logs, the processes of peers and files for other programs say, which
     * speak English, and what is quoted from the page of the protocol.
     */
    private static final Pattern ENGLISH =
            Pattern.compile(
                    "ringside/(check|figure|rules)/.*"
                            + "|ringside/app/launch/messages.properties (?!run\\.hasty).*"
                            + "|ringside/capture/messages.properties (title|meaning|section)\\..*"
                            + "|ringside/export/messages.properties capture\\..*"
                            + "|ringside/node/messages.properties (?!disk\\.).*"
                            + "|ringside/program/messages.properties (folder|build)\\..*"
                            + "|ringside/scenario/messages.properties (soak|phase|run\\.(ring|more|peer)).*"
                            + "|ringside/supervisor/messages.properties (cache\\..*|folder\\.no.*)");

    /** Keys whose texts are the same in both languages: names, commands, units, signs. */
    private static final Pattern SAME =
            Pattern.compile(
                    "window\\.title(\\.recording)?|inspector\\.(title|pings|neighbour)|events\\.peer"
                            + "|details\\.(peers|transfers)|peers\\.column\\.(PEER|ROUND_TRIP)|hunt\\.peer(\\.one)?"
                            + "|settings\\.(for\\.peer|theme\\.desktop|language\\.(english|german))"
                            + "|settings\\.interval|timeline\\.live|keyName\\..*|failure\\.terminal"
                            + "|form\\..*|datagramFormat\\.JSON|rule\\.PINGS\\.title|page\\.(ping|peer|hash)"
                            + "|ladder\\.caption\\.figures|ladder\\.again|hop.*|peers\\.one"
                            + "|range|hashing|ask\\.hash|file\\.digest|preview\\.some|transfer\\.underWay|pace\\.(times|each)");

    static List<Bundle> bundles() throws IOException {
        return Bundle.all();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everythingThatTheWindowSaysIsTranslated(Bundle english) throws IOException {
        Set<String> missing = new TreeSet<>(english.patterns().keySet());
        missing.removeAll(english.in("de").patterns().keySet());
        missing.removeIf(key -> ENGLISH.matcher(english + " " + key).matches());
        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void nothingElseIsTranslated(Bundle english) throws IOException {
        assertThat(english.patterns().keySet()).containsAll(english.in("de").patterns().keySet());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyTranslationIsAValidPatternWithTheSameInserts(Bundle english) throws IOException {
        english.in("de")
                .patterns()
                .forEach((key, pattern) -> {
                    assertThatCode(() -> new MessageFormat(pattern, Locale.GERMAN))
                            .as(key)
                            .doesNotThrowAnyException();
                    assertThat(pattern).as(key).doesNotContainPattern(BundlesTest.LONELY);
                    assertThat(inserts(pattern))
                            .as(key)
                            .isEqualTo(inserts(english.patterns().getOrDefault(key, "")));
                });
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void nothingIsLeftInEnglish(Bundle english) throws IOException {
        assertThat(
                        said(
                                english,
                                (key, pattern) ->
                                        pattern.equals(english.patterns().get(key))
                                                && WORD.matcher(
                                                                INSERT.matcher(pattern)
                                                                        .replaceAll(""))
                                                        .find()
                                                && !SAME.matcher(key).matches()))
                .as("what reads the same in English")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void theSentencesOfTheAssignmentAreNeverTranslated(Bundle english) throws IOException {
        assertThat(
                        said(
                                english,
                                (key, pattern) ->
                                        PRESCRIBED.matcher(pattern).find()
                                                && !key.startsWith("form.")))
                .isEmpty();
    }

    @Test
    void aProcessCanSayASentenceInAnotherLanguageThanItsOwn() {
        assertThat(Messages.WINDOW.formatIn(Language.GERMAN, "look.ago.killed", "3 s"))
                .isEqualTo("getötet vor 3 s");
        assertThat(Messages.WINDOW.format("look.ago.killed", "3 s")).isEqualTo("killed 3 s ago");
    }

    @Test
    void fractionsHaveTheDecimalSignOfTheLanguage() {
        assertThat(Messages.WINDOW.formatIn(Language.GERMAN, "settings.interval", 0.5))
                .isEqualTo("0,5 s");
        assertThat(Messages.WINDOW.formatIn(Language.ENGLISH, "settings.interval", 0.5))
                .isEqualTo("0.5 s");
    }

    @Test
    void whatIsNotTranslatedIsEnglish() {
        assertThat(Messages.RULES.formatIn(Language.GERMAN, "command.empty"))
                .isEqualTo("There is no command.");
    }

    @Test
    void aDesktopThatIsNotGermanGetsEnglish() {
        assertThat(Language.ofDesktop(Locale.forLanguageTag("de-AT"))).isEqualTo(Language.GERMAN);
        assertThat(Language.ofDesktop(Locale.FRANCE)).isEqualTo(Language.ENGLISH);
        assertThat(Language.ofDesktop(Locale.ROOT)).isEqualTo(Language.ENGLISH);
    }

    private static List<String> said(Bundle english, BiPredicate<String, String> which)
            throws IOException {
        return english.in("de").patterns().entrySet().stream()
                .filter(entry -> which.test(entry.getKey(), entry.getValue()))
                .map(Object::toString)
                .toList();
    }

    private static List<String> inserts(String pattern) {
        return INSERT.matcher(pattern)
                .results()
                .map(MatchResult::group)
                .distinct()
                .sorted()
                .collect(Collectors.toList());
    }
}
