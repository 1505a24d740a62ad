package ringside.app.drawing;

import java.util.Locale;

/** The meaning of a stroke, for which a palette has the colour. */
public enum Ink {
    PAPER,
    TEXT,
    MUTED,
    FAINT,
    SEGMENT,
    RESENT,
    LOST,
    ACKNOWLEDGEMENT,
    RUN,
    HOVER;

    /** Returns the ink's name in the style sheets, such as 'ink-segment'. */
    public String styleClass() {
        return "ink-" + name().toLowerCase(Locale.ROOT);
    }
}
