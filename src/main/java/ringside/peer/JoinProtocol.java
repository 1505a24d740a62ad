package ringside.peer;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import ringside.ring.PeerId;
import ringside.status.LifeEvent;
import ringside.status.NeighboursCause;

/**
 * Finds a newcomer's position: asks a known peer for its neighbours, then the closest one that
 * precedes the position, until it reaches the direct predecessor (join, SPEC 7.1).
 */
final class JoinProtocol {

    /** Pause before a retry when nobody answered, or while the ring is still healing. */
    private static final long PAUSE_MS = 500;

    /** Maximum number of tries, which take at least 15 s; then the newcomer gives up. */
    private static final int MAX_TRIES = 30;

    private final PeerContext context;
    private final Neighbourhood neighbourhood;
    private final Runnable onMember;
    private final PeerId known;
    private final TreeSet<PeerId> asked = new TreeSet<>();

    /** The peers between the last one that answered and this peer, as far as that one knows. */
    private List<PeerId> onTheWay = List.of();

    private int tries;
    private boolean isDone;

    JoinProtocol(
            PeerContext context, Neighbourhood neighbourhood, PeerId known, Runnable onMember) {
        this.context = context;
        this.neighbourhood = neighbourhood;
        this.known = known;
        this.onMember = onMember;
    }

    void start() {
        context.report(new LifeEvent.Joining(known));
        tryOnce();
    }

    void tryOnce() {
        asked.clear();
        onTheWay = List.of();
        ask(known);
    }

    private void ask(PeerId peer) {
        asked.add(peer);
        context.ask(
                peer, new Message.NeighboursWanted(context.self), new QuestionPurpose.Join(peer));
    }

    void onAnswer(PeerId member, Message.Neighbours neighbours) {
        if (isDone) {
            return;
        }
        List<PeerId> others =
                neighbours.successors().stream()
                        .filter(peer -> !peer.equals(context.self))
                        .toList();
        if (others.isEmpty() || context.self.isBetween(member, others.getFirst())) {
            becomeMember(member, others);
            return;
        }
        onTheWay =
                Stream.concat(others.stream(), neighbours.predecessors().stream())
                        .filter(peer -> peer.isBetween(member, context.self))
                        .toList();
        askClosest();
    }

    /** Asks the next closest when one does not answer: far entries of a long list are often old. */
    void onSilence() {
        if (!isDone) {
            askClosest();
        }
    }

    private void askClosest() {
        onTheWay.stream()
                .filter(peer -> !asked.contains(peer))
                .max(context.self.nearestFirst())
                .ifPresentOrElse(this::ask, this::tryLater);
    }

    private void tryLater() {
        tries++;
        if (tries < MAX_TRIES) {
            context.callLaterMs(new Timer.JoinDue(), PAUSE_MS);
        } else {
            context.exit(
                    ExitCode.NOT_JOINED,
                    "peer "
                            + context.self
                            + " found no place on the ring: peer "
                            + known
                            + " does not answer, or its ring is broken");
        }
    }

    private void becomeMember(PeerId predecessor, List<PeerId> successorsOfPredecessor) {
        isDone = true;
        List<PeerId> list = new ArrayList<>(successorsOfPredecessor);
        list.add(predecessor);
        neighbourhood.join(list);
        neighbourhood.predecessorLives(predecessor, NeighboursCause.JOINED);
        onMember.run();
    }
}
