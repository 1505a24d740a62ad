package ringside.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import ringside.NeedsFonts;
import ringside.app.ring.RingLayout;
import ringside.status.Command;
import ringside.status.PeerCommand;

/** Keys that act on the ring, the selected peer and the look (WINDOW, ways to act). */
@NeedsFonts
class KeysWindowTest extends WindowFixture {

    @Start
    void start(Stage stage) {
        open(stage);
    }

    @Stop
    void stop() {
        close();
    }

    @Test
    void aAddsAPeerInTheWidestGap(FxRobot robot) {
        until(() -> isShown(robot, "#peer-236"));
        key(robot, KeyCode.A);
        until(() -> isShown(robot, "#peer-121"));
        assertThat(ring.commands()).containsExactly(new Command.Add(List.of(id(121))));
    }

    @Test
    void qLetsTheSelectedPeerLeave(FxRobot robot) {
        select(robot, 201);
        key(robot, KeyCode.Q);
        until(() -> text(robot, "#alive-count").startsWith("7 alive"));
        assertThat(ring.commands())
                .containsExactly(new Command.Tell(List.of(id(201)), new PeerCommand.Quit()));
    }

    @Test
    void pPausesTheSelectedPeerAndResumesItAgain(FxRobot robot) {
        select(robot, 201);
        key(robot, KeyCode.P);
        until(() -> text(robot, "#inspector-look").equals("paused"));
        key(robot, KeyCode.P);
        until(() -> text(robot, "#inspector-look").equals("running"));
        assertThat(ring.commands())
                .containsExactly(
                        new Command.Pause(List.of(id(201))), new Command.Resume(List.of(id(201))));
    }

    @Test
    void aKeyThatNeedsAPeerSaysSoWhenNoneIsSelected(FxRobot robot) {
        until(() -> isShown(robot, "#peer-236"));
        key(robot, KeyCode.Q);
        until(() -> text(robot, "#said").equals("Select a peer first: click it in the ring."));
        assertThat(ring.commands()).isEmpty();
    }

    @Test
    void lSpacesThePeersEvenlyAndTheWindowRemembersIt(FxRobot robot) {
        until(() -> isShown(robot, "#peer-236"));
        Point2D byId = placeOf(robot, 236);
        key(robot, KeyCode.L);
        until(() -> placeOf(robot, 236).distance(byId) > 5);
        robot.interact(stage()::hide);
        assertThat(memory.load().layout()).isEqualTo(RingLayout.EVENLY_SPACED);
    }

    @Test
    void fFitsAZoomedRingIntoItsPlaceAgain(FxRobot robot) {
        until(() -> isShown(robot, "#peer-236"));
        Point2D fitting = placeOf(robot, 236);
        robot.moveTo("#peer-104").scroll(5, VerticalDirection.UP);
        until(() -> placeOf(robot, 236).distance(fitting) > 5);
        key(robot, KeyCode.F);
        until(() -> placeOf(robot, 236).distance(fitting) < 1);
    }

    @Test
    void theKeys2To4SwitchTheirEdges(FxRobot robot) {
        until(() -> isShown(robot, ".edge.second-successor"));
        key(robot, KeyCode.DIGIT2);
        until(() -> !isShown(robot, ".edge.second-successor"));
        assertThat(isShown(robot, ".edge.first-predecessor")).isTrue();
        key(robot, KeyCode.DIGIT3);
        until(() -> !isShown(robot, ".edge.first-predecessor"));
        assertThat(isShown(robot, ".edge.second-predecessor")).isFalse();
        key(robot, KeyCode.DIGIT4);
        until(() -> isShown(robot, ".edge.second-predecessor"));
    }

    @Test
    void ctrlKGoesToTheCommandBox(FxRobot robot) {
        select(robot, 43);
        key(robot, KeyCode.CONTROL, KeyCode.K);
        until(() -> isFocused(robot, "#command"));
        assertThat(ring.commands()).isEmpty();
    }
}
