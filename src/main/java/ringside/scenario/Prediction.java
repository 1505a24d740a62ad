package ringside.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ringside.text.Messages;

/**
 * What a typed text says: its numbers, and its words without those that say nothing (SPEC 11.6).
 *
 * @param quantities its numbers in order, none twice
 * @param words in lower case and in order, without numbers, units of time and fillers
 * @param isAbout whether it says that its numbers are about right
 * @param isNegated whether a word denies something
 */
record Prediction(
        List<Quantity> quantities, List<String> words, boolean isAbout, boolean isNegated) {

    private static final Pattern TOKEN = Pattern.compile("\\d+(?:\\.\\d+)?|[\\p{L}'\u2019]+|~");

    private static final double MILLIS_PER_SECOND = 1_000;
    private static final double MILLIS_PER_MINUTE = 60_000;

    /** The share by which a number may differ from one that is about right. */
    private static final double TOLERANCE = 0.25;

    private static final double EXACT = 1e-9;

    Prediction {
        quantities = List.copyOf(quantities);
        words = List.copyOf(words);
    }

    /**
     * A number, with a unit or without.
     *
     * @param millisPerUnit how long one unit of time is; 0 without a unit of time
     */
    record Quantity(double number, double millisPerUnit) {

        /** Compares in time if both have a unit of time, otherwise the bare numbers. */
        boolean isNear(Quantity other, double share) {
            boolean areTimes = millisPerUnit > 0 && other.millisPerUnit > 0;
            double mine = areTimes ? number * millisPerUnit : number;
            double theirs = areTimes ? other.number * other.millisPerUnit : other.number;
            return Math.abs(mine - theirs) <= share * Math.abs(mine) + EXACT;
        }
    }

    static Prediction of(String text) {
        List<Quantity> quantities = new ArrayList<>();
        List<String> words = new ArrayList<>();
        boolean isAbout = false;
        boolean isNegated = false;
        Matcher tokens = TOKEN.matcher(text.toLowerCase(Locale.ROOT).replace('\u2019', '\''));
        boolean isAfterNumber = false;
        while (tokens.find()) {
            String token = tokens.group();
            double number = number(token);
            double unit = isAfterNumber ? millisPerUnit(token) : 0;
            isAfterNumber = number >= 0;
            if (isAfterNumber) {
                quantities.add(new Quantity(number, 0));
            } else if (unit > 0) {
                quantities.add(new Quantity(quantities.removeLast().number(), unit));
            } else if (token.equals("~") || listed("judge.about").contains(token)) {
                isAbout = true;
            } else if (!listed("judge.fillers").contains(token)) {
                isNegated |= listed("judge.not").contains(token);
                words.add(token);
            }
        }
        return new Prediction(quantities.stream().distinct().toList(), words, isAbout, isNegated);
    }

    /** Returns the number that a token is, in digits or as a small number word; else -1. */
    private static double number(String token) {
        return Character.isDigit(token.charAt(0))
                ? Double.parseDouble(token)
                : words("judge.numbers").indexOf(token);
    }

    private static double millisPerUnit(String token) {
        if (listed("judge.milliseconds").contains(token)) {
            return 1;
        }
        if (listed("judge.seconds").contains(token)) {
            return MILLIS_PER_SECOND;
        }
        return listed("judge.minutes").contains(token) ? MILLIS_PER_MINUTE : 0;
    }

    private static List<String> words(String key) {
        return List.of(Messages.SCENARIO.format(key).split(" "));
    }

    private static Set<String> listed(String key) {
        return Set.copyOf(words(key));
    }

    /** Returns how many numbers of an answer, this one, are among those of a prediction. */
    long countIn(Prediction other) {
        double share = isAbout ? TOLERANCE : 0;
        return quantities.stream()
                .filter(mine ->
                        other.quantities.stream().anyMatch(theirs -> mine.isNear(theirs, share)))
                .count();
    }
}
