package ringside.text;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.BesideOthers;
import ringside.text.SourceTexts.Said;

/**
 * Texts for people are in bundles. A text in the code that looks like a sentence, because it has
 * three words or more, must never be shown, or must be listed here with a reason.
 */
@BesideOthers
class LiteralSentencesTest {

    /** A word: at least two letters, one of them lowercase. Names in capitals are arguments. */
    private static final Pattern WORD =
            Pattern.compile("(?<![A-Za-z%\\\\])(?=[A-Z]*[a-z])[A-Za-z]{2,}");

    private static final int SENTENCE = 3;

    /**
     * Methods and classes that take such a text and never show it: internal errors, names,
     * patterns.
     */
    private static final Set<String> FOR_NOBODY =
            Set.of(
                    "AtExit.run",
                    "CancellationException",
                    "IllegalStateException",
                    "MalformedLineException",
                    "MalformedMessageException",
                    "MalformedRecordException",
                    "Objects.requireNonNull",
                    "Pattern.compile",
                    "Thread",
                    "UnsupportedOperationException",
                    "requireNonNull");

    private static final Map<String, String> PACKAGES =
            Map.of(
                    "ringside/peer", "its lines are prescribed, always said, and it reads no files",
                    "ringside/fault", "lines of the core, said at the wrong place",
                    "ringside/json", "reasons of malformed records, which are only counted",
                    "ringside/app/drawing", "SVG");

    /** The reason for texts of failed checks in records and methods, which only a bug can fail. */
    private static final String BUG = "only a bug of ours brings it up";

    private static final Map<String, String> FILES =
            Map.ofEntries(
                    entry("ringside/app/launch/OneCheck.java", "a command line with holes"),
                    entry("ringside/app/launch/WindowCommand.java", "a command for the shell"),
                    entry("ringside/app/page/Interval.java", BUG),
                    entry("ringside/app/ring/PeerNode.java", "a style"),
                    entry("ringside/check/ChangeJudge.java", BUG),
                    entry("ringside/check/LosingJudge.java", BUG),
                    entry("ringside/check/run/RealLoss.java", "rules for nft"),
                    entry("ringside/program/Namespaces.java", "a script of the shell"),
                    entry("ringside/program/NativeSockets.java", "only told when all else is"),
                    entry("ringside/export/ShiVizLog.java", "a pattern that ShiViz reads"),
                    entry("ringside/hosts/Host.java", "a command of the system"),
                    entry("ringside/ladder/Arrow.java", BUG),
                    entry("ringside/node/UdpGso.java", "told to nobody: it goes on without"),
                    entry(
                            "ringside/node/DuplicateIdProbe.java",
                            "told to nobody: no twin is there"),
                    entry("ringside/program/Terminal.java", "a script of the shell"),
                    entry("ringside/ring/FileName.java", "names from the network and of files"),
                    entry("ringside/scenario/PathFinder.java", BUG),
                    entry("ringside/status/CommandText.java", "commands, as they are parsed"),
                    entry("ringside/status/FileEvent.java", BUG),
                    entry("ringside/supervisor/OrphanGuard.java", "a script of the shell"),
                    entry("ringside/timeline/Pace.java", BUG),
                    entry("ringside/timeline/TimeAxis.java", BUG));

    private static final Map<String, String> TEXTS =
            Map.of(
                    "Peer \u2026 is on the ring.", "always said at the start of a peer",
                    "Peer \u2026 has left the ring.", "always said at the end of a peer",
                    "This peer has a bug and ends: \u2026", "last words need no file");

    @Test
    void theCodeContainsNoSentences() throws IOException {
        Set<String> excuses = new TreeSet<>(TEXTS.keySet());
        excuses.addAll(FILES.keySet());
        excuses.addAll(PACKAGES.keySet());
        Set<String> used = new TreeSet<>();
        List<String> found = new ArrayList<>();
        for (Said said : SourceTexts.read().texts()) {
            if (isSentence(said)) {
                String text = said.phrase().toString();
                Stream.of(text, said.file().toString(), said.folder().toString())
                        .filter(excuses::contains)
                        .findFirst()
                        .ifPresentOrElse(used::add, () -> found.add(said.file() + ": " + text));
            }
        }
        assertThat(found).isEmpty();
        assertThat(used).as("excuses that are still needed").isEqualTo(excuses);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Peer \u2026 is paused.", "'\u2026' is no command", "say which peer"})
    void aTextWithThreeWordsIsASentence(String text) {
        assertThat(words(text)).isGreaterThanOrEqualTo(SENTENCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ID SUCC1 SUCC2 MSS LOSS", "set loss \u2026", "%4d s  %s", "at 5"})
    void argumentsCommandsAndFormatsAreNotSentences(String text) {
        assertThat(words(text)).isLessThan(SENTENCE);
    }

    private static boolean isSentence(Said said) {
        String text = said.phrase().toString();
        return text.contains(" ") && words(text) >= SENTENCE && !FOR_NOBODY.contains(said.to());
    }

    private static long words(String text) {
        return WORD.matcher(text).results().count();
    }
}
