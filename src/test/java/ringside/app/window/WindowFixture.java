package ringside.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.javafx.tk.Toolkit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.matcher.base.NodeMatchers;
import ringside.app.base.Desktop;
import ringside.app.base.FailureLog;
import ringside.app.base.LanguageChoice;
import ringside.app.base.RingLayout;
import ringside.app.base.TextSize;
import ringside.app.base.ThemeChoice;
import ringside.app.invitation.JoinInvitation;
import ringside.app.ring.RingView;
import ringside.ring.PeerId;
import ringside.rules.Rules;
import ringside.status.EventSource;
import ringside.status.PeerSettings;

/**
 * A window on a scripted ring, used like a user does: click, type, and look at the result. Time
 * passes frame by frame, in {@link #until} and {@link #pass} only; nothing waits for the machine's
 * clock, except for the window's own workers once {@link #until} has used up its frames.
 */
@ExtendWith(OnJavaFxThread.class)
abstract class WindowFixture {

    /** Long enough for seconds to pass quickly, short enough for fades and dots to be seen. */
    private static final Duration FRAME = Duration.ofMillis(50);

    /** One frame to change the layout, and one to draw the result in its place. */
    private static final Duration DRAWING = FRAME.multipliedBy(2);

    /** Frames after which a wait gives up: a minute of the window's time. */
    private static final int MOST_FRAMES = 1_200;

    /** How long the window's workers (readers of files, lessons) may take on a busy machine. */
    private static final long WORKERS_SECONDS = 60;

    /** How long the thread gives way to the workers when no more frames pass. */
    private static final long GIVE_WAY_MICROS = 500;

    /** Tasks for later may add others; deeper chains wait for the next frame. */
    private static final int SETTLING_ROUNDS = 2;

    static final Path CHOSEN = Path.of("/home/student/report.pdf");

    /** The folder for everything that is saved. */
    @TempDir Path saved = Path.of("");

    /** The files and folders that the desktop was asked to open. */
    final List<Path> opened = new CopyOnWriteArrayList<>();

    final ManualFrames frames = new ManualFrames();
    final User user = new User(WindowFixture::settle, () -> pass(DRAWING));
    final ScriptedRing ring;
    final WindowMemory memory = new Remembered();
    private final FailureLog failures = new FailureLog(System.getLogger("tests"), line -> {});
    private @Nullable Stage shownStage;

    /** Opens on a ring of eight peers with one file. */
    WindowFixture() {
        this(14, 43, 77, 104, 139, 168, 201, 236);
        ring.with("2012.pdf", 80_000);
    }

    /** Opens on a ring of the given peers, without files. */
    WindowFixture(int... peers) {
        ring = new ScriptedRing(frames::micros, peers);
    }

    private static final class Remembered implements WindowMemory {
        private Kept kept =
                new Kept(
                        0,
                        0,
                        1280,
                        720,
                        false,
                        ThemeChoice.DARK,
                        RingLayout.BY_ID,
                        LanguageChoice.DESKTOP,
                        TextSize.PERCENT_100,
                        Arrangement.FIRST);

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

        @Override
        public Path runs() {
            return saved.resolve("runs");
        }
    }

    EventSource events() {
        return ring;
    }

    private WindowOptions.Subject subject() {
        return new WindowOptions.RunningRing(
                PeerSettings.DEFAULTS,
                50_000,
                saved.resolve("run"),
                ring,
                ProjectScenarios.HERE,
                this::seed);
    }

    /** Returns the seed of what a class must find out. */
    long seed() {
        return 0;
    }

    /** Returns the rules that prescribe what peers say; by default they are not known. */
    Optional<Rules> rules() {
        return Optional.empty();
    }

    /** Returns how other machines join the ring; by default they cannot. */
    Optional<JoinInvitation> invitation() {
        return Optional.empty();
    }

    /** Returns the collector of unexpected failures; by default any failure fails the test. */
    FailureLog failures() {
        return failures;
    }

    @BeforeEach
    final void open() {
        Stage stage = new Stage();
        shownStage = stage;
        new RingWindow(
                        new WindowOptions(
                                events(), subject(), () -> "", failures(), rules(), invitation()),
                        stage,
                        new ChoosingDesktop(),
                        memory,
                        frames)
                .show();
        pass(DRAWING);
    }

    /** Closes every window, including those that a test has left open. */
    @AfterEach
    final void close() {
        List.copyOf(Window.getWindows()).forEach(Window::hide);
        settle();
        assertThat(failures.latest().map(FailureLog.Failure::details)).isEmpty();
    }

    final Stage stage() {
        return Objects.requireNonNull(shownStage);
    }

    /** Lets time pass, frame by frame. */
    final void pass(Duration time) {
        for (Duration left = time; left.isPositive(); left = left.minus(FRAME)) {
            frames.advance(FRAME);
            settle();
        }
    }

    /** Lets time pass within one frame, as on a machine that has stood still. */
    final void skip(Duration time) {
        frames.advance(time);
        settle();
    }

    /**
     * Lets frames pass until a condition holds.
     *
     * @throws AssertionError with the condition as written in the test, and with the visible texts,
     *     when it does not hold within a minute of the window's time
     */
    final void until(Callable<Boolean> condition) {
        for (int i = 0; i < MOST_FRAMES; i++) {
            if (holds(condition)) {
                return;
            }
            pass(FRAME);
        }
        long began = System.nanoTime();
        while (System.nanoTime() - began < TimeUnit.SECONDS.toNanos(WORKERS_SECONDS)) {
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(GIVE_WAY_MICROS));
            frames.advance(Duration.ZERO);
            settle();
            if (holds(condition)) {
                return;
            }
        }
        throw new AssertionError(
                "waited in vain for\n"
                        + TestSource.ofCaller(WindowFixture.class)
                        + "\nafter "
                        + frames.elapsed()
                        + " of the window's time it shows\n"
                        + WindowText.ofAll(User.windows())
                        + "\nand the ring was told "
                        + ring.commands());
    }

    private static boolean holds(Callable<Boolean> condition) {
        try {
            return condition.call();
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Exception failure) {
            throw new AssertionError("the condition itself failed", failure);
        }
    }

    /** Runs the tasks for later, and lays out what has changed. */
    static void settle() {
        for (int i = 0; i < SETTLING_ROUNDS; i++) {
            layOut();
            Object end = new Object();
            Platform.runLater(() -> Platform.exitNestedEventLoop(end, null));
            Platform.enterNestedEventLoop(end);
        }
        layOut();
    }

    private static void layOut() {
        Toolkit.getToolkit().firePulse();
    }

    final boolean isShown(String query) {
        return user.lookup(query).tryQuery().filter(Node::isVisible).isPresent();
    }

    final boolean isDisabled(String query) {
        return user.lookup(query).query().isDisabled();
    }

    final String text(String query) {
        return user.lookup(query).tryQueryAs(Labeled.class).map(Labeled::getText).orElse("");
    }

    /** Records every text that a label shows from now on, however briefly. */
    final List<String> texts(String query) {
        List<String> shown = new ArrayList<>();
        user.lookup(query).queryLabeled().textProperty().subscribe(text -> shown.add(text));
        return shown;
    }

    final void select(int peer) {
        until(() -> isShown("#peer-" + peer));
        user.clickOn("#peer-" + peer);
        until(() -> isShown("#inspector-title"));
        assertThat(text("#inspector-title")).isEqualTo("Peer " + peer);
    }

    /** Presses keys together and releases them. */
    final void key(KeyCode... codes) {
        user.type(codes);
    }

    /**
     * Turns the wheel over the middle of a node while a key is held, as the headless platform's
     * wheel knows no modifiers.
     *
     * @param notches above 0 away from the user
     */
    final void wheel(String query, int notches, KeyCode held) {
        Node node = user.lookup(query).query();
        double notch = 40;
        Bounds bounds = node.getLayoutBounds();
        Point2D at = new Point2D(bounds.getCenterX(), bounds.getCenterY());
        Point2D screen = node.localToScreen(at);
        user.interact(() ->
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
                                null)));
    }

    /** Tells whether a node can be seen and clicked: it is laid out, and not in a hidden tab. */
    final boolean isInSight(String query) {
        return user.lookup(query)
                .match(NodeMatchers.isVisible())
                .match(WindowFixture::isTreeVisible)
                .tryQuery()
                .isPresent();
    }

    private static boolean isTreeVisible(Node node) {
        Node parent = node.getParent();
        return node.isVisible() && (parent == null || isTreeVisible(parent));
    }

    /** Tells whether a tooltip with a text is open; for those that the window opens itself. */
    final boolean isTold(String words) {
        return User.windows().stream()
                .filter(Tooltip.class::isInstance)
                .map(Tooltip.class::cast)
                .anyMatch(tip -> tip.getText().contains(words));
    }

    /**
     * Returns the tooltip that a pointer resting on a node would see. It is read from where JavaFX
     * keeps it, for the node or its nearest parent that is not disabled; empty when there is none.
     */
    final String tooltip(String query) {
        Node node = user.lookup(query).query();
        while (node != null) {
            Object tip = node.getProperties().get("javafx.scene.control.Tooltip");
            if (tip instanceof Tooltip told && !node.isDisable()) {
                return told.getText();
            }
            node = node.getParent();
        }
        return "";
    }

    /** Answers the question for the number of a file. */
    final void enterFileNumber(String number) {
        until(() -> isFocused("#file-number"));
        user.write(number);
        key(KeyCode.ENTER);
    }

    final boolean isFocused(String query) {
        return user.lookup(query).tryQuery().filter(Node::isFocused).isPresent();
    }

    static PeerId id(int value) {
        return new PeerId(value);
    }

    final Point2D placeOf(int value) {
        RingView view = user.lookup("#ring").queryAs(RingView.class);
        return view.localToScreen(view.pointOf(id(value)));
    }
}
