package ringside.app.base;

import javafx.application.ColorScheme;

/** The look that the user has chosen. */
public enum ThemeChoice {
    /** Follows the desktop. */
    DESKTOP,
    DARK,
    LIGHT;

    /** Returns the theme to show on a desktop with the given colour scheme. */
    public Theme theme(ColorScheme desktop) {
        return switch (this) {
            case DESKTOP -> Theme.of(desktop);
            case DARK -> Theme.DARK;
            case LIGHT -> Theme.LIGHT;
        };
    }
}
