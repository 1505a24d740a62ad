package ringside.app.peers;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.TableRow;
import javafx.scene.input.ContextMenuEvent;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** A row of the table of peers: one that has ended is fainter, and each has the peer's menu. */
final class PeerTableRow extends TableRow<PeerRow> {

    private static final PseudoClass ENDED = PseudoClass.getPseudoClass("ended");

    private Subscription watching = Subscription.EMPTY;

    /** Opens the menu of a row. */
    @FunctionalInterface
    interface MenuOpener {
        void open(PeerRow row, Node anchor, ContextMenuEvent event);
    }

    PeerTableRow(MenuOpener menu) {
        setOnContextMenuRequested(event -> {
            PeerRow row = getItem();
            if (row != null) {
                menu.open(row, this, event);
            }
        });
    }

    @Override
    protected void updateItem(@Nullable PeerRow row, boolean empty) {
        super.updateItem(row, empty);
        watching.unsubscribe();
        watching = row == null ? Subscription.EMPTY : row.figuresProperty().subscribe(this::mark);
        if (row == null) {
            pseudoClassStateChanged(ENDED, false);
        }
    }

    private void mark(PeerFigures figures) {
        pseudoClassStateChanged(ENDED, !figures.look().isAlive());
    }
}
