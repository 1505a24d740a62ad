package ringside.app.window;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import org.controlsfx.control.PopOver;
import ringside.app.base.Texts;

/** The keys of the window. Plain letters work only while no text field has the focus. */
public final class KeyMap {

    private final Map<KeyCombination, Entry> entries = new LinkedHashMap<>();

    private record Entry(String name, String description, Runnable action, boolean plain) {}

    /** A line of the key map: the name of a key, and its description. */
    record Line(String key, String description) {}

    /** Adds a key without a modifier. */
    public void plain(KeyCode code, String name, String textKey, Runnable action) {
        entries.put(
                new KeyCodeCombination(code),
                new Entry(name, Texts.text("key." + textKey), action, true));
    }

    /** Adds a key with Ctrl, or with Command on a Mac. */
    public void shortcut(KeyCode code, String name, String textKey, Runnable action) {
        entries.put(
                new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN),
                new Entry(name, Texts.text("key." + textKey), action, false));
    }

    public void shiftShortcut(KeyCode code, String name, String textKey, Runnable action) {
        entries.put(
                new KeyCodeCombination(
                        code, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                new Entry(name, Texts.text("key." + textKey), action, false));
    }

    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        entries.values().forEach(e -> lines.add(new Line(e.name(), e.description())));
        lines.add(new Line("?", Texts.text("key.help")));
        lines.add(new Line("Tab", Texts.text("key.enter")));
        lines.add(new Line("\u2191 \u2193", Texts.text("key.walk")));
        return lines;
    }

    public void install(Scene scene, Runnable help) {
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> pressed(scene, event));
        scene.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (isInList(scene)) {
                        pressed(scene, event);
                    }
                });
        scene.addEventHandler(
                KeyEvent.KEY_TYPED,
                event -> {
                    if (event.getCharacter().equals("?") && !isTyping(scene) && !isBubbleOpen()) {
                        help.run();
                    }
                });
    }

    private void pressed(Scene scene, KeyEvent event) {
        if (isMenuOpen()) {
            return;
        }
        boolean isTyping = isTyping(scene) || isBubbleOpen();
        entries.forEach((combination, entry) -> {
            boolean mayRun = !entry.plain() || !isTyping;
            if (combination.match(event) && mayRun) {
                event.consume();
                entry.action().run();
            }
        });
    }

    /**
     * Returns whether the focus is in a list or in tabs, which would use the window's keys
     * themselves.
     */
    private static boolean isInList(Scene scene) {
        Node focus = scene.getFocusOwner();
        return focus instanceof ListView || focus instanceof TableView || focus instanceof TabPane;
    }

    /** Returns whether a menu is open, which then receives all keys. */
    private static boolean isMenuOpen() {
        return Window.getWindows().stream().anyMatch(ContextMenu.class::isInstance);
    }

    /**
     * Returns whether a pop-over is open: letters typed meanwhile are meant for it, whatever has
     * focus.
     */
    private static boolean isBubbleOpen() {
        return Window.getWindows().stream().anyMatch(PopOver.class::isInstance);
    }

    private static boolean isTyping(Scene scene) {
        return scene.getFocusOwner() instanceof TextInputControl;
    }
}
