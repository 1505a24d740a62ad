package ringside.app.base;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.scene.Scene;

/** The two looks of the window, each with its style sheets. */
public enum Theme {
    DARK("dark.css", new PrimerDark().getUserAgentStylesheet()),
    LIGHT("light.css", new PrimerLight().getUserAgentStylesheet());

    private final String colours;
    private final String controls;

    Theme(String colours, String controls) {
        this.colours = colours;
        this.controls = controls;
    }

    public static Theme of(ColorScheme scheme) {
        return switch (scheme) {
            case DARK -> DARK;
            case LIGHT -> LIGHT;
        };
    }

    /**
     * Applies this theme to a scene and to all its menus and dialogs: they have scenes of their
     * own, which take the controls' style sheet from the application. JavaFX thread only.
     *
     * @param size of the letters of menus and tooltips
     */
    public void applyToAll(Scene scene, TextSize size) {
        if (!controls.equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(controls);
        }
        List<String> sheets = new ArrayList<>(styleSheets(PopUps.ofThisDesktop()));
        size.popUpSheet().ifPresent(sheets::add);
        scene.getStylesheets().setAll(sheets);
        if (scene.getWindow() != null && scene.getWindow().isShowing()) {
            // A menu opened before the next pulse would look up colours that are not set yet.
            scene.getRoot().applyCss();
        }
    }

    /** Applies this theme to one scene, without touching others. JavaFX thread only. */
    public void applyTo(Scene scene) {
        scene.setUserAgentStylesheet(controls);
        scene.getStylesheets().setAll(styleSheets());
    }

    /** Returns Ringside's own style sheets: the colours, then the rules that use them. */
    public List<String> styleSheets() {
        return List.of(resource(colours), resource("window.css"), resource("ring.css"));
    }

    /** Returns the same style sheets, and one more where pop-ups cannot be transparent. */
    List<String> styleSheets(PopUps popUps) {
        return switch (popUps) {
            case TRANSPARENT -> styleSheets();
            case OPAQUE -> {
                List<String> sheets = new ArrayList<>(styleSheets());
                sheets.add(resource("opaque.css"));
                yield List.copyOf(sheets);
            }
        };
    }

    private static String resource(String name) {
        URL url = Theme.class.getResource(name);
        return Objects.requireNonNull(url, name).toExternalForm();
    }
}
