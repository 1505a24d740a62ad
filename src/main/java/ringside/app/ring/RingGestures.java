package ringside.app.ring;

import java.nio.file.Path;
import javafx.scene.Node;
import ringside.ring.PeerId;

/** Receives the user's gestures in the ring. Called on the JavaFX thread. */
public interface RingGestures {

    /** Returns whether peers can be added; the ring then shows which one a click would add. */
    default boolean canAdd() {
        return false;
    }

    /** Called when the user has confirmed an empty position on the circle, to add a peer there. */
    default void addWanted(PeerId id) {}

    /**
     * Called when the user asks for the menu of a peer.
     *
     * @param anchor the peer's node
     * @param screenX horizontal position of the pointer
     * @param screenY vertical position of the pointer
     */
    void menuWanted(PeerId id, Node anchor, double screenX, double screenY);

    /**
     * Called when the user asks for the menu of a host.
     *
     * @param peer one of its peers
     * @param anchor the host's arc at that peer
     * @param screenX horizontal position of the pointer
     * @param screenY vertical position of the pointer
     */
    default void hostMenuWanted(PeerId peer, Node anchor, double screenX, double screenY) {}

    /** Called when the user drops a file on a peer, to store it there. */
    void fileDropped(PeerId id, Path file);

    /** Gestures that do nothing, for pictures. */
    RingGestures NONE =
            new RingGestures() {
                @Override
                public void menuWanted(PeerId id, Node anchor, double screenX, double screenY) {}

                @Override
                public void fileDropped(PeerId id, Path file) {}
            };
}
