package ringside.app.window;

import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Subscription;
import ringside.app.base.Theme;
import ringside.app.base.ThemeChoice;
import ringside.app.ring.RingLayout;
import ringside.app.window.WindowMemory.Kept;

/** Place, size and look of the window, remembered from run to run. JavaFX thread. */
public final class WindowPlacement {

    /** At least so much of a window must be on some screen to be found again, in pixels. */
    private static final double VISIBLE = 100;

    /**
     * What a desktop adds to a window at most, in pixels; without so much room it fills the screen.
     */
    private static final double AROUND = 60;

    private final Stage stage;
    private final Scene scene;
    private final WindowMemory memory;
    private final ReadOnlyBooleanWrapper presenting = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<ThemeChoice> choice;
    private final ObjectProperty<RingLayout> layout;
    private final WindowMemory.Arranged arranged;
    private final Subscription outside;
    private Rectangle2D place = Rectangle2D.EMPTY;

    /**
     * Puts a window where it was, as it was.
     *
     * @param arranged how it is divided, which is remembered too
     */
    public WindowPlacement(
            Stage stage,
            Scene scene,
            WindowMemory memory,
            ObjectProperty<RingLayout> layout,
            WindowMemory.Arranged arranged) {
        this.stage = stage;
        this.scene = scene;
        this.memory = memory;
        this.layout = layout;
        this.arranged = arranged;
        Kept kept = memory.load();
        choice = new SimpleObjectProperty<>(kept.theme());
        layout.set(kept.layout());
        arranged.restore(kept.arrangement());
        place(kept);
        stage.setFullScreenExitHint("");
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        choice.subscribe(this::dress);
        outside =
                stage.fullScreenProperty()
                        .subscribe((was, now) -> presenting.set(now))
                        .and(
                                Platform.getPreferences()
                                        .colorSchemeProperty()
                                        .subscribe(scheme -> dress()));
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
        boolean fills =
                screen.getWidth() < kept.width() + AROUND
                        || screen.getHeight() < kept.height() + AROUND;
        if (kept.maximized() || (Double.isNaN(kept.x()) && fills)) {
            fill(screen);
        }
    }

    /** The desktop enlarges a window some time after it is shown; it is laid out for that now. */
    private void fill(Rectangle2D screen) {
        stage.setX(screen.getMinX());
        stage.setY(screen.getMinY());
        stage.setWidth(screen.getWidth());
        stage.setHeight(screen.getHeight());
        stage.setMaximized(true);
    }

    private void dress() {
        theme().applyToAll(scene);
    }

    private Theme theme() {
        ColorScheme desktop = Platform.getPreferences().getColorScheme();
        return choice.get().theme(desktop);
    }

    public ObjectProperty<ThemeChoice> choiceProperty() {
        return choice;
    }

    /** Dark becomes light and light dark, whatever the desktop's choice. */
    public void toggleTheme() {
        choice.set(
                switch (theme()) {
                    case DARK -> ThemeChoice.LIGHT;
                    case LIGHT -> ThemeChoice.DARK;
                });
    }

    /** For the projector, or not any more: with full screen where the desktop has it. */
    public void togglePresentation() {
        if (!presenting.get()) {
            place = placeNow();
        }
        presenting.set(!presenting.get());
        stage.setFullScreen(presenting.get());
    }

    /** Comes back from the projector, if it is for one. */
    public void endPresentation() {
        if (presenting.get()) {
            togglePresentation();
        }
    }

    private Rectangle2D placeNow() {
        return new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
    }

    /** Whether the window is for a projector. */
    public ReadOnlyBooleanProperty presentingProperty() {
        return presenting.getReadOnlyProperty();
    }

    /** Remembers what there is to remember, and listens no more. */
    public void close() {
        // The desktop and its stage outlive the window and would keep what listens to them.
        outside.unsubscribe();
        Rectangle2D kept = presenting.get() ? place : placeNow();
        memory.save(
                new Kept(
                        kept.getMinX(),
                        kept.getMinY(),
                        kept.getWidth(),
                        kept.getHeight(),
                        stage.isMaximized(),
                        choice.get(),
                        layout.get(),
                        arranged.kept()));
    }
}
