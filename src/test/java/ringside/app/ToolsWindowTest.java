package ringside.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import ringside.NeedsFonts;
import ringside.app.events.EventRow;
import ringside.app.frame.ThemeChoice;
import ringside.ring.FileNumber;
import ringside.status.Command;
import ringside.status.PeerCommand;

/** Command box, events, look, key map and closing (WINDOW parts 1, 4, 6 and rules). */
@NeedsFonts
class ToolsWindowTest extends WindowFixture {

    @Start
    void start(Stage stage) {
        open(stage);
    }

    @Stop
    void stop() {
        close();
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
    void theThemeIsSwitchedAndRemembered(FxRobot robot) {
        select(robot, 43);
        assertThat(stage().getScene().getStylesheets()).anyMatch(css -> css.endsWith("dark.css"));
        robot.press(KeyCode.T).release(KeyCode.T);
        until(
                () ->
                        stage().getScene().getStylesheets().stream()
                                .anyMatch(css -> css.endsWith("light.css")));
        robot.interact(stage()::hide);
        assertThat(memory.load().theme()).isEqualTo(ThemeChoice.LIGHT);
    }

    @Test
    void settingsCanGoToTheSelectedPeerAlone(FxRobot robot) {
        select(robot, 77);
        robot.clickOn("#settings");
        robot.clickOn("#settings-for-peer");
        robot.clickOn("#settings-window").eraseText(3).write("8").type(KeyCode.ENTER);
        until(
                () ->
                        ring.commands()
                                .contains(
                                        new Command.Tell(
                                                List.of(id(77)), new PeerCommand.SetWindow(8))));
    }

    @Test
    void f11IsForTheProjectorAndBringsEverythingBackAfterwards(FxRobot robot) {
        select(robot, 139);
        robot.type(KeyCode.F11);
        until(() -> isShown(robot, "#caption"));
        assertThat(robot.lookup("#inspector").tryQuery()).isEmpty();
        robot.type(KeyCode.K);
        until(() -> text(robot, "#caption").contains("139"));
        robot.type(KeyCode.F11);
        until(() -> isShown(robot, "#inspector") && isShown(robot, "#events"));
        assertThat(isShown(robot, "#caption")).isFalse();
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
