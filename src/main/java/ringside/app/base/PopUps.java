package ringside.app.base;

import javafx.application.ConditionalFeature;
import javafx.application.Platform;

/**
 * How the windows of menus and tooltips can look. Without a compositor, as over VNC and remote X,
 * their transparent parts are drawn as a white box.
 */
public enum PopUps {
    /** Round, with an arrow and a shadow. */
    TRANSPARENT,
    /** Filled from edge to edge. */
    OPAQUE;

    /** Returns what this desktop can show. JavaFX thread only. */
    public static PopUps ofThisDesktop() {
        return Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW) ? TRANSPARENT : OPAQUE;
    }
}
