package ringside.app.base;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/**
 * A box with a row for each of some items. Rows stay when the items change, so that a control in
 * one keeps the focus. JavaFX thread only.
 *
 * @param <T> kind of item
 * @param <N> kind of row
 */
public final class RowBox<T, N extends Node> extends VBox {

    private final List<N> rows = new ArrayList<>();
    private final Supplier<N> maker;
    private final BiConsumer<N, T> shower;

    /**
     * Creates an empty box.
     *
     * @param maker makes a row
     * @param shower lets a row show an item
     */
    public RowBox(Supplier<N> maker, BiConsumer<N, T> shower) {
        this.maker = maker;
        this.shower = shower;
    }

    /** Shows some items in place of those before, in their order. */
    public void show(List<T> items) {
        while (rows.size() > items.size()) {
            getChildren().remove(rows.removeLast());
        }
        for (int i = 0; i < items.size(); i++) {
            if (i == rows.size()) {
                rows.add(maker.get());
                getChildren().add(rows.getLast());
            }
            shower.accept(rows.get(i), items.get(i));
        }
    }
}
