package ringside.app.peers;

import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import ringside.app.base.PeerLook;
import ringside.app.peers.PeerFigures.Neighbour;

/** One value of a peer, in words; a tooltip says why a neighbour is wrong. */
final class PeerCell extends TableCell<PeerRow, PeerFigures> {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");

    private final PeerColumn column;
    private final Tooltip problem = new Tooltip();
    private @Nullable PeerLook look;

    PeerCell(PeerColumn column) {
        this.column = column;
    }

    @Override
    protected void updateItem(@Nullable PeerFigures figures, boolean empty) {
        super.updateItem(figures, empty);
        setText(figures == null ? null : column.text(figures));
        String words =
                figures == null ? "" : column.neighbour(figures).map(Neighbour::problem).orElse("");
        boolean isState = figures != null && column == PeerColumn.STATE;
        problem.setText(isState ? getText() : words);
        setTooltip(problem.getText().isEmpty() ? null : problem);
        pseudoClassStateChanged(WRONG, !words.isEmpty());
        pseudoClassStateChanged(
                MISSING, figures != null && column == PeerColumn.MISSED && figures.missed() > 0);
        showLook(figures != null && column == PeerColumn.STATE ? figures.look() : null);
    }

    private void showLook(@Nullable PeerLook now) {
        if (now == look) {
            return;
        }
        look = now;
        for (PeerLook each : PeerLook.values()) {
            pseudoClassStateChanged(PseudoClass.getPseudoClass(each.styleClass()), each == now);
        }
    }
}
