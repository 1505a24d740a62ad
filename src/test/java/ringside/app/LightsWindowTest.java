package ringside.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import ringside.NeedsFonts;

/** The lights of the status line and the charts (WINDOW parts 4 and 7). */
@NeedsFonts
class LightsWindowTest extends WindowFixture {

    @Start
    void start(Stage stage) {
        open(stage);
    }

    @Stop
    void stop() {
        close();
    }

    private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");

    private static boolean isOff(FxRobot robot, String light) {
        return seen(() -> robot.lookup(light).query().getPseudoClassStates().contains(OFF));
    }

    /** The names in the legend of a chart, in the order of the alphabet. */
    private static List<String> curves(FxRobot robot, String chart) {
        return seen(
                () ->
                        robot.lookup(chart + " .chart-legend-item").<Label>queryAllAs(Label.class)
                                .stream()
                                .map(Label::getText)
                                .sorted()
                                .toList());
    }

    @Test
    void aLightThatIsOnSaysWhatIsPromised(FxRobot robot) {
        until(() -> isShown(robot, "#light-LISTS") && !isOff(robot, "#light-LISTS"));
        robot.moveTo("#light-LISTS");
        until(() -> isTold(robot, "Every successor list names those that really follow."));
    }

    @Test
    void aLightThatIsOffSaysWhatIsWrong(FxRobot robot) {
        select(robot, 139);
        key(robot, KeyCode.K);
        until(() -> isOff(robot, "#light-LISTS"));
        robot.moveTo("#light-LISTS");
        until(() -> isTold(robot, " as its successors; "));
    }

    @Test
    void theChartsShowTheRoundTripsOfTheSelectedPeer(FxRobot robot) {
        select(robot, 43);
        robot.clickOn("#tab-charts");
        until(() -> isInSight(robot, "#chart-roundtrips"));
        assertThat(curves(robot, "#chart-roundtrips")).containsExactly("to 104", "to 77");
        robot.clickOn("#peer-168");
        until(() -> curves(robot, "#chart-roundtrips").equals(List.of("to 201", "to 236")));
    }
}
