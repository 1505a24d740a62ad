package ringside.app.base;

import java.util.Locale;
import ringside.text.Language;

/** The language that the user has chosen. */
public enum LanguageChoice {
    /** Follows the desktop. */
    DESKTOP,
    ENGLISH,
    GERMAN;

    /** Returns the language of a window on a desktop with the given locale. */
    public Language language(Locale desktop) {
        return switch (this) {
            case DESKTOP -> Language.ofDesktop(desktop);
            case ENGLISH -> Language.ENGLISH;
            case GERMAN -> Language.GERMAN;
        };
    }
}
