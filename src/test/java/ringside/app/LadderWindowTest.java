package ringside.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.robot.Motion;
import org.testfx.util.WaitForAsyncUtils;
import ringside.NeedsFonts;
import ringside.ladder.Exchange;
import ringside.ladder.LadderRow;
import ringside.status.Command;
import ringside.status.FileEvent;
import ringside.status.PeerCommand;
import ringside.status.PeerCommand.Droppable;
import ringside.status.SegmentStep;

/** The ladder diagram and its table, each by its gesture (WINDOW part 4). */
@NeedsFonts
class LadderWindowTest extends WindowFixture {

    private static final int SEGMENTS = 60;

    /** Where the first row is drawn, in pixels from the upper edge. */
    private static final double BELOW_NAMES = 27;

    @Start
    void start(Stage stage) {
        open(stage);
    }

    @Stop
    void stop() {
        close();
    }

    private void step(SegmentStep step, int peer, long number) {
        ring.tell(id(peer), Exchange.traced(step, number));
    }

    /** A transfer of which the segment in the middle was lost once. */
    private void transfer() {
        WaitForAsyncUtils.waitForAsyncFx(
                LONG.toMillis(),
                () -> {
                    ring.tell(id(236), Exchange.started(SEGMENTS));
                    for (int i = 0; i < SEGMENTS; i++) {
                        segment(i);
                    }
                });
    }

    private void segment(int i) {
        long sequence = Exchange.sequence(i);
        if (i == SEGMENTS / 2) {
            step(SegmentStep.DROPPED, 236, sequence);
            step(SegmentStep.TIMED_OUT, 236, sequence);
            step(SegmentStep.RESENT, 236, sequence);
        } else {
            step(SegmentStep.SENT, 236, sequence);
        }
        step(SegmentStep.RECEIVED, 43, sequence);
        step(SegmentStep.ACKNOWLEDGEMENT_SENT, 43, sequence + Exchange.MSS);
        step(SegmentStep.ACKNOWLEDGEMENT_RECEIVED, 236, sequence + Exchange.MSS);
    }

    private static List<LadderRow> rows(FxRobot robot) {
        TableView<LadderRow> table = robot.lookup("#ladder-table").queryTableView();
        return WaitForAsyncUtils.waitForAsyncFx(
                LONG.toMillis(), () -> List.copyOf(table.getItems()));
    }

    @Test
    void aTransferThatSomebodyAskedForShowsItsLadder(FxRobot robot) {
        until(() -> isShown(robot, "#peer-43"));
        transfer();
        until(() -> text(robot, "#ladder-title").equals("TRANSFER 2012.pdf · STOP-AND-WAIT"));
        assertThat(text(robot, "#ladder-detail")).startsWith("segment 0 of 60");
    }

    @Test
    void justTheNextSegmentOrAcknowledgementCanBeLostOnDemand(FxRobot robot) {
        until(() -> isShown(robot, "#peer-43"));
        transfer();
        until(() -> text(robot, "#ladder-title").startsWith("TRANSFER 2012.pdf"));
        robot.clickOn("#drop-segment");
        robot.clickOn("#drop-ack");
        until(() -> ring.commands().size() == 2);
        assertThat(ring.commands())
                .containsExactly(drop(236, Droppable.SEGMENT), drop(43, Droppable.ACKNOWLEDGEMENT));
    }

    @Test
    void ofATransferThatHasEndedNothingMoreCanBeLost(FxRobot robot) {
        until(() -> isShown(robot, "#peer-43"));
        transfer();
        until(() -> isShown(robot, "#drop-segment") && !isDisabled(robot, "#drop-segment"));
        robot.interact(
                () ->
                        ring.tell(
                                id(236),
                                new FileEvent.TransferDone(
                                        7, true, (long) SEGMENTS * Exchange.MSS, SEGMENTS, 1)));
        until(() -> isDisabled(robot, "#drop-segment") && isDisabled(robot, "#drop-ack"));
    }

    private static boolean isDisabled(FxRobot robot, String query) {
        return seen(() -> robot.lookup(query).query().isDisabled());
    }

    private static Command drop(int peer, Droppable what) {
        return new Command.Tell(List.of(id(peer)), new PeerCommand.DropNext(what));
    }

    @Test
    void theSameRowsAreATableInWhichEnterOpensARun(FxRobot robot) {
        until(() -> isShown(robot, "#peer-43"));
        transfer();
        until(() -> isShown(robot, "#ladder-as-table"));
        robot.clickOn("#ladder-as-table");
        until(() -> !rows(robot).isEmpty());
        List<LadderRow> rows = rows(robot);
        assertThat(rows).hasAtLeastOneElementOfType(LadderRow.Waited.class);
        assertThat(rows.size()).isLessThan(2 * SEGMENTS);
        int run = 0;
        while (!(rows.get(run) instanceof LadderRow.Run)) {
            run++;
        }
        int first = run;
        TableView<LadderRow> table = robot.lookup("#ladder-table").queryTableView();
        WaitForAsyncUtils.waitForAsyncFx(
                LONG.toMillis(),
                () -> {
                    table.requestFocus();
                    table.getSelectionModel().select(first);
                });
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        until(() -> rows(robot).size() > rows.size());
    }

    @Test
    void theLadderIsZoomedAndItsRowsTellTheirFieldsUnderThePointer(FxRobot robot) {
        until(() -> isShown(robot, "#peer-43"));
        transfer();
        until(() -> isShown(robot, "#ladder-canvas"));
        robot.clickOn("#ladder-fit");
        robot.clickOn("#ladder-in");
        Node canvas = robot.lookup("#ladder-canvas").query();
        robot.moveTo(canvas, Pos.TOP_CENTER, new Point2D(0, BELOW_NAMES), Motion.DEFAULT);
        robot.moveBy(3, 2);
        until(
                () ->
                        robot.listWindows().stream()
                                .anyMatch(window -> window instanceof Tooltip));
    }
}
