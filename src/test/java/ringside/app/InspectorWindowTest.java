package ringside.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

    @ParameterizedTest
    @ValueSource(ints = {1_000, 840})
    void inANarrowWindowAllFiveNeighboursAreSeenWithTheirRoles(int width, FxRobot robot) {
        robot.interact(() -> stage().setWidth(width));
        select(robot, 43);
        until(() -> text(robot, "#neighbour-secondSuccessor").equals("104"));
        Bounds inspector = bounds(robot, "#inspector").getFirst();
        assertThat(inspector.getWidth()).isBetween(330.0, 400.0);
        List<Bounds> boxes = bounds(robot, ".neighbour");
        assertThat(boxes).hasSize(5).allMatch(inspector::contains);
        until(() -> words(robot, ".ping-counts").contains("acked"));
        assertThat(
                        words(robot, ".neighbour-role")
                                + words(robot, ".ping-counts")
                                + words(robot, ".inspector-title"))
                .doesNotContain("...", "…");
    }

    private static List<Bounds> bounds(FxRobot robot, String query) {
        return seen(
                () ->
                        robot.lookup(query).queryAll().stream()
                                .map(node -> node.localToScene(node.getBoundsInLocal()))
                                .toList());
    }

    /** What is really written, where a label is too narrow for its text. */
    private static String words(FxRobot robot, String query) {
        return seen(
                () ->
                        robot.lookup(query).queryAll().stream()
                                .flatMap(label -> label.lookupAll(".text").stream())
                                .map(text -> ((Text) text).getText())
                                .collect(Collectors.joining(" ")));
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
                                .allMatch(row -> row.matches("seq.[0-9]+  acked.[0-9]+  missed.0")));
        robot.clickOn("#peer-77");
        key(robot, KeyCode.P);
        robot.clickOn("#peer-43");
        until(() -> all(robot, "#inspector-pings .ping-counts").getFirst().matches(".* missed.[1-4]"));
    }
}
