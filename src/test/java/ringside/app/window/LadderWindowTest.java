package ringside.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import ringside.NeedsFonts;
import ringside.ladder.LadderRow;
import ringside.ladder.TransferStory;
import ringside.status.Command;
import ringside.status.FileEvent;
import ringside.status.PeerCommand;
import ringside.status.PeerCommand.Droppable;
import ringside.status.SegmentStep;

/** The ladder diagram and its table, each by its gesture (WINDOW 4.2). */
@NeedsFonts
class LadderWindowTest extends WindowFixture {

    private static final int SEGMENTS = 60;

    /** Position of the first row, in pixels from the upper edge. */
    private static final double BELOW_NAMES = 33;

    private void step(SegmentStep step, int peer, long number) {
        ring.tell(id(peer), TransferStory.traced(step, number));
    }

    /** Reports a transfer whose middle segment was lost once. */
    private void transfer() {
        ring.tell(id(236), TransferStory.started(SEGMENTS));
        for (int i = 0; i < SEGMENTS; i++) {
            segment(i);
        }
    }

    private void segment(int i) {
        long sequence = TransferStory.sequence(i);
        if (i == SEGMENTS / 2) {
            step(SegmentStep.DROPPED, 236, sequence);
            step(SegmentStep.TIMED_OUT, 236, sequence);
            step(SegmentStep.RESENT, 236, sequence);
        } else {
            step(SegmentStep.SENT, 236, sequence);
        }
        step(SegmentStep.RECEIVED, 43, sequence);
        step(SegmentStep.ACKNOWLEDGEMENT_SENT, 43, sequence + TransferStory.MSS);
        step(SegmentStep.ACKNOWLEDGEMENT_RECEIVED, 236, sequence + TransferStory.MSS);
    }

    private List<LadderRow> rows() {
        TableView<LadderRow> table = user.lookup("#ladder-table").queryTableView();
        return List.copyOf(table.getItems());
    }

    @Test
    void aTransferThatSomebodyAskedForShowsItsLadder() {
        until(() -> isShown("#peer-43"));
        transfer();
        until(() -> text("#ladder-title").equals("TRANSFER 2012.pdf · STOP-AND-WAIT"));
        assertThat(text("#ladder-detail")).startsWith("segment 0 of 60");
    }

    @Test
    void justTheNextSegmentOrAcknowledgementCanBeLostOnDemand() {
        until(() -> isShown("#peer-43"));
        transfer();
        until(() -> text("#ladder-title").startsWith("TRANSFER 2012.pdf"));
        user.clickOn("#drop-segment");
        user.clickOn("#drop-ack");
        until(() -> ring.commands().size() == 2);
        assertThat(ring.commands())
                .containsExactly(drop(236, Droppable.SEGMENT), drop(43, Droppable.ACKNOWLEDGEMENT));
    }

    @Test
    void nothingCanBeDroppedFromATransferThatHasEnded() {
        until(() -> isShown("#peer-43"));
        transfer();
        until(() -> isShown("#drop-segment") && !isDisabled("#drop-segment"));
        user.interact(() ->
                ring.tell(
                        id(236),
                        new FileEvent.TransferDone(
                                7, true, (long) SEGMENTS * TransferStory.MSS, SEGMENTS, 1)));
        until(() -> isDisabled("#drop-segment") && isDisabled("#drop-ack"));
    }

    private static Command drop(int peer, Droppable what) {
        return new Command.Tell(List.of(id(peer)), new PeerCommand.DropNext(what));
    }

    @Test
    void theSameRowsAreATableInWhichEnterOpensARun() {
        until(() -> isShown("#peer-43"));
        transfer();
        until(() -> isInSight("#ladder-as-table"));
        user.clickOn("#ladder-as-table");
        until(() -> !rows().isEmpty());
        List<LadderRow> rows = rows();
        assertThat(rows).hasAtLeastOneElementOfType(LadderRow.Waited.class);
        assertThat(rows.size()).isLessThan(2 * SEGMENTS);
        int run = 0;
        while (!(rows.get(run) instanceof LadderRow.Run)) {
            run++;
        }
        int first = run;
        TableView<LadderRow> table = user.lookup("#ladder-table").queryTableView();
        table.requestFocus();
        table.getSelectionModel().select(first);
        user.press(KeyCode.ENTER).release(KeyCode.ENTER);
        until(() -> rows().size() > rows.size());
    }

    @Test
    void theLadderIsZoomedAndItsRowsTellTheirFieldsUnderThePointer() {
        until(() -> isShown("#peer-43"));
        transfer();
        until(() -> isInSight("#ladder-fit"));
        user.clickOn("#ladder-fit");
        user.clickOn("#ladder-in");
        Node canvas = user.lookup("#ladder-canvas").query();
        user.moveTo(canvas, Pos.TOP_CENTER, new Point2D(0, BELOW_NAMES));
        until(() -> {
            user.moveBy(0, 1);
            return User.windows().stream().anyMatch(Tooltip.class::isInstance);
        });
    }
}
