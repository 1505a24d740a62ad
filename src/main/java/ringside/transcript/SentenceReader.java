package ringside.transcript;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.rules.Rules;
import ringside.rules.SentencePattern.Part;
import ringside.rules.SentencePattern.Word;
import ringside.rules.SentenceRule;
import ringside.transcript.Reading.Span;

/**
 * Finds the sentences of a family anywhere in the output of one program (PROGRAMS 3.1). Reads end
 * anywhere: what is found does not depend on how the bytes are cut. Not thread-safe.
 */
public final class SentenceReader {

    /** A longer line is cut, so that a program without line feeds needs no memory without end. */
    private static final int LONGEST_LINE = 64 * 1024;

    /** What is kept of a line that is cut: more than the longest sentence. */
    private static final int KEPT_OF_A_CUT_LINE = 1024;

    private final PeerId speaker;
    private final Supplier<Set<FileNumber>> requested;
    private final Vocabulary vocabulary;
    private final Map<String, List<SentenceMatcher>> byFirstWord = new HashMap<>();
    private final Map<String, List<SentenceMatcher>> bySecondWord = new HashMap<>();
    private final List<SentenceMatcher> beginWithNumber = new ArrayList<>();

    private byte[] line = new byte[256];
    private int length;
    private int read;
    private long number;

    /**
     * Creates a reader for the output of one peer from its start.
     *
     * @param speaker the peer that prints
     * @param requested the files asked for so far, by anybody; some programs name them by their
     *     hash
     */
    public SentenceReader(Rules rules, PeerId speaker, Supplier<Set<FileNumber>> requested) {
        this.speaker = speaker;
        this.requested = requested;
        vocabulary = new Vocabulary(rules);
        rules.sentences().forEach(this::index);
    }

    private void index(SentenceRule rule) {
        SentenceMatcher matcher = new SentenceMatcher(rule, vocabulary);
        List<Part> parts = rule.pattern().parts();
        if (!(parts.getFirst() instanceof Word first)) {
            beginWithNumber.add(matcher);
            return;
        }
        add(byFirstWord, first, matcher);
        if (parts.get(1) instanceof Word second) {
            add(bySecondWord, second, matcher);
            if (vocabulary.isArticle(first.text())) {
                add(byFirstWord, second, matcher);
            }
        }
    }

    private static void add(
            Map<String, List<SentenceMatcher>> index, Word word, SentenceMatcher matcher) {
        index.computeIfAbsent(Vocabulary.lower(word.text()), _ -> new ArrayList<>()).add(matcher);
    }

    /** Reads the next bytes of the output and returns what has become certain. */
    public List<Reading> read(byte[] bytes, int from, int count) {
        List<Reading> readings = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            if (bytes[i] == '\n') {
                endLine(readings);
            } else {
                append(bytes[i]);
                if (length == LONGEST_LINE) {
                    cutLine(readings);
                }
            }
        }
        return readings;
    }

    /**
     * Says that nothing has come for 200 ms, so that a number at the end is complete.
     *
     * @return what has become certain
     */
    public List<Reading> quiet() {
        List<Reading> readings = new ArrayList<>();
        find(text(), false, readings);
        return readings;
    }

    /** Says that the output has ended, and returns what has become certain. */
    public List<Reading> end() {
        List<Reading> readings = new ArrayList<>();
        if (length > 0) {
            endLine(readings);
        }
        return readings;
    }

    private void append(byte next) {
        if (length == line.length) {
            line = Arrays.copyOf(line, length * 2);
        }
        line[length++] = next;
    }

    private String text() {
        return ControlCharacters.strip(new String(line, 0, length, StandardCharsets.UTF_8));
    }

    private void endLine(List<Reading> readings) {
        String text = text();
        find(text, true, readings);
        readings.add(new Reading.Line(number++, text));
        length = 0;
        read = 0;
    }

    private void cutLine(List<Reading> readings) {
        String text = text();
        find(text, false, readings);
        int cut = Math.max(read, text.length() - KEPT_OF_A_CUT_LINE);
        readings.add(new Reading.Line(number++, text.substring(0, cut)));
        byte[] rest = text.substring(cut).getBytes(StandardCharsets.UTF_8);
        length = 0;
        read = 0;
        for (byte each : rest) {
            append(each);
        }
    }

    /** Finds what stands behind what was already read of this line. */
    private void find(String text, boolean isWhole, List<Reading> readings) {
        List<Token> tokens = Token.of(text, Math.min(read, text.length()));
        int next = 0;
        while (next < tokens.size()) {
            SentenceMatcher.Result found = bestAt(tokens, next);
            boolean mayGoOn = found != null && found.end() >= tokens.size() && !isWhole;
            switch (found) {
                case null -> next++;
                case SentenceMatcher.Match match -> {
                    readings.add(sentence(match, span(tokens, next, match.end())));
                    next = match.end();
                    read = tokens.get(next - 1).to();
                }
                case SentenceMatcher.Beginning _ when mayGoOn -> next = tokens.size();
                case SentenceMatcher.Beginning beginning -> {
                    Span span = span(tokens, next, beginning.end());
                    readings.add(
                            new Reading.Unreadable(text.substring(span.from(), span.to()), span));
                    next = beginning.end();
                    read = span.to();
                }
            }
        }
    }

    private Span span(List<Token> tokens, int first, int end) {
        return new Span(number, tokens.get(first).from(), tokens.get(end - 1).to());
    }

    private Reading.Sentence sentence(SentenceMatcher.Match match, Span span) {
        SentenceRule rule = match.rule();
        boolean isOfItself = rule.ofItself() != null && match.peers().equals(List.of(speaker));
        return new Reading.Sentence(
                isOfItself && rule.ofItself() != null ? rule.ofItself() : rule.kind(),
                match.peers(),
                match.file(),
                match.deviations(),
                span);
    }

    /** Returns the whole sentence with the fewest deviations, or else the longest beginning. */
    private SentenceMatcher.@Nullable Result bestAt(List<Token> tokens, int start) {
        SentenceMatcher.Result best = null;
        for (SentenceMatcher matcher : candidates(tokens, start)) {
            SentenceMatcher.Result result = matcher.match(tokens, start, this::byHash);
            if (result != null && (best == null || isBetter(result, best))) {
                best = result;
            }
        }
        return best;
    }

    private static boolean isBetter(SentenceMatcher.Result one, SentenceMatcher.Result other) {
        return switch (one) {
            case SentenceMatcher.Match match ->
                    !(other instanceof SentenceMatcher.Match found)
                            || match.deviations().size() < found.deviations().size()
                            || (match.deviations().size() == found.deviations().size()
                                    && match.end() > found.end());
            case SentenceMatcher.Beginning beginning ->
                    other instanceof SentenceMatcher.Beginning && beginning.end() > other.end();
        };
    }

    private List<SentenceMatcher> candidates(List<Token> tokens, int start) {
        Token token = tokens.get(start);
        return switch (token.kind()) {
            case NUMBER -> beginWithNumber;
            case WORD -> byWord(tokens, start, Vocabulary.lower(token.text()));
            case DOTS, COMMA, OTHER, END -> List.of();
        };
    }

    private List<SentenceMatcher> byWord(List<Token> tokens, int start, String word) {
        List<SentenceMatcher> known = byFirstWord.get(word);
        if (known != null) {
            return known;
        }
        return start + 1 < tokens.size()
                ? bySecondWord.getOrDefault(
                        Vocabulary.lower(tokens.get(start + 1).text()), List.of())
                : List.of();
    }

    private @Nullable Deviation byHash(String file) {
        if (file.length() >= 4) {
            return null;
        }
        int hash = Integer.parseInt(file);
        return requested.get().stream()
                .filter(name -> name.hash().value() == hash)
                .findFirst()
                .map(name -> new Deviation.FileByHash(file, name.digits()))
                .orElse(null);
    }
}
