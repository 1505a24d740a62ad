package ringside.app.control;

import java.nio.file.Path;
import javafx.scene.Node;
import ringside.app.ring.RingGestures;
import ringside.ring.PeerId;

/** Handles the gestures on a running ring. JavaFX thread only. */
public record LiveGestures(PeerController controller, PeerMenu menu, PeerPopovers popovers)
        implements RingGestures {

    @Override
    public boolean canAdd() {
        return true;
    }

    @Override
    public void addWanted(PeerId id) {
        controller.add(id);
    }

    @Override
    public void menuWanted(PeerId id, Node anchor, double screenX, double screenY) {
        popovers.show(menu.of(id, controller), anchor, screenX, screenY);
    }

    @Override
    public void hostMenuWanted(PeerId peer, Node anchor, double screenX, double screenY) {
        menu.ofHost(peer, controller)
                .ifPresent(shown -> popovers.show(shown, anchor, screenX, screenY));
    }

    @Override
    public void fileDropped(PeerId id, Path file) {
        controller.store(id, file);
    }
}
