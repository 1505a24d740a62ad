package ringside.app.base;

import javafx.application.ColorScheme;

/** Which look the user wants. */
public enum ThemeChoice {
    /** The one that the desktop has. */
    DESKTOP,
    DARK,
    LIGHT;

    /** The look to show on a desktop with that scheme. */
    public Theme theme(ColorScheme desktop) {
        return switch (this) {
            case DESKTOP -> Theme.of(desktop);
            case DARK -> Theme.DARK;
            case LIGHT -> Theme.LIGHT;
        };
    }
}
