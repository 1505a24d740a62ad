package ringside.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import ringside.ring.Circle;
import ringside.ring.PeerId;
import ringside.rules.SentencePattern.Hole;
import ringside.rules.SentencePattern.Part;
import ringside.rules.SentencePattern.Presence;
import ringside.rules.SentencePattern.Sign;
import ringside.rules.SentencePattern.Word;
import ringside.rules.SentenceRule;

/** Lays one sentence of the rules over tokens, tolerantly (PROGRAMS 3.2). Immutable. */
final class SentenceMatcher {

    /** A shorter beginning may belong to anything. */
    private static final int FEWEST_WORDS_OF_A_BEGINNING = 3;

    private static final int LONGEST_EXTENSION = 4;
    private static final int LONGEST_PEER = 3;
    private static final int LONGEST_FILE = 9;

    private final SentenceRule rule;
    private final List<Part> parts;
    private final Vocabulary vocabulary;

    SentenceMatcher(SentenceRule rule, Vocabulary vocabulary) {
        this.rule = rule;
        this.parts = rule.pattern().parts();
        this.vocabulary = vocabulary;
    }

    /** What came of laying the sentence over tokens. */
    sealed interface Result {

        /** Returns the token after the last one of the sentence. */
        int end();
    }

    /** The whole sentence stands there. */
    record Match(
            SentenceRule rule,
            List<PeerId> peers,
            @Nullable String file,
            List<Deviation> deviations,
            int end)
            implements Result {}

    /** Its beginning stands there, up to a number that is missing or not certain. */
    record Beginning(int end) implements Result {}

    /**
     * Lays the sentence over tokens from one of them on.
     *
     * @param byHash says whether a file is named by its hash
     * @return null if neither it nor a good part of it stands there
     */
    @Nullable Result match(
            List<Token> tokens, int start, Function<String, @Nullable Deviation> byHash) {
        return new Attempt(tokens, start, byHash).run();
    }

    /** The steps from the first part on, the last one first. */
    private record Path(
            @Nullable Path before,
            @Nullable Deviation deviation,
            @Nullable PeerId peer,
            @Nullable String file,
            int words) {

        static final Path EMPTY = new Path(null, null, null, null, 0);

        Path with(@Nullable Deviation next) {
            return next == null ? this : new Path(this, next, null, null, words);
        }

        Path word() {
            return new Path(this, null, null, null, words + 1);
        }

        Path peer(PeerId id) {
            return new Path(this, null, id, null, words);
        }

        Path file(String number) {
            return new Path(this, null, null, number, words);
        }
    }

    /** One try; not thread-safe. */
    private final class Attempt {

        private final List<Token> tokens;
        private final int start;
        private final Function<String, @Nullable Deviation> byHash;
        private @Nullable Beginning longest;

        Attempt(List<Token> tokens, int start, Function<String, @Nullable Deviation> byHash) {
            this.tokens = tokens;
            this.start = start;
            this.byHash = byHash;
        }

        @Nullable Result run() {
            Result whole = from(0, start, Path.EMPTY);
            return whole == null ? longest : whole;
        }

        /** Lays the rest of the parts over the rest of the tokens; exact readings go first. */
        private @Nullable Match from(int part, int token, Path path) {
            if (part == parts.size()) {
                return end(token, path);
            }
            return switch (parts.get(part)) {
                case Word word -> word(word, part, token, path);
                case Hole hole -> hole(hole, part, token, path);
                case Sign sign -> sign(sign, part, token, path);
            };
        }

        private @Nullable Match word(Word word, int part, int token, Path path) {
            Match found = present(word, part, token, path);
            if (found == null && mayBeMissing(word)) {
                found =
                        from(
                                part + 1,
                                token,
                                word.presence() == Presence.REQUIRED
                                        ? path.with(new Deviation.WordMissing(word.text()))
                                        : path);
            }
            return found == null && token > start ? passOver(part, token, path) : found;
        }

        private boolean mayBeMissing(Word word) {
            return word.presence() != Presence.REQUIRED || vocabulary.isArticle(word.text());
        }

        /** Passes over an article or a comma that should not be there. */
        private @Nullable Match passOver(int part, int token, Path path) {
            Token extra = at(token);
            if (extra.kind() == Token.Kind.COMMA) {
                return from(part, token + 1, path.with(new Deviation.Comma()));
            }
            return extra.kind() == Token.Kind.WORD && vocabulary.isArticle(extra.text())
                    ? from(part, token + 1, path.with(new Deviation.WordExtra(extra.text())))
                    : null;
        }

        private @Nullable Match present(Word word, int part, int token, Path path) {
            Token found = at(token);
            if (found.kind() != Token.Kind.WORD) {
                return null;
            }
            Path here = path.with(blanks(found, token, 1)).word();
            if (found.isWord(word.text())) {
                Path exact =
                        word.presence() == Presence.TOLERATED
                                ? here.with(new Deviation.WordExtra(found.text()))
                                : here;
                return from(
                        part + 1,
                        token + 1,
                        found.text().equals(word.text())
                                ? exact
                                : exact.with(new Deviation.Case()));
            }
            if (Spelling.isClose(found.text(), word.text())) {
                return from(
                        part + 1,
                        token + 1,
                        here.with(new Deviation.Spelling(found.text(), word.text())));
            }
            return joined(word, found, part, token, here.with(new Deviation.Blanks()));
        }

        /** Two words written as one, or one as two. */
        private @Nullable Match joined(Word word, Token found, int part, int token, Path path) {
            if (part + 1 < parts.size()
                    && parts.get(part + 1) instanceof Word next
                    && found.isWord(word.text() + next.text())) {
                return from(part + 2, token + 1, path.word());
            }
            Token rest = at(token + 1);
            return rest.kind() == Token.Kind.WORD
                            && word.text().equalsIgnoreCase(found.text() + rest.text())
                    ? from(part + 1, token + 2, path)
                    : null;
        }

        private @Nullable Match hole(Hole hole, int part, int token, Path path) {
            Token number = at(token);
            if (number.kind() != Token.Kind.NUMBER) {
                return at(token + 1).kind() == Token.Kind.NUMBER
                        ? passOver(part, token, path)
                        : broken(token, path);
            }
            Path here = path.with(blanks(number, token, 1));
            return switch (hole) {
                case PEER -> peer(number, part, token, here);
                case FILE -> file(number, part, token, here);
            };
        }

        private @Nullable Match peer(Token number, int part, int token, Path path) {
            if (number.text().length() > LONGEST_PEER
                    || Integer.parseInt(number.text()) >= Circle.IDS_OF_PROCESSES) {
                return broken(token + 1, path);
            }
            PeerId id = new PeerId(Integer.parseInt(number.text()));
            return afterNumber(part, token + 1, path.peer(id));
        }

        private @Nullable Match file(Token number, int part, int token, Path path) {
            if (number.text().length() > LONGEST_FILE) {
                return broken(token + 1, path);
            }
            Path here = path.file(number.text()).with(byHash.apply(number.text()));
            return hasExtension(token)
                    ? afterNumber(part, token + 3, here.with(new Deviation.Extension()))
                    : afterNumber(part, token + 1, here);
        }

        private boolean hasExtension(int token) {
            Token dot = at(token + 1);
            Token letters = at(token + 2);
            return dot.text().equals(".")
                    && dot.blanks() == 0
                    && letters.kind() == Token.Kind.WORD
                    && letters.blanks() == 0
                    && letters.text().length() <= LONGEST_EXTENSION
                    && letters.text().equals(letters.text().toLowerCase(Locale.ROOT))
                    && !vocabulary.contains(letters.text());
        }

        /** A number that another one follows may be either: nothing is guessed (PROGRAMS 3.1). */
        private @Nullable Match afterNumber(int part, int token, Path path) {
            boolean isLast = part + 1 == parts.size() || parts.get(part + 1) == Sign.STOP;
            return isLast && isAnotherNumber(token)
                    ? broken(token + 1, path)
                    : from(part + 1, token, path);
        }

        private boolean isAnotherNumber(int token) {
            Token next = at(token);
            Token after = at(token + 1);
            if (next.kind() == Token.Kind.DOTS) {
                return after.kind() == Token.Kind.NUMBER && after.blanks() == 0;
            }
            boolean isPartOfTime =
                    after.kind() != Token.Kind.END
                            && after.blanks() == 0
                            && ":-./,".contains(after.text());
            return next.kind() == Token.Kind.NUMBER
                    && next.text().length() <= LONGEST_PEER
                    && !isPartOfTime;
        }

        private @Nullable Match sign(Sign sign, int part, int token, Path path) {
            Token found = at(token);
            Path here = path.with(blanks(found, token, 0));
            return switch (sign) {
                case COMMA ->
                        found.kind() == Token.Kind.COMMA
                                ? from(part + 1, token + 1, here)
                                : from(part + 1, token, path.with(new Deviation.Comma()));
                case STOP ->
                        found.kind() == Token.Kind.DOTS
                                ? from(part + 1, token + 1, here)
                                : from(part + 1, token, path.with(new Deviation.Stop()));
                case DOTS -> from(part + 1, afterDots(token), path);
            };
        }

        private int afterDots(int token) {
            int end = token;
            while (at(end).kind() == Token.Kind.DOTS) {
                end++;
            }
            return end;
        }

        /** A full stop behind a sentence that has none belongs to it. */
        private Match end(int token, Path path) {
            Token dot = at(token);
            boolean isStopped =
                    !(parts.getLast() instanceof Sign)
                            && dot.text().equals(".")
                            && dot.blanks() == 0;
            return matched(
                    isStopped ? token + 1 : token,
                    isStopped ? path.with(new Deviation.Stop()) : path);
        }

        private Match matched(int token, Path last) {
            List<PeerId> peers = new ArrayList<>();
            List<Deviation> deviations = new ArrayList<>();
            String file = null;
            for (Path step = last; step != null; step = step.before()) {
                if (step.peer() != null) {
                    peers.addFirst(step.peer());
                }
                if (step.file() != null) {
                    file = step.file();
                }
                if (step.deviation() != null) {
                    deviations.remove(step.deviation());
                    deviations.addFirst(step.deviation());
                }
            }
            return new Match(rule, peers, file, deviations, token);
        }

        private @Nullable Match broken(int end, Path path) {
            if (path.words() >= FEWEST_WORDS_OF_A_BEGINNING
                    && (longest == null || longest.end() < end)) {
                longest = new Beginning(end);
            }
            return null;
        }

        private @Nullable Deviation blanks(Token found, int token, int wanted) {
            return token == start || found.blanks() == wanted ? null : new Deviation.Blanks();
        }

        private Token at(int token) {
            return token < tokens.size() ? tokens.get(token) : Token.NONE;
        }
    }
}
