package ringside.app.control;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import ringside.ring.PeerId;
import ringside.status.Command;

/** What is asked and told at a peer. JavaFX thread. */
public interface PeerDialogs {

    /** Says a sentence where the peer is drawn. */
    void tell(PeerId id, String sentence);

    /** Shows the menu of a peer. */
    void showMenu(PeerId id, Node anchor, double screenX, double screenY, PeerController controller);

    /** Shows what can be asked about a peer of a recording. */
    void showQuestions(PeerId id, Node anchor, double screenX, double screenY);

    /** Asks which file a peer is to request. */
    void askRequest(PeerId id, Consumer<Command> then);

    /** Asks under which number a file is to be stored at a peer. */
    void askNumber(PeerId id, Path file, Consumer<Command> then);

    /** Lets the user choose a file of this machine. */
    Optional<Path> chooseFile();
}
