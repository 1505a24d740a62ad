package ringside.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;
import ringside.app.events.EventRow;
import ringside.app.ring.RingLayout;
import ringside.app.ring.RingView;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.Command;
import ringside.status.PeerCommand;
import ringside.status.PeerSettings;

/** The window, used as a user does: click, type, and see what it shows (WINDOW). */
@ExtendWith(ApplicationExtension.class)
class RingWindowTest {

    /** Longer than anything here takes on a busy machine. */
    private static final Duration LONG = Duration.ofSeconds(60);

    private static final Path CHOSEN = Path.of("/home/student/report.pdf");

    private final Clock clock = new Clock();
    private final ScriptedRing ring =
            new ScriptedRing(clock::micros, 14, 43, 77, 104, 139, 168, 201, 236)
                    .with("2012.pdf", 80_000);
    private final Remembered memory = new Remembered();
    private @Nullable Stage shownStage;

    private static final class Remembered implements WindowMemory {
        private Kept kept =
                new Kept(0, 0, 1280, 720, false, ThemeChoice.DARK, RingLayout.BY_ID);

        @Override
        public Kept load() {
            return kept;
        }

        @Override
        public void save(Kept now) {
            kept = now;
        }
    }

    private static final class ChoosingDesktop implements Desktop {
        @Override
        public void open(Path path) {}

        @Override
        public Optional<Path> chooseFile(Window owner) {
            return Optional.of(CHOSEN);
        }

        @Override
        public Optional<Path> choosePicture(Window owner) {
            return Optional.empty();
        }
    }

    @Start
    void start(Stage shown) {
        shownStage = shown;
        new RingWindow(
                        new WindowOptions(ring, PeerSettings.DEFAULTS, 50_000, Path.of("/tmp/run")),
                        shown,
                        new ChoosingDesktop(),
                        memory)
                .show();
    }

    @Stop
    void stop() {
        stage().hide();
    }

    private Stage stage() {
        return Objects.requireNonNull(shownStage);
    }

    // -- helpers

    private static void until(Callable<Boolean> condition) {
        await().atMost(LONG).until(condition);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static boolean isShown(FxRobot robot, String query) {
        return robot.lookup(query).tryQuery().filter(Node::isVisible).isPresent();
    }

    private static String text(FxRobot robot, String query) {
        return WaitForAsyncUtils.waitForAsyncFx(
                LONG.toMillis(), () -> robot.lookup(query).queryAs(Labeled.class).getText());
    }

    private static void select(FxRobot robot, int peer) {
        until(() -> isShown(robot, "#peer-" + peer));
        robot.clickOn("#peer-" + peer);
        until(() -> isShown(robot, "#inspector-title"));
        assertThat(text(robot, "#inspector-title")).isEqualTo("Peer " + peer);
    }

    private static PeerId id(int value) {
        return new PeerId(value);
    }

    private static Point2D placeOf(FxRobot robot, int value) {
        RingView view = robot.lookup("#ring").queryAs(RingView.class);
        return WaitForAsyncUtils.waitForAsyncFx(
                LONG.toMillis(), () -> view.localToScreen(view.pointOf(id(value))));
    }

    // -- tests

    @Test
    void theRingShowsEveryPeerAndThatItIsConsistent(FxRobot robot) {
        until(() -> text(robot, "#alive-count").equals("8 alive"));
        assertThat(text(robot, "#health")).isEqualTo("consistent");
        for (int peer : new int[] {14, 43, 77, 104, 139, 168, 201, 236}) {
            assertThat(isShown(robot, "#peer-" + peer)).isTrue();
        }
    }

    @Test
    void aClickOnAnEmptyPlaceOfTheCircleAddsAPeerWithThatId(FxRobot robot) {
        until(() -> isShown(robot, "#peer-43"));
        Point2D place = placeOf(robot, 120);
        robot.clickOn(place);
        until(() -> !ring.commands().isEmpty());
        assertThat(ring.commands()).containsExactly(new Command.Add(List.of(id(120))));
        until(() -> isShown(robot, "#peer-120"));
    }

    @Test
    void kKillsTheSelectedPeerAndTheRingIsSeenToHeal(FxRobot robot) {
        ring.carryOut(new Command.TellAll(new PeerCommand.SetPingInterval(200))).join();
        select(robot, 139);
        robot.press(KeyCode.K).release(KeyCode.K);
        until(() -> ring.commands().contains(new Command.Kill(List.of(id(139)))));
        until(() -> text(robot, "#alive-count").equals("7 alive · 1 killed"));
        until(() -> text(robot, "#health").startsWith("healing at 104 \u2192 168"));
        until(() -> text(robot, "#health").equals("consistent"));
        assertThat(text(robot, "#last-heal")).matches("last heal [0-9.]+ s, after a kill");
        assertThat(text(robot, "#inspector-look")).isEqualTo("killed");
        assertThat(robot.lookup("#quit").queryButton().isDisabled()).isTrue();
    }

    @Test
    void theMenuOfAPeerPausesItAndThenOffersToResumeIt(FxRobot robot) {
        until(() -> isShown(robot, "#peer-77"));
        robot.clickOn("#peer-77", MouseButton.SECONDARY);
        robot.clickOn("#menu-pause");
        until(() -> ring.commands().contains(new Command.Pause(List.of(id(77)))));
        until(() -> text(robot, "#inspector-look").equals("paused"));
        robot.clickOn("#peer-77", MouseButton.SECONDARY);
        robot.clickOn("#menu-resume");
        until(() -> text(robot, "#inspector-look").equals("running"));
    }

    @Test
    void aTypedRequestIsPreviewedCarriedOutAndItsTransferShown(FxRobot robot) {
        robot.clickOn("#command").write("request 2012 from 43");
        until(
                () ->
                        text(robot, "#command-preview")
                                .equals("2012 mod 256 = 220, held by peer 236"));
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        until(
                () ->
                        ring.commands()
                                .contains(
                                        new Command.Tell(
                                                List.of(id(43)),
                                                new PeerCommand.Request(
                                                        new FileNumber("2012")))));
        ListView<?> transfers = robot.lookup("#transfers").queryListView();
        until(() -> transfers.getItems().size() == 1);
        until(
                () ->
                        robot.lookup("#transfers .transfer-detail")
                                .queryAs(Label.class)
                                .getText()
                                .startsWith("Done"));
    }

    @Test
    void aWrongCommandSaysWhatIsWrongUnderTheBoxAndKeepsTheText(FxRobot robot) {
        robot.clickOn("#command").write("kill 999").press(KeyCode.ENTER).release(KeyCode.ENTER);
        until(() -> text(robot, "#command-problem").equals("a peer id is 0 to 255, not 999"));
        assertThat(robot.lookup("#command").queryAs(TextField.class).getText())
                .isEqualTo("kill 999");
        assertThat(ring.commands()).isEmpty();
    }

    @Test
    void aFailedCommandIsToldUnderTheBoxToo(FxRobot robot) {
        robot.clickOn("#command").write("add 43").press(KeyCode.ENTER).release(KeyCode.ENTER);
        until(() -> text(robot, "#command-problem").equals("Peer 43 is already running."));
    }

    @Test
    void lettersTypedIntoTheCommandBoxAreNoKeys(FxRobot robot) {
        select(robot, 43);
        robot.clickOn("#command").write("kaq1");
        assertThat(ring.commands()).isEmpty();
    }

    @Test
    void theKeys1To4AndTheLegendSwitchTheEdges(FxRobot robot) {
        until(() -> isShown(robot, ".edge.first-successor"));
        select(robot, 43);
        robot.press(KeyCode.DIGIT1).release(KeyCode.DIGIT1);
        until(() -> !isShown(robot, ".edge.first-successor"));
        robot.clickOn("#show-first-successor");
        until(() -> isShown(robot, ".edge.first-successor"));
    }

    @Test
    void theThemeIsSwitchedAndRemembered(FxRobot robot) {
        select(robot, 43);
        assertThat(stage().getScene().getStylesheets()).anyMatch(css -> css.endsWith("dark.css"));
        robot.press(KeyCode.T).release(KeyCode.T);
        until(() -> stage().getScene().getStylesheets().stream().anyMatch(c -> c.endsWith("light.css")));
        robot.interact(stage()::hide);
        assertThat(memory.load().theme()).isEqualTo(ThemeChoice.LIGHT);
    }

    @Test
    void tabAndArrowsWalkTheRingAndEveryPeerSaysWhatItIs(FxRobot robot) {
        select(robot, 43);
        robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        until(() -> text(robot, "#inspector-title").equals("Peer 77"));
        robot.press(KeyCode.TAB).release(KeyCode.TAB);
        until(() -> text(robot, "#inspector-title").equals("Peer 104"));
        robot.press(KeyCode.LEFT).release(KeyCode.LEFT);
        robot.press(KeyCode.LEFT).release(KeyCode.LEFT);
        until(() -> text(robot, "#inspector-title").equals("Peer 43"));
        assertThat(robot.lookup("#peer-43").query().getAccessibleText())
                .isEqualTo("Peer 43, running, successors 77, 104, 0 missed pings");
    }

    @Test
    void theEventFilterLeavesWhatItNames(FxRobot robot) {
        until(() -> isShown(robot, "#peer-139"));
        ring.carryOut(new Command.Pause(List.of(id(139)))).join();
        ListView<EventRow> events = robot.lookup("#events").queryListView();
        robot.clickOn("#event-filter").write("paused by you");
        until(() -> events.getItems().size() == 1);
        assertThat(events.getItems().getFirst().explanation().peer()).isEqualTo(id(139));
    }

    @Test
    void rAsksForAFileNumberAtThePeer(FxRobot robot) {
        select(robot, 104);
        robot.press(KeyCode.R).release(KeyCode.R);
        until(() -> isShown(robot, "#file-number"));
        robot.clickOn("#file-number").write("201");
        assertThat(robot.lookup("#file-number-go").queryButton().isDisabled()).isTrue();
        robot.write("2").press(KeyCode.ENTER).release(KeyCode.ENTER);
        until(
                () ->
                        ring.commands()
                                .contains(
                                        new Command.Tell(
                                                List.of(id(104)),
                                                new PeerCommand.Request(
                                                        new FileNumber("2012")))));
    }

    @Test
    void sStoresAChosenFileUnderANumber(FxRobot robot) {
        select(robot, 104);
        robot.press(KeyCode.S).release(KeyCode.S);
        until(() -> isShown(robot, "#file-number"));
        robot.clickOn("#file-number").write("0042").press(KeyCode.ENTER).release(KeyCode.ENTER);
        until(
                () ->
                        ring.commands()
                                .contains(
                                        new Command.Tell(
                                                List.of(id(104)),
                                                new PeerCommand.Store(
                                                        CHOSEN.toString(),
                                                        new FileNumber("0042")))));
        until(() -> isShown(robot, "#file-0042"));
    }

    @Test
    void actionsWithoutASelectionAreDisabled(FxRobot robot) {
        until(() -> isShown(robot, "#peer-43"));
        for (String button : Set.of("#quit", "#kill", "#pause", "#restart")) {
            assertThat(robot.lookup(button).queryButton().isDisabled()).as(button).isTrue();
        }
    }

    @Test
    void theQuestionMarkShowsTheKeyMap(FxRobot robot) {
        select(robot, 43);
        robot.press(KeyCode.SHIFT).press(KeyCode.SLASH).release(KeyCode.SLASH).release(
                KeyCode.SHIFT);
        until(() -> isShown(robot, "#key-help"));
    }

    @Test
    void closingWhilePeersRunAsksOnceAndQuitsThemAll(FxRobot robot) {
        until(() -> text(robot, "#alive-count").equals("8 alive"));
        robot.interact(
                () ->
                        stage().fireEvent(
                                new WindowEvent(
                                        stage(), WindowEvent.WINDOW_CLOSE_REQUEST)));
        until(() -> isShown(robot, "#stay"));
        assertThat(ring.quitAllCalls()).isZero();
        robot.clickOn("#stay");
        until(() -> !isShown(robot, "#stay"));
        assertThat(stage().isShowing()).isTrue();
        robot.interact(
                () ->
                        stage().fireEvent(
                                new WindowEvent(
                                        stage(), WindowEvent.WINDOW_CLOSE_REQUEST)));
        until(() -> isShown(robot, "#quit-and-close"));
        robot.clickOn("#quit-and-close");
        until(() -> !stage().isShowing());
        assertThat(ring.quitAllCalls()).isEqualTo(1);
    }
}
