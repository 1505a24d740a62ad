package ringside.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import ringside.NeedsFonts;
import ringside.status.Command;

/** The keys of the command box (WINDOW, ways to act). */
@NeedsFonts
class CommandBoxWindowTest extends WindowFixture {

    @Start
    void start(Stage stage) {
        open(stage);
    }

    @Stop
    void stop() {
        close();
    }

    private static String typed(FxRobot robot) {
        return seen(() -> robot.lookup("#command").queryAs(TextField.class).getText());
    }

    private void run(FxRobot robot, String command, int commandsAfterwards) {
        robot.clickOn("#command").write(command);
        key(robot, KeyCode.ENTER);
        until(() -> ring.commands().size() == commandsAfterwards);
    }

    @Test
    void tabCompletesWhatCanMeanOnlyOneThing(FxRobot robot) {
        until(() -> isShown(robot, "#peer-236"));
        robot.clickOn("#command").write("req");
        key(robot, KeyCode.TAB);
        until(() -> typed(robot).equals("request "));
        key(robot, KeyCode.TAB);
        until(() -> typed(robot).equals("request 2012 "));
        assertThat(isFocused(robot, "#command")).isTrue();
    }

    @Test
    void aLongPreviewIsNotWrittenOverWhatIsTypedAndTakesNoRoomBesideTheBox(FxRobot robot) {
        robot.interact(() -> stage().setWidth(1_000));
        until(() -> isShown(robot, "#peer-236"));
        Node box = robot.lookup("#command").query();
        double width = seen(() -> box.getLayoutBounds().getWidth());
        robot.clickOn("#command").write("request 2012 from 236");
        until(() -> text(robot, "#command-preview").contains("serves it from its own store"));
        Node words =
                robot.lookup("#command .text")
                        .match(node -> node instanceof Text text && text.getText().startsWith("req"))
                        .query();
        until(() -> bounds(words).getMaxX() < bounds(robot.lookup("#command-preview").query()).getMinX());
        assertThat(seen(() -> box.getLayoutBounds().getWidth())).isEqualTo(width);
    }

    private static Bounds bounds(Node node) {
        return seen(() -> node.localToScene(node.getBoundsInLocal()));
    }

    @Test
    void tabOffersAllThatTheTextCouldBecome(FxRobot robot) {
        until(() -> isShown(robot, "#peer-236"));
        robot.clickOn("#command").write("kill 1");
        key(robot, KeyCode.TAB);
        until(() -> isShown(robot, "kill 139"));
        assertThat(isShown(robot, "kill 14")).isTrue();
        assertThat(isShown(robot, "kill 236")).isFalse();
        robot.clickOn("kill 139");
        until(() -> typed(robot).equals("kill 139 "));
        assertThat(ring.commands()).isEmpty();
    }

    @Test
    void upAndDownWalkThroughWhatWasTypedBefore(FxRobot robot) {
        until(() -> isShown(robot, "#peer-236"));
        run(robot, "pause 43", 1);
        run(robot, "pause 77", 2);
        key(robot, KeyCode.UP);
        until(() -> typed(robot).equals("pause 77"));
        key(robot, KeyCode.UP);
        until(() -> typed(robot).equals("pause 43"));
        key(robot, KeyCode.DOWN);
        until(() -> typed(robot).equals("pause 77"));
        key(robot, KeyCode.DOWN);
        until(() -> typed(robot).isEmpty());
    }

    @Test
    void escLeavesTheBoxSoThatLettersAreKeysAgain(FxRobot robot) {
        until(() -> isShown(robot, "#peer-236"));
        robot.clickOn("#command").write("add 5");
        key(robot, KeyCode.ESCAPE);
        until(() -> !isFocused(robot, "#command"));
        key(robot, KeyCode.A);
        until(() -> ring.commands().contains(new Command.Add(List.of(id(121)))));
        assertThat(typed(robot)).isEqualTo("add 5");
    }
}
