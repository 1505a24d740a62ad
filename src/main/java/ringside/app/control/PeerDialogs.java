package ringside.app.control;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import ringside.ring.PeerId;
import ringside.status.Command;

/** What is asked and told at a peer. JavaFX thread. */
public interface PeerDialogs {

    /** Says a sentence where the peer is drawn. */
    void tell(PeerId id, String sentence);

    /** Asks which file a peer is to request. */
    void askRequest(PeerId id, Consumer<Command> then);

    /** Asks under which number a file is to be stored at a peer. */
    void askNumber(PeerId id, Path file, Consumer<Command> then);

    /** Lets the user choose a file of this machine for a peer. */
    Optional<Path> chooseFile(PeerId id);
}
