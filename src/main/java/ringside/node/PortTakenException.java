package ringside.node;

import ringside.peer.ExitCode;
import ringside.ring.PeerId;
import ringside.text.Messages;

/** Thrown when a peer's port is taken; the message is one line for the user (SPEC 1.3, 7.4). */
final class PortTakenException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private PortTakenException(String message, int exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    static PortTakenException byTwin(PeerId self, int port) {
        return new PortTakenException(
                Messages.NODE.format("peer.alive", self, port), ExitCode.ID_TAKEN);
    }

    static PortTakenException byOther(PeerId self, int port) {
        return new PortTakenException(
                Messages.NODE.format("port.taken", port, self), ExitCode.PORT_TAKEN);
    }

    int exitCode() {
        return exitCode;
    }
}
