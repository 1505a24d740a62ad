package ringside.fault;

import ringside.peer.Effect;
import ringside.peer.Input;
import ringside.status.PeerSettings;

/**
 * What one faulty peer does differently at its border. Without an override everything passes
 * unchanged. Like the core, it does no I/O and is not thread-safe.
 */
interface Deviation {

    /** Returns the settings that the core gets. */
    default PeerSettings settings(PeerSettings given) {
        return given;
    }

    /** Passes an input on to the core, changed or not, or drops it. */
    default void incoming(Input input, Border border) {
        border.give(input);
    }

    /** Passes an effect of the core on to the outside world, changed or not, or drops it. */
    default void outgoing(Effect effect, Border border) {
        border.carryOut(effect);
    }
}
