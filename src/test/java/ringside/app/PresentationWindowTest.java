package ringside.app;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import ringside.NeedsFonts;

/** The window for a projector: the ring and the caption, each in a room of its own. */
@NeedsFonts
class PresentationWindowTest extends WindowFixture {

    @Start
    void start(Stage stage) {
        open(stage);
    }

    @Stop
    void stop() {
        close();
    }

    private static Bounds bounds(FxRobot robot, String query) {
        Node node = robot.lookup(query).query();
        return seen(() -> node.localToScene(node.getLayoutBounds()));
    }

    private static boolean isCaptionClear(FxRobot robot) {
        return bounds(robot, "#caption").getMinY() >= bounds(robot, "#ring").getMaxY();
    }

    @Test
    void theCaptionNeverCoversTheRing(FxRobot robot) {
        select(robot, 139);
        key(robot, KeyCode.F11);
        until(() -> isShown(robot, "#caption"));
        until(() -> isCaptionClear(robot));
        key(robot, KeyCode.K);
        until(() -> text(robot, "#caption").contains("139"));
        assertThat(isCaptionClear(robot)).isTrue();
        double height = bounds(robot, "#ring").getHeight();
        until(() -> text(robot, "#health").equals("consistent"));
        assertThat(bounds(robot, "#ring").getHeight()).isEqualTo(height);
    }

    @Test
    void aVeryLongCaptionGetsMoreRoom(FxRobot robot) {
        until(() -> isShown(robot, "#peer-139"));
        key(robot, KeyCode.F11);
        until(() -> isShown(robot, "#caption"));
        Label caption = robot.lookup("#caption").queryAs(Label.class);
        until(() -> roomUnderTheRing(robot) > 0);
        double usual = roomUnderTheRing(robot);
        until(
                () -> {
                    // What happens meanwhile is told instead, but the room stays.
                    robot.interact(() -> caption.setText("One more word. ".repeat(40)));
                    return roomUnderTheRing(robot) > usual + 20;
                });
    }

    @Test
    void afterwardsTheRingHasAllRoomAgain(FxRobot robot) {
        until(() -> isShown(robot, "#peer-139"));
        key(robot, KeyCode.F11);
        until(() -> isShown(robot, "#caption"));
        until(() -> roomUnderTheRing(robot) > 0);
        key(robot, KeyCode.F11);
        until(() -> !isShown(robot, "#caption"));
        until(() -> roomUnderTheRing(robot) == 0);
    }

    private static double roomUnderTheRing(FxRobot robot) {
        Node around = robot.lookup("#ring").query().getParent();
        Bounds all = seen(() -> around.localToScene(around.getLayoutBounds()));
        return Math.round(all.getMaxY() - bounds(robot, "#ring").getMaxY());
    }
}
