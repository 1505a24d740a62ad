package ringside.app.control;

import java.nio.file.Path;
import javafx.scene.Node;
import ringside.app.command.CommandCheck;
import ringside.app.ring.RingGestures;
import ringside.ring.PeerId;

/** Handles the gestures on a recorded ring: questions, but no actions. JavaFX thread only. */
public record ReadOnlyGestures(PeerMenu menu, PeerPopovers popovers) implements RingGestures {

    @Override
    public void menuWanted(PeerId id, Node anchor, double screenX, double screenY) {
        popovers.show(menu.ofRecorded(id), anchor, screenX, screenY);
    }

    @Override
    public void fileDropped(PeerId id, Path file) {
        popovers.tell(id, CommandCheck.recordingReason());
    }
}
