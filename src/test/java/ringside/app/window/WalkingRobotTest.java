package ringside.app.window;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import ringside.NeedsFonts;
import ringside.app.base.Desktop;
import ringside.app.base.WindowClock;
import ringside.app.ring.RingView;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.Command;
import ringside.status.PeerCommand;
import ringside.status.PeerSettings;

/**
 * The window as the program opens it, with the pulses of JavaFX and the machine's clock: a robot
 * moves the pointer gradually and types from outside. Other tests use manual frames; these few show
 * that the window draws frames by itself. They share one window, and each waits only for its own
 * condition.
 */
@NeedsFonts
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WalkingRobotTest {

    /** A generous limit, as a machine may stall for long. */
    private static final Duration LONG = Duration.ofSeconds(90);

    private final FxRobot robot = new FxRobot();
    private final WindowClock clock = new WindowClock();
    private final ScriptedRing ring =
            new ScriptedRing(clock::micros, 14, 43, 77, 104, 139, 168, 201, 236)
                    .with("2012.pdf", 80_000);

    private static final class NoDesktop implements Desktop {
        @Override
        public void open(Path path) {}

        @Override
        public Optional<Path> chooseFile(Window owner) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> chooseRecording(Window owner) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> chooseRecordingToSave(Window owner) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> chooseToSave(Window owner, String fileName) {
            return Optional.empty();
        }

        @Override
        public Path runs() {
            return Path.of("no-runs");
        }
    }

    @BeforeAll
    void open() {
        OnJavaFxThread.startToolkit();
        var _ =
                onFx(() -> {
                    Stage stage = new Stage();
                    new RingWindow(
                                    new WindowOptions(
                                            ring,
                                            new WindowOptions.RunningRing(
                                                    PeerSettings.DEFAULTS,
                                                    20_000,
                                                    Path.of("/tmp/run"),
                                                    ring,
                                                    ProjectScenarios.HERE)),
                                    stage,
                                    new NoDesktop(),
                                    WindowMemory.always(WindowMemory.Kept.FIRST),
                                    new PulseFrames(clock, new SimpleBooleanProperty()))
                            .show();
                    return stage;
                });
        until("peer 236 is drawn", () -> find("#peer-236").filter(Node::isVisible).isPresent());
    }

    @AfterAll
    void close() {
        var _ =
                onFx(() -> {
                    List.copyOf(Window.getWindows()).forEach(Window::hide);
                    return true;
                });
    }

    private static <T> T onFx(Callable<T> what) {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(what.call());
            } catch (Exception | Error failure) {
                done.completeExceptionally(failure);
            }
        });
        return done.join();
    }

    private static void until(String what, Callable<Boolean> condition) {
        try {
            await(what).pollDelay(Duration.ZERO).atMost(LONG).until(() -> onFx(condition));
        } catch (ConditionTimeoutException e) {
            String shown = onFx(() -> WindowText.ofAll(List.copyOf(Window.getWindows())));
            throw new AssertionError("waited in vain until " + what + "; it shows\n" + shown, e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Optional<Node> find(String query) {
        return robot.lookup(query).tryQuery();
    }

    private String text(String query) {
        return find(query).map(node -> ((Labeled) node).getText()).orElse("");
    }

    private Point2D placeOf(int peer) {
        RingView view = robot.lookup("#ring").queryAs(RingView.class);
        return view.localToScreen(view.pointOf(new PeerId(peer)));
    }

    @Test
    void aClickSelectsAPeer() {
        robot.clickOn("#peer-43");
        until("peer 43 is inspected", () -> text("#inspector-title").equals("Peer 43"));
    }

    @Test
    void theMenuOfAPeerPausesIt() {
        robot.clickOn("#peer-77", MouseButton.SECONDARY);
        robot.clickOn("#menu-pause");
        Command pause = new Command.Pause(List.of(new PeerId(77)));
        until("peer 77 is told to pause", () -> ring.commands().contains(pause));
        robot.clickOn("#peer-77");
        until("peer 77 looks paused", () -> text("#inspector-look").equals("paused"));
    }

    @Test
    void aTypedRequestIsCarriedOut() {
        robot.clickOn("#command").write("request 2012 from 43");
        robot.type(KeyCode.ENTER);
        Command request =
                new Command.Tell(
                        List.of(new PeerId(43)), new PeerCommand.Request(new FileNumber("2012")));
        until("peer 43 is told to request it", () -> ring.commands().contains(request));
        until("the transfer is listed", () -> find("#transfers .transfer-detail").isPresent());
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void theWheelEnlargesTheRingAndFFitsItAgain() {
        Point2D fitting = onFx(() -> placeOf(236));
        robot.moveTo("#peer-104").scroll(5, VerticalDirection.UP);
        until("the ring is larger", () -> placeOf(236).distance(fitting) > 5);
        robot.clickOn("#peer-104").type(KeyCode.F);
        until("the ring fits again", () -> placeOf(236).distance(fitting) < 1);
    }

    @Test
    void pingsTravelByThemselves() {
        String before = onFx(() -> text("#timeline-time"));
        until("time passes", () -> !text("#timeline-time").equals(before));
        until("a ping is drawn", () -> find(".ping-number").filter(Node::isVisible).isPresent());
    }
}
