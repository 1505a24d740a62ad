package ringside.app.base;

import javafx.application.ConditionalFeature;
import javafx.application.Platform;

/**
 * How the windows of menus, tooltips and bubbles can look. Without a compositor, as over VNC and
 * remote X, what is transparent in them is a white box.
 */
public enum PopUps {
    /** Round, with an arrow and a shadow. */
    TRANSPARENT,
    /** Filled from edge to edge. */
    OPAQUE;

    /** What this desktop can show. On the JavaFX thread. */
    public static PopUps ofThisDesktop() {
        return Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW) ? TRANSPARENT : OPAQUE;
    }
}
