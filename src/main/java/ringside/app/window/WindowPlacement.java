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
import ringside.app.base.LanguageChoice;
import ringside.app.base.RingLayout;
import ringside.app.base.TextSize;
import ringside.app.base.Theme;
import ringside.app.base.ThemeChoice;
import ringside.app.window.WindowMemory.Kept;

/** Position, size and theme of the window, remembered from run to run. JavaFX thread only. */
public final class WindowPlacement {

    /** The least part of a window that must be on some screen to be found again, in pixels. */
    private static final double VISIBLE = 100;

    /**
     * The most that a desktop adds to a window, in pixels; with less space left it fills the
     * screen.
     */
    private static final double AROUND = 60;

    private final Stage stage;
    private final Scene scene;
    private final WindowMemory memory;
    private final ReadOnlyBooleanWrapper presenting = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<ThemeChoice> choice;
    private final ObjectProperty<LanguageChoice> language;
    private final ObjectProperty<TextSize> size;
    private final ObjectProperty<RingLayout> layout;
    private final WindowMemory.Arranged arranged;
    private final Subscription outside;
    private Rectangle2D bounds = Rectangle2D.EMPTY;

    /** Restores the position, size, looks and arrangement of a window, and has them remembered. */
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
        language = new SimpleObjectProperty<>(kept.language());
        size = new SimpleObjectProperty<>(kept.size());
        layout.set(kept.layout());
        arranged.restore(kept.arrangement());
        place(kept);
        stage.setFullScreenExitHint("");
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        choice.subscribe(this::applyTheme);
        size.subscribe((was, now) -> applyTheme());
        outside =
                stage.fullScreenProperty()
                        .subscribe((was, now) -> presenting.set(now))
                        .and(
                                Platform.getPreferences()
                                        .colorSchemeProperty()
                                        .subscribe(scheme -> applyTheme()));
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

    /** Lays the window out maximised at once, as the desktop enlarges it only after it is shown. */
    private void fill(Rectangle2D screen) {
        stage.setX(screen.getMinX());
        stage.setY(screen.getMinY());
        stage.setWidth(screen.getWidth());
        stage.setHeight(screen.getHeight());
        stage.setMaximized(true);
    }

    private void applyTheme() {
        theme().applyToAll(scene, size.get());
    }

    private Theme theme() {
        ColorScheme desktop = Platform.getPreferences().getColorScheme();
        return choice.get().theme(desktop);
    }

    public ObjectProperty<ThemeChoice> choiceProperty() {
        return choice;
    }

    /** The language of the next window: this one keeps its own. */
    public ObjectProperty<LanguageChoice> languageProperty() {
        return language;
    }

    /** The size of letters and lines. */
    public ObjectProperty<TextSize> sizeProperty() {
        return size;
    }

    /** Changes from dark to light or back, whatever the desktop's choice. */
    public void toggleTheme() {
        choice.set(
                switch (theme()) {
                    case DARK -> ThemeChoice.LIGHT;
                    case LIGHT -> ThemeChoice.DARK;
                });
    }

    /** Starts or ends the presentation mode, with full screen where the desktop has it. */
    public void togglePresentation() {
        if (!presenting.get()) {
            bounds = currentBounds();
        }
        presenting.set(!presenting.get());
        stage.setFullScreen(presenting.get());
    }

    public void endPresentation() {
        if (presenting.get()) {
            togglePresentation();
        }
    }

    private Rectangle2D currentBounds() {
        return new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
    }

    /** Whether the presentation mode is on. */
    public ReadOnlyBooleanProperty presentingProperty() {
        return presenting.getReadOnlyProperty();
    }

    /** Returns a memory for one more window: it looks like this one does now, and saves nothing. */
    WindowMemory forAnother() {
        return WindowMemory.always(
                new Kept(
                        Kept.ANYWHERE,
                        Kept.ANYWHERE,
                        Kept.FIRST.width(),
                        Kept.FIRST.height(),
                        false,
                        choice.get(),
                        layout.get(),
                        language.get(),
                        size.get(),
                        arranged.kept()));
    }

    /** Saves the state of the window, and removes its listeners. */
    public void close() {
        // The desktop and the stage outlive the window, and would keep its listeners.
        outside.unsubscribe();
        Rectangle2D kept = presenting.get() ? bounds : currentBounds();
        memory.save(
                new Kept(
                        kept.getMinX(),
                        kept.getMinY(),
                        kept.getWidth(),
                        kept.getHeight(),
                        stage.isMaximized(),
                        choice.get(),
                        layout.get(),
                        language.get(),
                        size.get(),
                        arranged.kept()));
    }
}
