package ringside.app.base;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Group;
import javafx.scene.Node;

/**
 * Nodes of one kind that are created once and reused: each frame takes as many as it needs, and the
 * others are hidden. The nodes of a pool lie above those of the pools created before it.
 *
 * @param <N> kind of node
 */
public final class Pool<N extends Node> {

    private final Group layer = new Group();
    private final Supplier<N> maker;
    private final List<N> nodes = new ArrayList<>();
    private int used;

    /** Creates an empty pool as the topmost child of a group. */
    public Pool(Group parent, Supplier<N> maker) {
        this.maker = maker;
        parent.getChildren().add(layer);
    }

    /** Begins a frame. */
    public void begin() {
        used = 0;
    }

    /** Returns the next node, visible. */
    public N take() {
        if (used == nodes.size()) {
            N made = maker.get();
            made.setMouseTransparent(true);
            nodes.add(made);
            layer.getChildren().add(made);
        }
        N node = nodes.get(used++);
        node.setVisible(true);
        return node;
    }

    /** Ends a frame: hides the nodes that were not taken. */
    public void end() {
        for (int i = used; i < nodes.size(); i++) {
            nodes.get(i).setVisible(false);
        }
    }
}
