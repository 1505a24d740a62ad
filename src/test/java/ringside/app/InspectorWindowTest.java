package ringside.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import ringside.NeedsFonts;

/** What the inspector shows of the selected peer, and its neighbours to click (WINDOW part 3). */
@NeedsFonts
class InspectorWindowTest extends WindowFixture {

    @Start
    void start(Stage stage) {
        open(stage);
    }

    @Stop
    void stop() {
        close();
    }

    private static List<String> all(FxRobot robot, String query) {
        return seen(
                () ->
                        robot.lookup(query).<Label>queryAllAs(Label.class).stream()
                                .map(Label::getText)
                                .toList());
    }

    @Test
    void aClickOnANeighbourSelectsThatPeer(FxRobot robot) {
        select(robot, 43);
        until(() -> text(robot, "#neighbour-firstSuccessor").equals("77"));
        until(() -> isInSight(robot, "#neighbour-firstSuccessor"));
        robot.clickOn("#neighbour-firstSuccessor");
        until(() -> text(robot, "#inspector-title").equals("Peer 77"));
        assertThat(text(robot, "#neighbour-self")).isEqualTo("77");
        robot.clickOn("#neighbour-secondPredecessor");
        until(() -> text(robot, "#inspector-title").equals("Peer 14"));
    }

    @Test
    void theFilesThatAPeerHoldsAreListed(FxRobot robot) {
        select(robot, 236);
        until(() -> all(robot, "#inspector-files .file-name").equals(List.of("2012.pdf")));
        assertThat(all(robot, "#inspector-files .muted")).contains("owner of hash 220");
        robot.clickOn("#peer-201");
        until(() -> all(robot, "#inspector-files .muted").equals(List.of("holds no files")));
    }

    @Test
    void thePingsToBothSuccessorsAreCountedAndTheMissesToo(FxRobot robot) {
        select(robot, 43);
        until(
                () ->
                        all(robot, "#inspector-pings .ping-target")
                                .equals(List.of("to 77", "to 104")));
        until(
                () ->
                        all(robot, "#inspector-pings .ping-counts").stream()
                                .allMatch(row -> row.matches("seq [0-9]+  acked [0-9]+  missed 0")));
        robot.clickOn("#peer-77");
        key(robot, KeyCode.P);
        robot.clickOn("#peer-43");
        until(() -> all(robot, "#inspector-pings .ping-counts").getFirst().matches(".* missed [1-4]"));
    }
}
