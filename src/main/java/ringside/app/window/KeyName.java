package ringside.app.window;

import java.util.Set;
import java.util.regex.Pattern;
import ringside.app.base.Texts;

/** The names of keys, as they stand on keyboards of the window's language. Pure. */
final class KeyName {

    /** The keys whose names are words. */
    private static final Set<String> WORDS =
            Set.of("Ctrl", "Shift", "Space", "Home", "End", "Enter", "PageDown", "PageUp");

    private static final Pattern WORD = Pattern.compile("[A-Za-z]{3,}");

    private KeyName() {}

    /** Returns the name of a key, or of several, such as 'Ctrl+K'. */
    static String of(String english) {
        return WORD.matcher(english)
                .replaceAll(word ->
                        WORDS.contains(word.group())
                                ? Texts.text("keyName." + word.group())
                                : word.group());
    }
}
