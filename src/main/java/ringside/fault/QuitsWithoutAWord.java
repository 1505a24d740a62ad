package ringside.fault;

import ringside.peer.Effect;
import ringside.peer.Input;
import ringside.peer.Message;

/** No neighbour hears of the departure, and the process ends at once (SPEC 5.1). */
final class QuitsWithoutAWord implements Deviation {

    @Override
    public void outgoing(Effect effect, Border border) {
        if (effect instanceof Effect.Ask(var _, Message.Departure _, var purpose)) {
            border.give(new Input.Answered(purpose, new Message.Accepted()));
        } else {
            border.carryOut(effect);
        }
    }
}
