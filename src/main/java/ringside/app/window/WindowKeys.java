package ringside.app.window;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.geometry.HorizontalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import ringside.app.actions.CommandBox;
import ringside.app.base.PopOverLayer;
import ringside.app.base.TextSize;
import ringside.app.base.Texts;
import ringside.app.command.CommandCheck;
import ringside.app.command.PeerAction;
import ringside.app.control.PeerController;
import ringside.app.control.UndoViewModel;
import ringside.app.lessons.CardsViewModel;
import ringside.app.lessons.LessonsViewModel;
import ringside.app.ring.EdgeKind;
import ringside.app.ring.RingViewModel;
import ringside.app.run.ExplanationController;
import ringside.app.run.RunViewModel;
import ringside.ring.PeerId;
import ringside.scenario.ScenarioLine;
import ringside.timeline.Playhead;

/** Defines the keys of the window (WINDOW 8.1). JavaFX thread only. */
final class WindowKeys {

    private final KeyMap keys;
    private final MainViewModel model;
    private final PeerController controller;
    private final Supplier<RunViewModel> focused;
    private final Consumer<String> say;

    /**
     * Prepares to add keys to a map.
     *
     * @param focused supplies the run that the user has focused
     * @param say shows why a key did nothing
     */
    WindowKeys(
            KeyMap keys,
            MainViewModel model,
            PeerController controller,
            Supplier<RunViewModel> focused,
            Consumer<String> say) {
        this.keys = keys;
        this.model = model;
        this.controller = controller;
        this.focused = focused;
        this.say = say;
    }

    /** Adds all keys, in the order in which the key map shows them. */
    void add(
            WindowPlacement placement,
            CommandBox commandBox,
            Recordings recordings,
            Runnable showRuns,
            Runnable showBookmarks,
            Runnable exportPicture,
            PopOverLayer popOvers,
            UndoViewModel undo) {
        addTime(model.run().timeline().playhead());
        keys.plain(KeyCode.Z, "Z", "wholeTime", model.run().timeline()::showAll);
        keys.plain(KeyCode.B, "B", "bookmarks", showBookmarks);
        keys.plain(KeyCode.W, "W", "message", this::toggleMessage);
        keys.plain(KeyCode.H, "H", "spiral", this::toggleSpiral);
        addPeers();
        addNewcomer(model.run().ring());
        addLooks(placement);
        model.lessons().ifPresent(this::addLesson);
        keys.plain(KeyCode.ESCAPE, "Esc", "close", () -> close(popOvers, placement));
        keys.shortcut(KeyCode.Z, "Ctrl+Z", "undo", onRing(() -> undo(undo)));
        keys.shortcut(KeyCode.O, "Ctrl+O", "open", showRuns);
        keys.shiftShortcut(KeyCode.O, "Ctrl+Shift+O", "compare", recordings::compare);
        keys.shortcut(KeyCode.S, "Ctrl+S", "save", recordings::save);
        keys.shortcut(KeyCode.E, "Ctrl+E", "picture", exportPicture);
        keys.shortcut(KeyCode.K, "Ctrl+K", "command", commandBox::focus);
    }

    /**
     * Adds the keys that walk the tabs, which JavaFX itself knows only while the focus is in them.
     *
     * @param walk selects the next tab in a direction
     */
    void addTabs(Consumer<HorizontalDirection> walk) {
        keys.describe("Ctrl+Tab", "tabs");
        keys.control(KeyCode.TAB, () -> walk.accept(HorizontalDirection.RIGHT));
        keys.control(
                KeyCode.TAB,
                () -> walk.accept(HorizontalDirection.LEFT),
                KeyCombination.SHIFT_DOWN);
    }

    private void toggleMessage() {
        if (!focused.get().explanations().toggleMessage()) {
            say.accept(Texts.text("message.noEvent"));
        }
    }

    private void toggleSpiral() {
        if (!focused.get().toggleSpiral()) {
            say.accept(Texts.text("spiral.noRequest"));
        }
    }

    /**
     * Closes whatever lies on top: a pop-over, a newcomer, the messages of an event, a spiral, a
     * card, then the presentation mode.
     */
    private void close(PopOverLayer popOvers, WindowPlacement placement) {
        if (popOvers.close() || model.run().ring().takeNewcomer().isPresent()) {
            return;
        }
        ExplanationController explanations = focused.get().explanations();
        if (explanations.message().pageProperty().get() != null) {
            explanations.message().close();
            return;
        }
        if (focused.get().ring().spiral().isShown()) {
            focused.get().ring().spiral().close();
            return;
        }
        if (model.run().explanations().card().cardProperty().get() == null) {
            placement.endPresentation();
        } else {
            model.run().explanations().close();
        }
    }

    private void undo(UndoViewModel undo) {
        if (!undo.undo()) {
            say.accept(Texts.text("undo.none"));
        }
    }

    private void addTime(Playhead playhead) {
        keys.plain(KeyCode.SPACE, "Space", "pauseView", playhead::toggle);
        keys.plain(KeyCode.LEFT, "\u2190", "stepBack", playhead::stepBack);
        keys.plain(KeyCode.RIGHT, "\u2192", "stepForward", playhead::stepForward);
        keys.plain(KeyCode.HOME, "Home", "first", playhead::toStart);
        keys.plain(KeyCode.END, "End", "live", playhead::toLive);
        keys.plain(KeyCode.M, "M", "slowMotion", playhead::toggleSlowMotion);
    }

    private void addPeers() {
        keys.plain(KeyCode.A, "A", "add", onRing(controller::addAnywhere));
        keys.plain(KeyCode.Q, "Q", "quit", atSelected(id -> controller.act(PeerAction.QUIT, id)));
        keys.plain(KeyCode.K, "K", "kill", atSelected(id -> controller.act(PeerAction.KILL, id)));
        keys.plain(KeyCode.P, "P", "pause", atSelected(controller::pauseOrResume));
        keys.plain(KeyCode.R, "R", "request", atSelected(controller::request));
        keys.plain(KeyCode.S, "S", "store", atSelected(controller::store));
    }

    /** Lends Enter to a newcomer that was chosen in the ring. */
    private void addNewcomer(RingViewModel ring) {
        keys.describe("Enter", "newcomer");
        keys.lend(
                KeyCode.ENTER,
                () -> ring.newcomerProperty().get() != null,
                () -> ring.takeNewcomer().ifPresent(controller::add));
    }

    private void addLooks(WindowPlacement placement) {
        for (EdgeKind kind : EdgeKind.values()) {
            addEdge(kind);
        }
        keys.plain(KeyCode.F, "F", "fit", model.run().ring()::fit);
        keys.plain(KeyCode.L, "L", "layout", model.run().ring()::toggleLayout);
        keys.plain(KeyCode.T, "T", "theme", placement::toggleTheme);
        keys.shortcut(KeyCode.PLUS, "Ctrl++", "larger", () -> resize(placement, TextSize::larger));
        keys.also(KeyCode.EQUALS, () -> resize(placement, TextSize::larger));
        keys.also(KeyCode.ADD, () -> resize(placement, TextSize::larger));
        keys.shortcut(
                KeyCode.MINUS, "Ctrl+-", "smaller", () -> resize(placement, TextSize::smaller));
        keys.also(KeyCode.SUBTRACT, () -> resize(placement, TextSize::smaller));
        keys.shortcut(
                KeyCode.DIGIT0,
                "Ctrl+0",
                "usualSize",
                () -> resize(placement, _ -> TextSize.PERCENT_100));
        keys.also(KeyCode.NUMPAD0, () -> resize(placement, _ -> TextSize.PERCENT_100));
        keys.function(KeyCode.F11, "F11", "fullScreen", placement::togglePresentation);
    }

    private static void resize(WindowPlacement placement, UnaryOperator<TextSize> change) {
        placement.sizeProperty().set(change.apply(placement.sizeProperty().get()));
    }

    /** Lends keys to the card of a lesson; Enter is its default button's. */
    private void addLesson(LessonsViewModel lessons) {
        CardsViewModel cards = lessons.cards();
        BooleanSupplier isShown = () -> cards.phaseProperty().get() != CardsViewModel.Phase.CLOSED;
        keys.describe("PageDown, PageUp", "lessonWalk");
        keys.lendEverywhere(KeyCode.PAGE_DOWN, isShown, lessons::next);
        keys.lend(
                KeyCode.RIGHT,
                () -> isShown.getAsBoolean() && !model.run().timeline().pastProperty().get(),
                lessons::next);
        keys.lendEverywhere(KeyCode.PAGE_UP, isShown, cards::back);
        keys.describe("1 ... 9", "lessonChoose");
        for (int digit = 1; digit <= ScenarioLine.Ask.MOST_CHOICES; digit++) {
            int number = digit;
            keys.lend(
                    KeyCode.getKeyCode(Integer.toString(digit)),
                    cards::canChoose,
                    () -> cards.choose(number));
        }
    }

    private void addEdge(EdgeKind kind) {
        KeyCode code =
                switch (kind) {
                    case FIRST_SUCCESSOR -> KeyCode.DIGIT1;
                    case SECOND_SUCCESSOR -> KeyCode.DIGIT2;
                    case FIRST_PREDECESSOR -> KeyCode.DIGIT3;
                    case SECOND_PREDECESSOR -> KeyCode.DIGIT4;
                    case SHORTCUT -> KeyCode.DIGIT5;
                };
        keys.plain(
                code,
                Integer.toString(kind.digit()),
                "edge." + kind.styleClass(),
                () -> {
                    boolean shown = model.run().ring().shownProperty(kind).get();
                    model.run().ring().shownProperty(kind).set(!shown);
                });
    }

    private Runnable atSelected(Consumer<PeerId> action) {
        return onRing(() ->
                model.run()
                        .selected()
                        .ifPresentOrElse(
                                action, () -> say.accept(CommandCheck.noSelectionReason())));
    }

    /** Returns an action for a running ring only, as a recording has no processes. */
    private Runnable onRing(Runnable action) {
        return () ->
                MainViewModel.actionsDisabledReason(focused.get()).ifPresentOrElse(say, action);
    }
}
