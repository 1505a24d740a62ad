package ringside.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseButton;
import javafx.scene.input.TransferMode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import ringside.NeedsFonts;
import ringside.ring.FileNumber;
import ringside.status.Command;
import ringside.status.PeerCommand;

/** What the pointer does in the ring (WINDOW part 2). */
@NeedsFonts
class RingGestureWindowTest extends WindowFixture {

    @Start
    void start(Stage stage) {
        open(stage);
    }

    @Stop
    void stop() {
        close();
    }

    private static final PseudoClass UNLIT = PseudoClass.getPseudoClass("unlit");
    private static final PseudoClass OF_FILE = PseudoClass.getPseudoClass("of-file");

    /** Edges of three kinds, of eight peers. */
    private static final int EDGES = 24;

    /** Of one peer, and to it. */
    private static final int EDGES_OF_ONE = 6;

    private static long edges(FxRobot robot, boolean unlit) {
        return seen(
                () ->
                        robot.lookup(".edge").<Node>queryAll().stream()
                                .filter(Node::isVisible)
                                .filter(e -> e.getPseudoClassStates().contains(UNLIT) == unlit)
                                .count());
    }

    @Test
    void aPeerUnderThePointerFadesTheEdgesOfOthers(FxRobot robot) {
        until(() -> edges(robot, false) == EDGES);
        robot.moveTo("#peer-43");
        until(() -> edges(robot, true) == EDGES - EDGES_OF_ONE);
        assertThat(edges(robot, false)).isEqualTo(EDGES_OF_ONE);
        robot.moveTo("#command");
        until(() -> edges(robot, false) == EDGES);
    }

    @Test
    void theWheelEnlargesTheRingAroundThePointer(FxRobot robot) {
        until(() -> isShown(robot, "#peer-236"));
        Point2D near = placeOf(robot, 43);
        double apart = placeOf(robot, 168).distance(near);
        robot.moveTo(near).scroll(3, VerticalDirection.UP);
        until(() -> placeOf(robot, 168).distance(placeOf(robot, 43)) > 1.2 * apart);
        assertThat(placeOf(robot, 43).distance(near)).isLessThan(5);
    }

    @Test
    void aDragMovesTheEnlargedRing(FxRobot robot) {
        until(() -> isShown(robot, "#peer-236"));
        Point2D fitting = placeOf(robot, 43);
        robot.moveTo("#ring").scroll(3, VerticalDirection.UP);
        until(() -> placeOf(robot, 43).distance(fitting) > 20);
        Point2D before = placeOf(robot, 43);
        robot.press(MouseButton.PRIMARY).moveBy(60, 30).release(MouseButton.PRIMARY);
        until(() -> placeOf(robot, 43).distance(before.add(60, 30)) < 3);
        assertThat(ring.commands()).isEmpty();
    }

    @Test
    void aClickOnAFileShowsTheArcOfItsOwner(FxRobot robot) {
        until(() -> isShown(robot, "#file-2012"));
        assertThat(isShown(robot, ".range-arc")).isFalse();
        robot.clickOn("#file-2012");
        until(() -> isShown(robot, ".range-arc"));
        Node arc = robot.lookup(".range-arc").query();
        assertThat(seen(() -> arc.getPseudoClassStates().contains(OF_FILE))).isTrue();
        Point2D middle =
                seen(
                        () -> {
                            Bounds bounds = arc.localToScreen(arc.getBoundsInLocal());
                            return new Point2D(bounds.getCenterX(), bounds.getCenterY());
                        });
        assertThat(middle.distance(placeOf(robot, 220)))
                .isLessThan(placeOf(robot, 201).distance(placeOf(robot, 236)));
        assertThat(isShown(robot, ".holder-mark")).isTrue();
    }

    @Test
    void aFileThatIsDroppedOnAPeerIsStoredThere(FxRobot robot) throws IOException {
        Path file = Files.writeString(saved.resolve("notes.txt"), "notes");
        until(() -> isShown(robot, "#peer-77"));
        Node peer = robot.lookup("#peer-77").query();
        drop(robot, file, peer);
        enterFileNumber(robot, "0042");
        until(() -> isShown(robot, "#file-0042"));
        assertThat(ring.commands())
                .containsExactly(
                        new Command.Tell(
                                List.of(id(77)),
                                new PeerCommand.Store(
                                        file.toString(), new FileNumber("0042"))));
    }

    /**
     * The headless platform begins a drag, and cannot go on with it: the file is dropped by hand in the
     * moment in which the drag begins.
     */
    private static void drop(FxRobot robot, Path file, Node on) {
        Node source = robot.lookup("#inspector").query();
        source.setOnDragDetected(
                event -> {
                    Dragboard board = source.startDragAndDrop(TransferMode.COPY);
                    ClipboardContent content = new ClipboardContent();
                    content.putFiles(List.of(file.toFile()));
                    board.setContent(content);
                    on.fireEvent(dropped(board));
                    board.clear();
                });
        robot.moveTo("#inspector").press(MouseButton.PRIMARY).moveBy(30, 30);
        robot.release(MouseButton.PRIMARY);
    }

    private static DragEvent dropped(Dragboard board) {
        return new DragEvent(
                DragEvent.DRAG_DROPPED, board, 0, 0, 0, 0, TransferMode.COPY, null, null, null);
    }
}
