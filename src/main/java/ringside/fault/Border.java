package ringside.fault;

import ringside.peer.Effect;
import ringside.peer.Input;

/** Both sides of the border of a core. */
interface Border {

    /** Gives an input to the core, after all that it has been given before. */
    void give(Input input);

    /** Requests an effect from the outside world, after all requested before. */
    void carryOut(Effect effect);
}
