package ringside.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import ringside.NeedsFonts;
import ringside.app.events.EventRow;
import ringside.model.EventKind;

/** The list of events: what it shows, and what is lit by a choice in it (WINDOW part 6). */
@NeedsFonts
class EventsWindowTest extends WindowFixture {

    @Start
    void start(Stage stage) {
        open(stage);
    }

    @Stop
    void stop() {
        close();
    }

    private static final PseudoClass CONCERNED = PseudoClass.getPseudoClass("concerned");

    /** So many missed pings in a row are a death. */
    private static final int MISSES = 4;

    /** More rows than there is room for. */
    private static final int MOST_IN_SIGHT = 12;

    private static List<EventRow> rows(FxRobot robot) {
        ListView<EventRow> list = robot.lookup("#events").queryListView();
        return seen(() -> List.copyOf(list.getItems()));
    }

    private static Set<String> concerned(FxRobot robot) {
        return seen(
                () ->
                        robot.lookup(".peer").<Node>queryAll().stream()
                                .filter(peer -> peer.getPseudoClassStates().contains(CONCERNED))
                                .map(Node::getId)
                                .collect(Collectors.toSet()));
    }

    private void chooseKind(FxRobot robot, String kind) {
        robot.clickOn("#event-kinds");
        until(() -> isInSight(robot, kind));
        robot.clickOn(kind);
        key(robot, KeyCode.ESCAPE);
    }

    /** Leaves only what happened between two peers: pings that 104 misses from one that is killed. */
    private void leaveWhatHappenedBetweenTwoPeers(FxRobot robot) {
        until(() -> isShown(robot, "#peer-104"));
        select(robot, 139);
        key(robot, KeyCode.K);
        robot.clickOn("#event-filter").write("104 missed reply");
        until(() -> rows(robot).size() == MISSES);
    }

    private static String text(EventRow row) {
        return row.explanation().text();
    }

    @Test
    void aKindThatIsHiddenIsNotListedUntilItIsChosenAgain(FxRobot robot) {
        until(() -> rows(robot).stream().anyMatch(EventsWindowTest::isOfNeighbours));
        chooseKind(robot, "Neighbours and heals");
        until(() -> rows(robot).stream().noneMatch(EventsWindowTest::isOfNeighbours));
        assertThat(rows(robot)).isNotEmpty();
        chooseKind(robot, "Neighbours and heals");
        until(() -> rows(robot).stream().anyMatch(EventsWindowTest::isOfNeighbours));
    }

    private static boolean isOfNeighbours(EventRow row) {
        return row.explanation().kind() == EventKind.NEIGHBOURS;
    }

    @Test
    void theDailyRoundIsListedWhenItIsAskedFor(FxRobot robot) {
        until(() -> !rows(robot).isEmpty());
        assertThat(rows(robot)).noneMatch(EventRow::routine);
        chooseKind(robot, "The daily round, too");
        until(() -> rows(robot).stream().anyMatch(row -> text(row).contains(" answered ping ")));
        chooseKind(robot, "The daily round, too");
        until(() -> rows(robot).stream().noneMatch(EventRow::routine));
    }

    @Test
    void aClickOnAnEventLightsItsPeersAndTheEdgeBetweenThem(FxRobot robot) {
        leaveWhatHappenedBetweenTwoPeers(robot);
        assertThat(isShown(robot, ".lit-edge")).isFalse();
        Node row = robot.lookup("#events .list-cell").match(EventsWindowTest::isFilled).query();
        robot.clickOn(row);
        until(() -> isShown(robot, ".lit-edge"));
        until(() -> concerned(robot).equals(Set.of("peer-104", "peer-139")));
        key(robot, KeyCode.ESCAPE);
        until(() -> concerned(robot).isEmpty());
        until(() -> !isShown(robot, ".lit-edge"));
    }

    private static boolean isFilled(Node cell) {
        return cell instanceof ListCell<?> row && !row.isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {720, 707, 698, 689})
    void noRowIsCutInHalfWhateverTheHeight(int height, FxRobot robot) {
        robot.interact(() -> stage().setHeight(height));
        until(() -> rows(robot).size() > MOST_IN_SIGHT);
        Node list = robot.lookup("#events").query();
        Bounds room = seen(() -> list.localToScene(list.getLayoutBounds()));
        List<Bounds> cells = cellsInSight(robot, room);
        assertThat(cells).isNotEmpty().allMatch(cell -> cell.getMaxY() <= room.getMaxY() + 0.5);
        assertThat(seen(() -> list.getParent().getLayoutBounds().getHeight()) - room.getHeight())
                .isBetween(0.0, cells.getFirst().getHeight());
    }

    private static List<Bounds> cellsInSight(FxRobot robot, Bounds room) {
        return seen(
                () ->
                        robot.lookup("#events .list-cell").match(EventsWindowTest::isFilled).queryAll().stream()
                                .filter(Node::isVisible)
                                .map(cell -> cell.localToScene(cell.getLayoutBounds()))
                                .filter(cell -> cell.getMinY() < room.getMaxY())
                                .toList());
    }

    @Test
    void theArrowKeysChooseAnEventToo(FxRobot robot) {
        leaveWhatHappenedBetweenTwoPeers(robot);
        ListView<EventRow> list = robot.lookup("#events").queryListView();
        robot.interact(
                () -> {
                    list.requestFocus();
                    list.getFocusModel().focus(0);
                });
        key(robot, KeyCode.DOWN);
        until(() -> concerned(robot).equals(Set.of("peer-104", "peer-139")));
        until(() -> isShown(robot, ".lit-edge"));
        assertThat(isShown(robot, "#why-card")).isTrue();
    }
}
