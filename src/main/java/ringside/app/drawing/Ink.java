package ringside.app.drawing;

import java.util.Locale;

/** What a stroke means; a palette gives it a colour. */
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

    /** Its name in the style sheets, such as 'ink-segment'. */
    public String styleClass() {
        return "ink-" + name().toLowerCase(Locale.ROOT);
    }
}
