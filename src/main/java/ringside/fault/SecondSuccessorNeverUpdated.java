package ringside.fault;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ringside.peer.Datagram;
import ringside.peer.Effect;
import ringside.peer.Input;
import ringside.peer.Message;
import ringside.ring.PeerId;

/**
 * Whatever others say, the second successor stays the one of the beginning; once that one is gone,
 * or has become the first, there is none (SPEC 5.3, 6.1).
 */
final class SecondSuccessorNeverUpdated implements Deviation {

    private final Neighbours neighbours = new Neighbours();
    private @Nullable PeerId kept;

    @Override
    public void incoming(Input input, Border border) {
        border.give(kept == null ? input : withOnly(kept, input));
    }

    private static Input withOnly(PeerId second, Input input) {
        return switch (input) {
            case Input.DatagramReceived(PeerId from, Datagram.PingReply reply) ->
                    new Input.DatagramReceived(
                            from,
                            new Datagram.PingReply(
                                    reply.sequence(), reply.predecessor(), List.of(second)));
            case Input.Answered(var purpose, Message.Neighbours told) ->
                    new Input.Answered(
                            purpose, new Message.Neighbours(told.predecessors(), List.of(second)));
            case Input.Asked(long exchange, Message.Departure departure) ->
                    new Input.Asked(
                            exchange,
                            new Message.Departure(
                                    departure.from(), departure.predecessors(), List.of(second)));
            case Input other -> other;
        };
    }

    @Override
    public void outgoing(Effect effect, Border border) {
        neighbours.note(effect);
        if (kept == null) {
            kept = neighbours.secondSuccessor();
        }
        border.carryOut(effect);
    }
}
