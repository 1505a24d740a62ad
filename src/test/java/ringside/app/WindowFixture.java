package ringside.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.matcher.base.NodeMatchers;
import org.testfx.util.WaitForAsyncUtils;
import ringside.app.frame.ThemeChoice;
import ringside.app.frame.WindowMemory;
import ringside.app.ring.RingLayout;
import ringside.app.ring.RingView;
import ringside.ring.PeerId;
import ringside.status.PeerSettings;

/** A window on a scripted ring, used as a user does: click, type, and see what it shows. */
@ExtendWith(ApplicationExtension.class)
abstract class WindowFixture {

    /** Longer than anything here takes on a busy machine. */
    static final Duration LONG = Duration.ofSeconds(60);

    /** A tooltip opens after a second and stays for five. */
    private static final Duration REST = Duration.ofSeconds(4);

    static final Path CHOSEN = Path.of("/home/student/report.pdf");

    /** Where whatever is saved goes. */
    @TempDir Path saved = Path.of("");

    /** What was given to the desktop to open. */
    final List<Path> opened = new CopyOnWriteArrayList<>();

    private final Clock clock = new Clock();
    final ScriptedRing ring;
    final WindowMemory memory = new Remembered();
    private @Nullable Stage shownStage;

    /** On a ring of eight peers with one file. */
    WindowFixture() {
        this(14, 43, 77, 104, 139, 168, 201, 236);
        ring.with("2012.pdf", 80_000);
    }

    /** On a ring of these peers, without files. */
    WindowFixture(int... peers) {
        ring = new ScriptedRing(clock::micros, peers);
    }

    private static final class Remembered implements WindowMemory {
        private Kept kept =
                new Kept(
                        0, 0, 1280, 720, false, ThemeChoice.DARK, RingLayout.BY_ID, Rooms.FIRST);

        @Override
        public Kept load() {
            return kept;
        }

        @Override
        public void save(Kept now) {
            kept = now;
        }
    }

    private final class ChoosingDesktop implements Desktop {
        @Override
        public void open(Path path) {
            opened.add(path);
        }

        @Override
        public Optional<Path> chooseFile(Window owner) {
            return Optional.of(CHOSEN);
        }

        @Override
        public Optional<Path> chooseRecording(Window owner) {
            return Optional.of(saved.resolve("chosen.ringside"));
        }

        @Override
        public Optional<Path> chooseRecordingToSave(Window owner) {
            return Optional.of(saved.resolve("saved.ringside"));
        }

        @Override
        public Optional<Path> chooseToSave(Window owner, String fileName) {
            return Optional.of(saved.resolve(fileName));
        }
    }

    /** Opens it; the extension only finds methods of the test class itself, which call this. */
    final void open(Stage shown) {
        shownStage = shown;
        new RingWindow(
                        new WindowOptions(
                                ring,
                                new WindowOptions.RunningRing(
                                        PeerSettings.DEFAULTS, 50_000, Path.of("/tmp/run"), ring, ProjectScenarios.HERE)),
                        shown,
                        new ChoosingDesktop(),
                        memory)
                .show();
    }

    final void close() {
        stage().hide();
    }

    final Stage stage() {
        return Objects.requireNonNull(shownStage);
    }

    static void until(Callable<Boolean> condition) {
        await().atMost(LONG).until(condition);
        WaitForAsyncUtils.waitForFxEvents();
    }

    static boolean isShown(FxRobot robot, String query) {
        return robot.lookup(query).tryQuery().filter(Node::isVisible).isPresent();
    }

    static String text(FxRobot robot, String query) {
        return WaitForAsyncUtils.waitForAsyncFx(
                LONG.toMillis(), () -> robot.lookup(query)
                                .tryQueryAs(Labeled.class)
                                .map(Labeled::getText)
                                .orElse(""));
    }

    /** Notes every text that a label shows from now on: what passes by is not missed. */
    static List<String> texts(FxRobot robot, String query) {
        List<String> shown = new CopyOnWriteArrayList<>();
        WaitForAsyncUtils.waitForAsyncFx(
                LONG.toMillis(),
                () ->
                        robot.lookup(query)
                                .queryLabeled()
                                .textProperty()
                                .subscribe(text -> shown.add(text)));
        return shown;
    }

    static void select(FxRobot robot, int peer) {
        until(() -> isShown(robot, "#peer-" + peer));
        robot.clickOn("#peer-" + peer);
        until(() -> isShown(robot, "#inspector-title"));
        assertThat(text(robot, "#inspector-title")).isEqualTo("Peer " + peer);
    }

    /** Presses keys together and lets them go. */
    static void key(FxRobot robot, KeyCode... codes) {
        robot.press(codes).release(codes);
    }

    /**
     * Turns the wheel over the middle of a node while a key is held: the wheel of the headless platform
     * knows of no keys.
     *
     * @param notches above 0 away from the user
     */
    static void wheel(FxRobot robot, String query, int notches, KeyCode held) {
        Node node = robot.lookup(query).query();
        double notch = 40;
        robot.interact(
                () -> {
                    Bounds bounds = node.getLayoutBounds();
                    Point2D at = new Point2D(bounds.getCenterX(), bounds.getCenterY());
                    Point2D screen = node.localToScreen(at);
                    node.fireEvent(
                            new ScrollEvent(
                                    ScrollEvent.SCROLL,
                                    at.getX(),
                                    at.getY(),
                                    screen.getX(),
                                    screen.getY(),
                                    held == KeyCode.SHIFT,
                                    held == KeyCode.CONTROL,
                                    false,
                                    false,
                                    false,
                                    false,
                                    0,
                                    notches * notch,
                                    0,
                                    notches * notch,
                                    ScrollEvent.HorizontalTextScrollUnits.NONE,
                                    0,
                                    ScrollEvent.VerticalTextScrollUnits.NONE,
                                    0,
                                    0,
                                    null));
                });
    }

    /** Reads from the scene on its own thread. */
    static <T> T seen(Callable<T> what) {
        return WaitForAsyncUtils.waitForAsyncFx(LONG.toMillis(), what);
    }

    /** Whether a node can be seen and clicked: it is laid out, and in no tab behind another. */
    static boolean isInSight(FxRobot robot, String query) {
        return seen(
                () ->
                        robot.lookup(query)
                                .match(NodeMatchers.isVisible())
                                .match(WindowFixture::isTreeVisible)
                                .tryQuery()
                                .isPresent());
    }

    private static boolean isTreeVisible(Node node) {
        Node parent = node.getParent();
        return node.isVisible() && (parent == null || isTreeVisible(parent));
    }

    /** Whether a tooltip is open that says something. */
    static boolean isTold(FxRobot robot, String words) {
        return seen(
                () ->
                        robot.listWindows().stream()
                                .filter(Tooltip.class::isInstance)
                                .map(Tooltip.class::cast)
                                .anyMatch(tip -> tip.getText().contains(words)));
    }

    /**
     * Rests the pointer on a node until its tooltip says something. A pointer that rests on a node while
     * it is laid out anew may wait for nothing, so that it comes again, as a user's would.
     */
    static void hover(FxRobot robot, String query, String words) {
        until(
                () -> {
                    robot.moveTo("#ring").moveTo(query);
                    return isToldWhileItRests(robot, words);
                });
    }

    private static boolean isToldWhileItRests(FxRobot robot, String words) {
        try {
            await().atMost(REST).until(() -> isTold(robot, words));
            return true;
        } catch (ConditionTimeoutException e) {
            return false;
        }
    }

    /** Answers the question for the number of a file. */
    static void enterFileNumber(FxRobot robot, String number) {
        until(() -> isFocused(robot, "#file-number"));
        robot.write(number);
        key(robot, KeyCode.ENTER);
    }

    static boolean isFocused(FxRobot robot, String query) {
        return seen(() -> robot.lookup(query).tryQuery().filter(Node::isFocused).isPresent());
    }

    static PeerId id(int value) {
        return new PeerId(value);
    }

    static Point2D placeOf(FxRobot robot, int value) {
        RingView view = robot.lookup("#ring").queryAs(RingView.class);
        return WaitForAsyncUtils.waitForAsyncFx(
                LONG.toMillis(), () -> view.localToScreen(view.pointOf(id(value))));
    }
}
