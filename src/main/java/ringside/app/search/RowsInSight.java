package ringside.app.search;

import java.util.Optional;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;

/** Which rows of a list are in sight; none before it is laid out. JavaFX thread. */
public record RowsInSight(ListView<?> list) {

    /** The index of the uppermost one. */
    public Optional<Integer> first() {
        return flow().map(VirtualFlow::getFirstVisibleCell).map(cell -> cell.getIndex());
    }

    /** The index of the lowest one. */
    public Optional<Integer> last() {
        return flow().map(VirtualFlow::getLastVisibleCell).map(cell -> cell.getIndex());
    }

    /** Whether a row is one of them. */
    public boolean contain(int row) {
        return first().filter(first -> first <= row).isPresent()
                && last().filter(last -> last >= row).isPresent();
    }

    private Optional<VirtualFlow<?>> flow() {
        return Optional.ofNullable((VirtualFlow<?>) list.lookup(".virtual-flow"));
    }
}
