package ringside.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import ringside.NeedsFonts;

/** The numbered hops of requests in the ring (WINDOW part 2). */
@NeedsFonts
class HopsWindowTest extends WindowFixture {

    @Start
    void start(Stage stage) {
        open(stage);
    }

    @Stop
    void stop() {
        close();
    }

    private void command(FxRobot robot, String words) {
        key(robot, KeyCode.CONTROL, KeyCode.K);
        int before = ring.commands().size();
        robot.write(words);
        key(robot, KeyCode.ENTER);
        until(() -> ring.commands().size() > before);
    }

    private static Set<String> numbers(FxRobot robot) {
        return seen(
                () ->
                        robot.lookup(".hop-number").queryAllAs(Text.class).stream()
                                .filter(Node::isVisible)
                                .map(Text::getText)
                                .collect(Collectors.toSet()));
    }

    private static List<Bounds> badges(FxRobot robot) {
        return seen(
                () ->
                        robot.lookup(".hop-badge").queryAll().stream()
                                .filter(Node::isVisible)
                                .map(badge -> badge.localToScene(badge.getBoundsInLocal()))
                                .toList());
    }

    @Test
    void theHopsOfOneRequestCarryTheirNumbersOnly(FxRobot robot) {
        until(() -> isShown(robot, "#peer-236"));
        command(robot, "request 2012 from 104");
        until(() -> numbers(robot).equals(Set.of("1", "2", "3", "4")));
    }

    @Test
    void theHopsOfSeveralRequestsAreToldApartAndLieBesideEachOther(FxRobot robot) {
        until(() -> isShown(robot, "#peer-236"));
        command(robot, "request 2012 from 139");
        command(robot, "request 0220 from 139");
        until(() -> numbers(robot).contains("2012 \u00b7 3") && numbers(robot).contains("0220 \u00b7 3"));
        List<Bounds> badges = badges(robot);
        assertThat(badges).hasSizeGreaterThanOrEqualTo(6);
        for (Bounds one : badges) {
            assertThat(badges).filteredOn(one::intersects).hasSize(1);
        }
    }

    @Test
    void ofTwoRequestsForOneFileEachNamesWhoAsked(FxRobot robot) {
        until(() -> isShown(robot, "#peer-236"));
        command(robot, "request 2012 from 139");
        command(robot, "request 2012 from 168");
        until(
                () ->
                        numbers(robot).contains("139: 2012 \u00b7 2")
                                && numbers(robot).contains("168: 2012 \u00b7 1"));
    }
}
