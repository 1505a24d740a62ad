package ringside.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import ringside.NeedsFonts;
import ringside.ring.FileNumber;
import ringside.status.Command;
import ringside.status.PeerCommand;

/** The menu of a peer, each of its entries once (WINDOW, ways to act). */
@NeedsFonts
class PeerMenuWindowTest extends WindowFixture {

    @Start
    void start(Stage stage) {
        open(stage);
    }

    @Stop
    void stop() {
        close();
    }

    private static void choose(FxRobot robot, int peer, String entry) {
        until(() -> isShown(robot, "#peer-" + peer));
        robot.clickOn("#peer-" + peer, MouseButton.SECONDARY);
        until(() -> isShown(robot, entry));
        robot.clickOn(entry);
    }

    @Test
    void requestAsksWhichFileAndRequestsIt(FxRobot robot) {
        choose(robot, 77, "#menu-request");
        enterFileNumber(robot, "2012");
        until(
                () ->
                        ring.commands()
                                .contains(
                                        new Command.Tell(
                                                List.of(id(77)),
                                                new PeerCommand.Request(
                                                        new FileNumber("2012")))));
    }

    @Test
    void storeAsksUnderWhichNumberAndStoresTheChosenFile(FxRobot robot) {
        choose(robot, 77, "#menu-store");
        enterFileNumber(robot, "0042");
        until(() -> isShown(robot, "#file-0042"));
        assertThat(ring.commands())
                .containsExactly(
                        new Command.Tell(
                                List.of(id(77)),
                                new PeerCommand.Store(
                                        CHOSEN.toString(), new FileNumber("0042"))));
    }

    @Test
    void quitLetsThePeerLeave(FxRobot robot) {
        choose(robot, 77, "#menu-quit");
        until(() -> text(robot, "#alive-count").startsWith("7 alive"));
        assertThat(ring.commands())
                .containsExactly(new Command.Tell(List.of(id(77)), new PeerCommand.Quit()));
    }

    @Test
    void killKillsThePeerAndRestartStartsItAgain(FxRobot robot) {
        choose(robot, 77, "#menu-kill");
        until(() -> text(robot, "#inspector-look").equals("killed"));
        choose(robot, 77, "#menu-restart");
        until(() -> text(robot, "#inspector-look").equals("running"));
        assertThat(ring.commands())
                .containsExactly(
                        new Command.Kill(List.of(id(77))), new Command.Restart(List.of(id(77))));
    }

    @Test
    void showItsLogBringsItsOutputToTheFront(FxRobot robot) {
        choose(robot, 77, "#menu-log");
        until(() -> isInSight(robot, "#output"));
        assertThat(text(robot, "#inspector-title")).isEqualTo("Peer 77");
    }
}
