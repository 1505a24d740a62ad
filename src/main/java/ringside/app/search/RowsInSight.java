package ringside.app.search;

import java.util.Optional;
import javafx.scene.control.Control;
import javafx.scene.control.skin.VirtualFlow;

/** The visible rows of a list or a table; none before it is laid out. JavaFX thread only. */
public record RowsInSight(Control list) {

    /** Returns the index of the uppermost visible row. */
    public Optional<Integer> first() {
        return flow().map(VirtualFlow::getFirstVisibleCell).map(cell -> cell.getIndex());
    }

    /** Returns the index of the lowest visible row. */
    public Optional<Integer> last() {
        return flow().map(VirtualFlow::getLastVisibleCell).map(cell -> cell.getIndex());
    }

    /** Returns whether a row is visible. */
    public boolean contain(int row) {
        return first().filter(first -> first <= row).isPresent()
                && last().filter(last -> last >= row).isPresent();
    }

    private Optional<VirtualFlow<?>> flow() {
        return Optional.ofNullable((VirtualFlow<?>) list.lookup(".virtual-flow"));
    }
}
