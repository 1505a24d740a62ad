package ringside.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import ringside.NeedsFonts;
import ringside.ring.PeerId;
import ringside.status.Command;

/** What an empty ring offers to try (WINDOW part 2). */
@NeedsFonts
class FirstStepsWindowTest extends WindowFixture {

    FirstStepsWindowTest() {
        super(new int[0]);
    }

    @Start
    void start(Stage stage) {
        open(stage);
    }

    @Stop
    void stop() {
        close();
    }

    private static void choose(FxRobot robot, String step) {
        until(() -> isInSight(robot, step));
        robot.clickOn(step);
    }

    @Test
    void theFirstPeerIsAddedAndTheStepsMakeRoomForIt(FxRobot robot) {
        choose(robot, "#first-add");
        until(() -> isShown(robot, "#peer-0"));
        assertThat(ring.commands()).containsExactly(new Command.Add(List.of(id(0))));
        until(() -> !isInSight(robot, "#first-add"));
    }

    @Test
    void fivePeersAreStartedAtOnce(FxRobot robot) {
        choose(robot, "#first-five");
        until(() -> text(robot, "#alive-count").equals("5 alive"));
        List<PeerId> five = List.of(id(1), id(3), id(4), id(5), id(8));
        assertThat(ring.commands()).containsExactly(new Command.Add(five));
        assertThat(isShown(robot, "#peer-8")).isTrue();
    }

    @Test
    void aCommandIsBegunInTheCommandBox(FxRobot robot) {
        choose(robot, "#first-command");
        until(() -> isFocused(robot, "#command"));
        assertThat(seen(() -> robot.lookup("#command").queryAs(TextField.class).getText()))
                .isEqualTo("add 57");
        robot.write("\n");
        until(() -> isShown(robot, "#peer-57"));
    }
}
