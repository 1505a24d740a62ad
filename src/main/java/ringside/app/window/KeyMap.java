package ringside.app.window;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
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
import ringside.app.base.Texts;

/** The keys of the window. Plain letters work only while nobody types or is asked something. */
public final class KeyMap {

    private final List<Line> lines = new ArrayList<>();

    /** The first that matches and applies acts. */
    private final List<Entry> entries = new ArrayList<>();

    private record Entry(
            KeyCombination combination, Reach reach, BooleanSupplier applies, Runnable action) {}

    /** Where a key counts. */
    private enum Reach {
        /** Not while somebody types or is asked something. */
        PLAIN,
        EVERYWHERE,
        /** Everywhere, and before a scroll pane or a list could use it. */
        AHEAD
    }

    /** A line of the key map: the name of a key, and its description. */
    record Line(String key, String description) {}

    /** Adds a key without a modifier. */
    public void plain(KeyCode code, String name, String textKey, Runnable action) {
        describe(name, textKey);
        add(new KeyCodeCombination(code), Reach.PLAIN, action);
    }

    /** Adds a function key, which types nothing and so counts while somebody types, too. */
    void function(KeyCode code, String name, String textKey, Runnable action) {
        describe(name, textKey);
        add(new KeyCodeCombination(code), Reach.EVERYWHERE, action);
    }

    /** Adds a key with Ctrl, or with Command on a Mac. */
    public void shortcut(KeyCode code, String name, String textKey, Runnable action) {
        describe(name, textKey);
        add(new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN), Reach.EVERYWHERE, action);
    }

    public void shiftShortcut(KeyCode code, String name, String textKey, Runnable action) {
        describe(name, textKey);
        add(
                new KeyCodeCombination(
                        code, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                Reach.EVERYWHERE,
                action);
    }

    /** Adds a key with Ctrl on every system, without a line in the key map. */
    void control(KeyCode code, Runnable action, KeyCombination.Modifier... more) {
        KeyCombination.Modifier[] modifiers = Arrays.copyOf(more, more.length + 1);
        modifiers[more.length] = KeyCombination.CONTROL_DOWN;
        add(new KeyCodeCombination(code, modifiers), Reach.EVERYWHERE, action);
    }

    /** Adds a key with Ctrl that does what another does, with and without the shift key. */
    void also(KeyCode code, Runnable action) {
        add(
                new KeyCodeCombination(
                        code,
                        KeyCombination.ModifierValue.ANY,
                        KeyCombination.ModifierValue.UP,
                        KeyCombination.ModifierValue.UP,
                        KeyCombination.ModifierValue.UP,
                        KeyCombination.ModifierValue.DOWN),
                Reach.EVERYWHERE,
                action);
    }

    private void add(KeyCombination combination, Reach reach, Runnable action) {
        entries.add(new Entry(combination, reach, () -> true, action));
    }

    /** Adds a line to the key map, for keys that are added without one. */
    void describe(String name, String textKey) {
        lines.add(new Line(KeyName.of(name), Texts.text("key." + textKey)));
    }

    /**
     * Lends a key to what is in front for as long as it applies, before its usual meaning and not
     * while somebody types.
     */
    void lend(KeyCode code, BooleanSupplier applies, Runnable action) {
        entries.addFirst(new Entry(new KeyCodeCombination(code), Reach.PLAIN, applies, action));
    }

    /** Lends a key that types nothing, wherever the focus is. */
    void lendEverywhere(KeyCode code, BooleanSupplier applies, Runnable action) {
        entries.addFirst(new Entry(new KeyCodeCombination(code), Reach.AHEAD, applies, action));
    }

    List<Line> lines() {
        List<Line> all = new ArrayList<>(lines);
        all.add(new Line("?", Texts.text("key.help")));
        all.add(new Line("Tab", Texts.text("key.enter")));
        all.add(new Line("\u2191 \u2193", Texts.text("key.walk")));
        return all;
    }

    /**
     * Installs the keys in a scene.
     *
     * @param asks whether a pop-over is open, for which letters are meant
     * @param help shows the key map
     */
    public void install(Scene scene, BooleanSupplier asks, Runnable help) {
        BooleanSupplier isPlain = () -> !isTyping(scene) && !asks.getAsBoolean();
        scene.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> pressed(event, entry -> isReached(entry.reach(), isPlain)));
        scene.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event ->
                        pressed(
                                event,
                                entry ->
                                        entry.reach() == Reach.AHEAD
                                                || (isInList(scene)
                                                        && isReached(entry.reach(), isPlain))));
        scene.addEventHandler(
                KeyEvent.KEY_TYPED,
                event -> {
                    if (event.getCharacter().equals("?") && isPlain.getAsBoolean()) {
                        help.run();
                    }
                });
    }

    private void pressed(KeyEvent event, Predicate<Entry> counts) {
        if (isMenuOpen()) {
            return;
        }
        entries.stream()
                .filter(entry -> entry.combination().match(event))
                .filter(counts)
                .filter(entry -> entry.applies().getAsBoolean())
                .findFirst()
                .ifPresent(entry -> {
                    event.consume();
                    entry.action().run();
                });
    }

    private static boolean isReached(Reach reach, BooleanSupplier isPlain) {
        return switch (reach) {
            case PLAIN -> isPlain.getAsBoolean();
            case EVERYWHERE, AHEAD -> true;
        };
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

    private static boolean isTyping(Scene scene) {
        return scene.getFocusOwner() instanceof TextInputControl;
    }
}
