package ringside.app;

import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import ringside.app.WindowMemory.Kept;
import ringside.app.ring.RingLayout;

/** Place, size and look of the window, remembered from run to run. JavaFX thread. */
final class WindowFrame {

    /** At least so much of a window must be on some screen to be found again, in pixels. */
    private static final double VISIBLE = 100;

    private final Stage stage;
    private final Scene scene;
    private final WindowMemory memory;
    private final ReadOnlyBooleanWrapper presenting = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<ThemeChoice> choice;
    private final ObjectProperty<RingLayout> layout;

    WindowFrame(
            Stage stage, Scene scene, WindowMemory memory, ObjectProperty<RingLayout> layout) {
        this.stage = stage;
        this.scene = scene;
        this.memory = memory;
        this.layout = layout;
        Kept kept = memory.load();
        choice = new SimpleObjectProperty<>(kept.theme());
        layout.set(kept.layout());
        place(kept);
        stage.fullScreenProperty().subscribe((was, now) -> presenting.set(now));
        choice.subscribe(this::dress);
        Platform.getPreferences().colorSchemeProperty().subscribe(scheme -> dress());
    }

    private void place(Kept kept) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setWidth(Math.min(kept.width(), screen.getWidth()));
        stage.setHeight(Math.min(kept.height(), screen.getHeight()));
        boolean visible =
                !Screen.getScreensForRectangle(kept.x(), kept.y(), VISIBLE, VISIBLE).isEmpty();
        if (!Double.isNaN(kept.x()) && visible) {
            stage.setX(kept.x());
            stage.setY(kept.y());
        }
        stage.setMaximized(kept.maximized());
    }

    private void dress() {
        theme().applyToAll(scene);
    }

    Theme theme() {
        ColorScheme desktop = Platform.getPreferences().getColorScheme();
        return choice.get().theme(desktop);
    }

    ObjectProperty<ThemeChoice> choiceProperty() {
        return choice;
    }

    /** Dark becomes light and light dark, whatever the desktop's choice. */
    void toggleTheme() {
        choice.set(
                switch (theme()) {
                    case DARK -> ThemeChoice.LIGHT;
                    case LIGHT -> ThemeChoice.DARK;
                });
    }

    /** For the projector, or not any more: with full screen where the desktop has it. */
    void togglePresentation() {
        presenting.set(!presenting.get());
        stage.setFullScreen(presenting.get());
    }

    /** Whether the window is for a projector. */
    ReadOnlyBooleanProperty presentingProperty() {
        return presenting.getReadOnlyProperty();
    }

    void remember() {
        memory.save(
                new Kept(
                        stage.getX(),
                        stage.getY(),
                        stage.getWidth(),
                        stage.getHeight(),
                        stage.isMaximized(),
                        choice.get(),
                        layout.get()));
    }
}
