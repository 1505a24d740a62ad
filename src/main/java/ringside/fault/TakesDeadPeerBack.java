package ringside.fault;

import static ringside.status.PeerSettings.MAX_SUCCESSORS;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import ringside.peer.Datagram;
import ringside.peer.Effect;
import ringside.peer.Input;
import ringside.peer.Message;
import ringside.peer.QuestionPurpose;
import ringside.ring.PeerId;
import ringside.status.NeighbourEvent.PeerDead;

/**
 * A dead second successor comes back with the next answer of the first one, as if that still named
 * it, and is adopted untested (SPEC 6.2, 7.1). Its own pings find it dead again, and so on.
 */
final class TakesDeadPeerBack implements Deviation {

    private final Neighbours neighbours = new Neighbours();
    private final TreeSet<PeerId> dead = new TreeSet<>();

    @Override
    public void incoming(Input input, Border border) {
        switch (input) {
            case Input.DatagramReceived(PeerId from, Datagram.PingReply reply) -> {
                dead.remove(from);
                border.give(new Input.DatagramReceived(from, withDead(from, reply, border)));
            }
            case Input.DatagramReceived received -> {
                dead.remove(received.from());
                border.give(received);
            }
            case Input.Unanswered(QuestionPurpose.SuccessorTest test)
                    when dead.contains(test.asked()) ->
                    border.give(
                            new Input.Answered(test, new Message.Neighbours(List.of(), List.of())));
            case Input other -> border.give(other);
        }
    }

    private Datagram.PingReply withDead(PeerId from, Datagram.PingReply reply, Border border) {
        List<PeerId> successors = new ArrayList<>(reply.successors());
        if (!from.equals(neighbours.firstSuccessor()) || successors.isEmpty()) {
            return reply;
        }
        PeerId next = successors.getFirst();
        dead.stream()
                .filter(peer -> peer.isBetween(from, next))
                .findFirst()
                .ifPresent(peer -> {
                    successors.addFirst(peer);
                    successors
                            .subList(Math.min(successors.size(), MAX_SUCCESSORS), successors.size())
                            .clear();
                    border.give(signOfLife(peer));
                });
        return new Datagram.PingReply(reply.sequence(), reply.predecessor(), successors);
    }

    /** A message that the core ignores, except that its sender must be alive. */
    private static Input signOfLife(PeerId peer) {
        return new Input.DatagramReceived(peer, new Datagram.Acknowledgement(0, 0));
    }

    @Override
    public void outgoing(Effect effect, Border border) {
        neighbours.note(effect);
        if (effect instanceof Effect.Report(PeerDead(PeerId target, int _))) {
            dead.add(target);
        }
        border.carryOut(effect);
    }
}
