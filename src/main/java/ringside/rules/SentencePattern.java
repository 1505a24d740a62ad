package ringside.rules;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ringside.ring.PeerId;
import ringside.text.InvalidInputException;
import ringside.text.Messages;

/**
 * The words of a sentence with holes (PROGRAMS 2.1). Notation: {@code {peer}} is a peer's id,
 * {@code {file}} a file's number; a word in brackets, {@code [new]}, may be there or not; one in
 * parentheses, {@code (stored)}, should not be there and is passed over; {@code ...} is any number
 * of dots.
 *
 * @param parts at least three, in order
 */
public record SentencePattern(List<Part> parts) {

    private static final Pattern TOKEN =
            Pattern.compile("(\\s*)(\\{\\w+}|\\[\\w+]|\\(\\w+\\)|\\.{2,}|[.,]|\\p{L}+)");
    private static final String HOLES = "{peer}, {file}";
    private static final int FEWEST_PARTS = 3;

    /** Copies the list. */
    public SentencePattern {
        parts = List.copyOf(parts);
    }

    /** A part of a sentence. */
    public sealed interface Part {}

    /**
     * A word of letters.
     *
     * @param text as the family prescribes it, upper and lower case
     */
    public record Word(String text, Presence presence) implements Part {}

    /** Whether a word should stand in the sentence. */
    public enum Presence {
        /** Always. */
        REQUIRED,
        /** With or without it, the sentence is as prescribed. */
        OPTIONAL,
        /** It should not, but is passed over. */
        TOLERATED
    }

    /** A number in the sentence. */
    public enum Hole implements Part {
        /** A peer's id. */
        PEER,
        /** A file's number. */
        FILE
    }

    /** A sign in the sentence. */
    public enum Sign implements Part {
        /** A comma. */
        COMMA,
        /** The full stop at the end. */
        STOP,
        /** Any number of dots, none included. */
        DOTS
    }

    /**
     * Parses the notation.
     *
     * @throws InvalidInputException with a sentence for the author of a rules file
     */
    public static SentencePattern parse(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher token = TOKEN.matcher(text);
        int end = 0;
        while (end < text.length() && token.find(end) && token.start() == end) {
            parts.add(part(token.group(2)));
            end = token.end();
        }
        if (end < text.length()) {
            String rest = text.substring(end);
            throw new InvalidInputException(
                    () -> Messages.RULES.format("sentence.notation", rest, HOLES));
        }
        if (parts.size() < FEWEST_PARTS) {
            throw new InvalidInputException(() -> Messages.RULES.format("sentence.short", text));
        }
        return new SentencePattern(parts);
    }

    /**
     * Returns the sentence as it is prescribed, without optional words.
     *
     * @param peers the ids for its holes, in their order
     * @param file the number for its other holes
     * @throws java.util.NoSuchElementException when there are fewer ids than holes
     */
    public String filled(List<PeerId> peers, @Nullable String file) {
        StringBuilder sentence = new StringBuilder();
        Iterator<PeerId> next = peers.iterator();
        for (Part part : parts) {
            switch (part) {
                case Word word -> {
                    if (word.presence() == Presence.REQUIRED) {
                        sentence.append(' ').append(word.text());
                    }
                }
                case Hole.PEER -> sentence.append(' ').append(next.next());
                case Hole.FILE -> sentence.append(' ').append(file);
                case Sign.COMMA -> sentence.append(',');
                case Sign.STOP -> sentence.append('.');
                case Sign.DOTS -> sentence.append(" .........");
            }
        }
        return sentence.substring(1);
    }

    private static Part part(String token) {
        String inner = token.substring(1, Math.max(1, token.length() - 1));
        return switch (token.substring(0, 1)) {
            case "{" -> hole(inner);
            case "[" -> new Word(inner, Presence.OPTIONAL);
            case "(" -> new Word(inner, Presence.TOLERATED);
            case "," -> Sign.COMMA;
            case "." -> token.length() > 1 ? Sign.DOTS : Sign.STOP;
            case String _ -> new Word(token, Presence.REQUIRED);
        };
    }

    private static Hole hole(String name) {
        return switch (name) {
            case "peer" -> Hole.PEER;
            case "file" -> Hole.FILE;
            case String other ->
                    throw new InvalidInputException(
                            () -> Messages.RULES.format("sentence.hole", "{" + other + "}", HOLES));
        };
    }
}
