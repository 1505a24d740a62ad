package ringside.app.control;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import ringside.ring.PeerId;
import ringside.status.Command;

/** Questions to the user, and notices, at a peer. JavaFX thread only. */
public interface PeerDialogs {

    /** Shows a sentence where the peer is drawn. */
    void tell(PeerId id, String sentence);

    /** Asks which file a peer should request, and passes the command to {@code then}. */
    void askRequest(PeerId id, Consumer<Command> then);

    /**
     * Asks for the number under which a peer should store a file, and passes the command to {@code
     * then}.
     */
    void askNumber(PeerId id, Path file, Consumer<Command> then);

    /** Asks for a file of this machine; empty when the user chooses none. */
    Optional<Path> chooseFile(PeerId id);
}
