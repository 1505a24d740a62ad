package ringside.rules;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ringside.text.InvalidInputException;
import ringside.text.Messages;

/**
 * A command line with holes, split into words as a shell does, without a shell (PROGRAMS 1.1).
 *
 * @param words at least one, with their holes
 */
public record CommandTemplate(List<String> words) {

    private static final Pattern HOLE = Pattern.compile("\\{(\\w*)}");

    private static final Pattern PLAIN = Pattern.compile("[\\w./{}:=,+@%-]+");

    /** What fills a hole. */
    public enum Hole {
        /** The peer's id. */
        ID,
        /** Its first successor. */
        FIRST,
        /** Its second successor. */
        SECOND,
        /** The peer through which it joins. */
        KNOWN,
        /** Largest number of data bytes in a segment. */
        MSS,
        /** Share of segments that are not sent, 0 to 1. */
        LOSS,
        /** Seconds between pings. */
        INTERVAL,
        /** The peer's port. */
        PORT,
        /** The peer's folder. */
        FOLDER,
        /** A file's number. */
        FILE;

        private static Hole named(String name) {
            return Stream.of(values())
                    .filter(hole -> hole.inBraces().equals("{" + name + "}"))
                    .findFirst()
                    .orElseThrow(() ->
                            new InvalidInputException(() ->
                                    Messages.RULES.format(
                                            "command.hole", "{" + name + "}", names())));
        }

        private String inBraces() {
            return "{" + name().toLowerCase(Locale.ROOT) + "}";
        }

        private static String names() {
            return Stream.of(values()).map(Hole::inBraces).collect(Collectors.joining(" "));
        }
    }

    /** Copies the list. */
    public CommandTemplate {
        words = List.copyOf(words);
    }

    /**
     * Splits a line: blanks part words; single quotes keep everything, double quotes and the
     * backslash as in a shell.
     *
     * @throws InvalidInputException with a sentence for the user when a quote is open, no word is
     *     there, or a hole is unknown
     */
    public static CommandTemplate parse(String line) {
        List<String> words = new Splitter(line).words();
        if (words.isEmpty()) {
            throw new InvalidInputException(() -> Messages.RULES.format("command.empty"));
        }
        words.forEach(word -> HOLE.matcher(word).results().forEach(CommandTemplate::holeOf));
        return new CommandTemplate(words);
    }

    private static Hole holeOf(MatchResult match) {
        return Hole.named(match.group(1));
    }

    /** Returns a line that {@link #parse} splits into these words. */
    public String line() {
        return words.stream()
                .map(word ->
                        PLAIN.matcher(word).matches()
                                ? word
                                : "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
    }

    /** Returns this line with the words of another behind it. */
    public CommandTemplate and(CommandTemplate rest) {
        return new CommandTemplate(Stream.concat(words.stream(), rest.words.stream()).toList());
    }

    /**
     * Fills the holes.
     *
     * @throws InvalidInputException when a hole has no value here, such as the file when a peer
     *     starts
     */
    public List<String> fill(Map<Hole, ?> values) {
        Map<Hole, Object> known = new EnumMap<>(Hole.class);
        known.putAll(values);
        return words.stream()
                .map(word ->
                        HOLE.matcher(word)
                                .replaceAll(match ->
                                        Matcher.quoteReplacement(valueOf(holeOf(match), known))))
                .toList();
    }

    private static String valueOf(Hole hole, Map<Hole, Object> values) {
        Object value = values.get(hole);
        if (value == null) {
            throw new InvalidInputException(
                    () -> Messages.RULES.format("command.noValue", hole.inBraces()));
        }
        return value.toString();
    }

    /** Splits one line. */
    private static final class Splitter {

        private final String line;
        private final List<String> words = new ArrayList<>();
        private final StringBuilder word = new StringBuilder();
        private boolean isInWord;

        Splitter(String line) {
            this.line = line;
        }

        List<String> words() {
            int next = 0;
            while (next < line.length()) {
                next = take(line.charAt(next), next);
            }
            endWord();
            return words;
        }

        /** Takes the character, or what it begins, and returns the place behind that. */
        private int take(char each, int at) {
            if (Character.isWhitespace(each)) {
                endWord();
                return at + 1;
            }
            isInWord = true;
            return switch (String.valueOf(each)) {
                case "'" -> quoted('\'', at);
                case "\"" -> quoted('"', at);
                case "\\" -> escaped(at);
                case String _ -> {
                    word.append(each);
                    yield at + 1;
                }
            };
        }

        private int quoted(char quote, int open) {
            int next = open + 1;
            while (next < line.length() && line.charAt(next) != quote) {
                boolean isEscape = quote == '"' && line.charAt(next) == '\\';
                if (isEscape
                        && next + 1 < line.length()
                        && "\"\\$`".indexOf(line.charAt(next + 1)) >= 0) {
                    next++;
                }
                word.append(line.charAt(next));
                next++;
            }
            if (next >= line.length()) {
                throw new InvalidInputException(() -> Messages.RULES.format("command.quote", line));
            }
            return next + 1;
        }

        private int escaped(int backslash) {
            if (backslash + 1 < line.length()) {
                word.append(line.charAt(backslash + 1));
            }
            return backslash + 2;
        }

        private void endWord() {
            if (isInWord) {
                words.add(word.toString());
                word.setLength(0);
                isInWord = false;
            }
        }
    }
}
