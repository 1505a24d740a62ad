package ringside.json;

import java.util.Map;
import java.util.function.Function;
import ringside.ring.FileName;
import ringside.ring.FileNumber;

/**
 * A type whose values are single words in JSON, written as their {@code toString()}.
 *
 * @param kind what such a value is, for reasons
 * @param isQuoted whether it is a string; otherwise it is a number or a truth value
 * @param parser the inverse of {@code toString()}; throws an {@link IllegalArgumentException} for
 *     any other text
 */
record Scalar(String kind, boolean isQuoted, Function<String, Object> parser) {

    static final Map<Class<?>, Scalar> BY_TYPE =
            Map.of(
                    String.class, new Scalar("a string", true, text -> text),
                    FileNumber.class, new Scalar("a file number", true, FileNumber::new),
                    FileName.class, new Scalar("a file name", true, FileName::parse),
                    int.class, new Scalar("an integer of 32 bits", false, Integer::valueOf),
                    long.class, new Scalar("an integer of 64 bits", false, Long::valueOf),
                    // One that may be left out.
                    Long.class, new Scalar("an integer of 64 bits", false, Long::valueOf),
                    double.class, new Scalar("a number", false, Scalar::finite),
                    boolean.class, new Scalar("true or false", false, Scalar::parseBoolean));

    /**
     * Rejects numbers too large for their type, which would become infinite and could not be
     * written again.
     */
    private static Double finite(String digits) {
        double value = Double.parseDouble(digits);
        if (Double.isInfinite(value)) {
            throw new IllegalArgumentException("too large a number");
        }
        return value;
    }

    private static Boolean parseBoolean(String word) {
        return switch (word) {
            case "true" -> true;
            case "false" -> false;
            case String number -> throw new IllegalArgumentException("a number");
        };
    }
}
