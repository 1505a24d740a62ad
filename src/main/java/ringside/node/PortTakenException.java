package ringside.node;

import ringside.peer.ExitCode;
import ringside.ring.PeerId;

/** A peer cannot have its port; the message is one line for the user (SPEC 1.3, 7.4). */
final class PortTakenException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private PortTakenException(String message, int exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    static PortTakenException byTwin(PeerId self, int port) {
        return new PortTakenException(
                "Peer " + self + " is alive already, on port " + port
                        + ": choose another id, or let it quit first.",
                ExitCode.ID_TAKEN);
    }

    static PortTakenException byOther(PeerId self, int port) {
        return new PortTakenException(
                "Port " + port + ", which peer " + self
                        + " needs, is taken by another program: end that program, or choose another"
                        + " --base-port.",
                ExitCode.PORT_TAKEN);
    }

    int exitCode() {
        return exitCode;
    }
}
