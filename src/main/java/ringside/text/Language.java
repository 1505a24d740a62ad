package ringside.text;

import java.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * A language of the bundles. A process speaks English, unless its window chose another language
 * before it said its first word. Immutable.
 *
 * @param locale of the bundles and of numbers for people; the bundles without a suffix are English
 */
public record Language(Locale locale) {

    public static final Language ENGLISH = new Language(Locale.ROOT);
    public static final Language GERMAN = new Language(Locale.GERMAN);

    private static volatile Language spoken = ENGLISH;

    /** Returns the language of a desktop: German, or English for all others. */
    public static Language ofDesktop(Locale desktop) {
        return desktop.getLanguage().equals(GERMAN.locale.getLanguage()) ? GERMAN : ENGLISH;
    }

    /** Returns the language that this process speaks. Any thread may call. */
    public static Language spoken() {
        return spoken;
    }

    /**
     * Has this process speak a language from now on; what was said before stays as it is. Only the
     * start of a window calls it, and tests that run alone.
     */
    public static void speak(Language language) {
        spoken = language;
    }

    /** Returns the locale for words that do not come from Ringside, such as those of JavaFX. */
    public Locale ofOthers() {
        return locale.equals(Locale.ROOT) ? Locale.ENGLISH : locale;
    }

    /**
     * Formats a number with the decimal sign of the language that this process speaks.
     *
     * @param pattern of {@link String#format}, for one number
     */
    public static String format(String pattern, double number) {
        return String.format(spoken.locale, pattern, number);
    }

    /** Returns a value as plain text without digit grouping, a fraction with its decimal sign. */
    String plain(Object value) {
        String text = String.valueOf(value);
        return !equals(ENGLISH) && (value instanceof Double || value instanceof Float)
                ? text.replace('.', DecimalFormatSymbols.getInstance(locale).getDecimalSeparator())
                : text;
    }
}
