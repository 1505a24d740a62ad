package ringside.app.control;

import java.nio.file.Path;
import javafx.scene.Node;
import ringside.app.base.Texts;
import ringside.app.ring.RingGestures;
import ringside.ring.PeerId;

/** In a recording one can ask, and nothing can be done. JavaFX thread. */
public record ReadOnlyGestures(PeerDialogs dialogs) implements RingGestures {

    @Override
    public boolean canAdd() {
        return false;
    }

    @Override
    public void addWanted(PeerId id) {}

    @Override
    public void menuWanted(PeerId id, Node anchor, double screenX, double screenY) {
        dialogs.showQuestions(id, anchor, screenX, screenY);
    }

    @Override
    public void fileDropped(PeerId id, Path file) {
        dialogs.tell(id, Texts.text("disabled.recording"));
    }
}
