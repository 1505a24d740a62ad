package ringside.app;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import ringside.NeedsFonts;
import ringside.app.frame.ThemeChoice;
import ringside.app.ring.RingLayout;
import ringside.status.Command;
import ringside.status.PeerCommand;

/** The bubble of the settings, each by its gesture (WINDOW, settings). */
@NeedsFonts
class SettingsWindowTest extends WindowFixture {

    @Start
    void start(Stage stage) {
        open(stage);
    }

    @Stop
    void stop() {
        close();
    }

    private static void openSettings(FxRobot robot) {
        select(robot, 77);
        robot.clickOn("#settings");
        until(() -> isShown(robot, "#settings-ping"));
    }

    private static void enter(FxRobot robot, String field, String value) {
        robot.clickOn(field);
        key(robot, KeyCode.CONTROL, KeyCode.A);
        robot.write(value);
        key(robot, KeyCode.ENTER);
    }

    @Test
    void thePingIntervalGoesToAllPeersAndIsSeenAtAGlance(FxRobot robot) {
        openSettings(robot);
        enter(robot, "#settings-ping", "500 ms");
        until(
                () ->
                        ring.commands()
                                .contains(
                                        new Command.TellAll(
                                                new PeerCommand.SetPingInterval(500))));
        until(() -> text(robot, "#settings-at-a-glance").startsWith("Ping 0.5 s"));
    }

    @Test
    void afterOnePeerTheSettingsCanGoToAllPeersAgain(FxRobot robot) {
        openSettings(robot);
        robot.clickOn("#settings-for-peer");
        robot.clickOn("#settings-for-all");
        enter(robot, "#settings-misses", "3");
        until(() -> !ring.commands().isEmpty());
        assertThat(ring.commands())
                .containsExactly(new Command.TellAll(new PeerCommand.SetMisses(3)));
    }

    @Test
    void aWrongValueSaysWhatIsWrongUntilARightOneIsTyped(FxRobot robot) {
        openSettings(robot);
        enter(robot, "#settings-ping", "fast");
        until(() -> text(robot, ".settings-problem").contains("'fast' is no length of time"));
        assertThat(ring.commands()).isEmpty();
        enter(robot, "#settings-ping", "2s");
        until(() -> text(robot, ".settings-problem").isEmpty());
        assertThat(ring.commands())
                .containsExactly(new Command.TellAll(new PeerCommand.SetPingInterval(2_000)));
    }

    @Test
    void theThemeIsChosenByItsButtonAndRemembered(FxRobot robot) {
        openSettings(robot);
        robot.clickOn("#settings-theme-light");
        until(
                () ->
                        stage().getScene().getStylesheets().stream()
                                .anyMatch(css -> css.endsWith("light.css")));
        robot.interact(stage()::hide);
        assertThat(memory.load().theme()).isEqualTo(ThemeChoice.LIGHT);
    }

    @Test
    void theLayoutIsChosenByItsButtonAndRemembered(FxRobot robot) {
        openSettings(robot);
        Point2D byId = placeOf(robot, 236);
        robot.clickOn("#settings-layout-evenly_spaced");
        until(() -> placeOf(robot, 236).distance(byId) > 5);
        robot.interact(stage()::hide);
        assertThat(memory.load().layout()).isEqualTo(RingLayout.EVENLY_SPACED);
    }
}
