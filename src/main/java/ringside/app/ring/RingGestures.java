package ringside.app.ring;

import java.nio.file.Path;
import javafx.scene.Node;
import ringside.ring.PeerId;

/** What the user did in the ring. Called on the JavaFX thread. */
public interface RingGestures {

    /** Whether peers can be added: a click on an empty place then says which one. */
    boolean canAdd();

    /** Clicked an empty place of the circle: a peer with that id is wanted. */
    void addWanted(PeerId id);

    /**
     * Asked for the menu of a peer.
     *
     * @param anchor the peer's node
     * @param screenX where the pointer is
     * @param screenY where the pointer is
     */
    void menuWanted(PeerId id, Node anchor, double screenX, double screenY);

    /** Dropped a file on a peer: it is to be stored there. */
    void fileDropped(PeerId id, Path file);

    /** Does nothing: for pictures. */
    RingGestures NONE =
            new RingGestures() {
                @Override
                public boolean canAdd() {
                    return false;
                }

                @Override
                public void addWanted(PeerId id) {}

                @Override
                public void menuWanted(PeerId id, Node anchor, double screenX, double screenY) {}

                @Override
                public void fileDropped(PeerId id, Path file) {}
            };
}
