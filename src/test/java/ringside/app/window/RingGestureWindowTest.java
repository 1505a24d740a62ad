package ringside.app.window;

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
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.TransferMode;
import org.junit.jupiter.api.Test;
import ringside.NeedsFonts;
import ringside.ring.FileNumber;
import ringside.status.Command;
import ringside.status.PeerCommand;

/** The pointer in the ring (WINDOW 2.1, 7.1). */
@NeedsFonts
class RingGestureWindowTest extends WindowFixture {

    private static final PseudoClass UNLIT = PseudoClass.getPseudoClass("unlit");
    private static final PseudoClass OF_FILE = PseudoClass.getPseudoClass("of-file");

    /** All edges: three kinds for each of eight peers. */
    private static final int EDGES = 24;

    /** Edges that begin or end at one peer. */
    private static final int EDGES_OF_ONE = 6;

    private long edges(boolean unlit) {
        return user.lookup(".edge").<Node>queryAll().stream()
                .filter(Node::isVisible)
                .filter(e -> e.getPseudoClassStates().contains(UNLIT) == unlit)
                .count();
    }

    @Test
    void aPeerUnderThePointerFadesTheEdgesOfOthers() {
        user.moveTo("#command");
        until(() -> edges(false) == EDGES);
        user.moveTo("#peer-43");
        until(() -> edges(true) == EDGES - EDGES_OF_ONE);
        assertThat(edges(false)).isEqualTo(EDGES_OF_ONE);
        user.moveTo("#command");
        until(() -> edges(false) == EDGES);
    }

    @Test
    void theWheelEnlargesTheRingAroundThePointer() {
        until(() -> isShown("#peer-236"));
        Point2D near = placeOf(43);
        double apart = placeOf(168).distance(near);
        user.moveTo(near).scroll(3, VerticalDirection.UP);
        until(() -> placeOf(168).distance(placeOf(43)) > 1.2 * apart);
        assertThat(placeOf(43).distance(near)).isLessThan(5);
    }

    @Test
    void aDragMovesTheEnlargedRing() {
        until(() -> isShown("#peer-236"));
        Point2D fitting = placeOf(43);
        user.moveTo("#ring").scroll(3, VerticalDirection.UP);
        until(() -> placeOf(43).distance(fitting) > 20);
        Point2D before = placeOf(43);
        user.press(MouseButton.PRIMARY).moveBy(60, 30).release(MouseButton.PRIMARY);
        until(() -> placeOf(43).distance(before.add(60, 30)) < 3);
        assertThat(ring.commands()).isEmpty();
    }

    @Test
    void aClickOnAFileShowsTheArcOfItsOwner() {
        until(() -> isShown("#file-2012"));
        assertThat(isShown(".range-arc")).isFalse();
        user.clickOn("#file-2012");
        until(() -> isShown(".range-arc"));
        Node arc = user.lookup(".range-arc").query();
        assertThat(arc.getPseudoClassStates().contains(OF_FILE)).isTrue();
        Bounds bounds = arc.localToScreen(arc.getBoundsInLocal());
        Point2D middle = new Point2D(bounds.getCenterX(), bounds.getCenterY());
        assertThat(middle.distance(placeOf(220))).isLessThan(placeOf(201).distance(placeOf(236)));
        assertThat(isShown(".holder-mark")).isTrue();
    }

    @Test
    void aFileThatIsDroppedOnAPeerIsStoredThere() throws IOException {
        Path file = Files.writeString(saved.resolve("notes.txt"), "notes");
        until(() -> isShown("#peer-77"));
        Node peer = user.lookup("#peer-77").query();
        drop(file, peer);
        enterFileNumber("0042");
        until(() -> isShown("#file-0042"));
        assertThat(ring.commands())
                .containsExactly(
                        new Command.Tell(
                                List.of(id(77)),
                                new PeerCommand.Store(file.toString(), new FileNumber("0042"))));
    }

    @Test
    void aClickOnTheCircleShowsANewcomerAndAnotherOneAddsIt() {
        until(() -> isShown("#peer-236"));
        user.clickOn(placeOf(121));
        assertThat(isShown("#newcomer")).isTrue();
        assertThat(ring.commands()).isEmpty();
        user.clickOn(placeOf(121).add(6, 6));
        assertThat(ring.commands()).containsExactly(new Command.Add(List.of(id(121))));
        until(() -> isShown("#peer-121"));
        assertThat(isShown("#newcomer")).isFalse();
    }

    @Test
    void enterAddsTheNewcomer() {
        until(() -> isShown("#peer-236"));
        user.clickOn(placeOf(121));
        key(KeyCode.ENTER);
        until(() -> isShown("#peer-121"));
        assertThat(ring.commands()).containsExactly(new Command.Add(List.of(id(121))));
    }

    @Test
    void anotherPlaceMovesTheNewcomerAndAnythingElseTakesItAway() {
        until(() -> isShown("#peer-236"));
        user.clickOn(placeOf(121)).clickOn(placeOf(60));
        assertThat(isShown("#newcomer")).isTrue();
        key(KeyCode.ESCAPE);
        until(() -> !isShown("#newcomer"));
        for (String other : List.of("#peer-43", "#file-2012", "#alive-count", "#command")) {
            user.clickOn(placeOf(60));
            assertThat(isShown("#newcomer")).isTrue();
            user.clickOn(other);
            until(() -> !isShown("#newcomer"));
        }
        key(KeyCode.ENTER);
        assertThat(ring.commands()).isEmpty();
    }

    /**
     * Drops a file by hand at the moment when a drag begins, as the headless platform can begin a
     * drag but not continue it.
     */
    private void drop(Path file, Node on) {
        Node source = user.lookup("#inspector").query();
        source.setOnDragDetected(event -> {
            Dragboard board = source.startDragAndDrop(TransferMode.COPY);
            ClipboardContent content = new ClipboardContent();
            content.putFiles(List.of(file.toFile()));
            board.setContent(content);
            on.fireEvent(dropped(board));
            board.clear();
        });
        user.moveTo("#inspector").press(MouseButton.PRIMARY).moveBy(30, 30);
        user.release(MouseButton.PRIMARY);
    }

    private static DragEvent dropped(Dragboard board) {
        return new DragEvent(
                DragEvent.DRAG_DROPPED, board, 0, 0, 0, 0, TransferMode.COPY, null, null, null);
    }
}
