package ringside.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import ringside.NeedsFonts;
import ringside.status.Command;
import ringside.status.PeerCommand;

/** The buttons of the toolbar, each by a click and by what it does (WINDOW part 1). */
@NeedsFonts
class ToolbarWindowTest extends WindowFixture {

    @Start
    void start(Stage stage) {
        open(stage);
    }

    @Stop
    void stop() {
        close();
    }

    private static boolean isDisabled(FxRobot robot, String button) {
        return seen(() -> robot.lookup(button).queryButton().isDisabled());
    }

    @Test
    void addAddsAPeerInTheWidestGap(FxRobot robot) {
        until(() -> isShown(robot, "#peer-236"));
        robot.clickOn("#add-peer");
        until(() -> ring.commands().contains(new Command.Add(List.of(id(121)))));
        until(() -> isShown(robot, "#peer-121"));
    }

    @Test
    void quitLetsTheSelectedPeerLeave(FxRobot robot) {
        select(robot, 168);
        robot.clickOn("#quit");
        until(() -> text(robot, "#alive-count").startsWith("7 alive"));
        assertThat(ring.commands())
                .containsExactly(new Command.Tell(List.of(id(168)), new PeerCommand.Quit()));
    }

    @Test
    void killKillsTheSelectedPeer(FxRobot robot) {
        select(robot, 168);
        robot.clickOn("#kill");
        until(() -> text(robot, "#inspector-look").equals("killed"));
        assertThat(ring.commands()).containsExactly(new Command.Kill(List.of(id(168))));
    }

    @Test
    void pauseStopsTheSelectedPeerAndBecomesResume(FxRobot robot) {
        select(robot, 168);
        robot.clickOn("#pause");
        until(() -> text(robot, "#inspector-look").equals("paused"));
        until(() -> isInSight(robot, "#resume"));
        assertThat(isInSight(robot, "#pause")).isFalse();
        robot.clickOn("#resume");
        until(() -> text(robot, "#inspector-look").equals("running"));
        assertThat(ring.commands())
                .containsExactly(
                        new Command.Pause(List.of(id(168))), new Command.Resume(List.of(id(168))));
    }

    @Test
    void restartStartsADeadPeerAgain(FxRobot robot) {
        select(robot, 168);
        robot.clickOn("#kill");
        until(() -> text(robot, "#inspector-look").equals("killed"));
        robot.clickOn("#restart");
        until(() -> text(robot, "#inspector-look").equals("running"));
        assertThat(ring.commands()).contains(new Command.Restart(List.of(id(168))));
    }

    @Test
    void aButtonSaysWhatItDoesAndADisabledOneWhyItIs(FxRobot robot) {
        until(() -> isShown(robot, "#peer-43"));
        hover(robot, "#kill", "Select a peer first: click it in the ring.");
        select(robot, 43);
        until(() -> !isDisabled(robot, "#kill"));
        hover(robot, "#kill", "it tells nobody (K)");
        key(robot, KeyCode.K);
        until(() -> isDisabled(robot, "#kill"));
        hover(robot, "#kill", "Peer 43 is not running.");
    }

    @Test
    void theSettingsButtonOpensTheSettings(FxRobot robot) {
        until(() -> isShown(robot, "#peer-43"));
        assertThat(isShown(robot, "#settings-ping")).isFalse();
        robot.clickOn("#settings");
        until(() -> isShown(robot, "#settings-ping"));
    }
}
