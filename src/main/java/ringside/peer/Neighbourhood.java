package ringside.peer;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ringside.ring.PeerId;
import ringside.status.NeighbourEvent;
import ringside.status.NeighboursCause;
import ringside.status.SuccessorRole;

/**
 * Who stands where around this peer: its successor list and its predecessors, the only copy of
 * both. Every change goes through here, is reported, printed and pinged (SPEC 2, 6.1, 7.1).
 */
final class Neighbourhood {

    private final PeerContext context;
    private final Pings pings;
    private final Tombstones tombstones;
    private final LostPeers lostPeers;
    private final Predecessors predecessors;
    private final Runnable onChanged;
    private List<PeerId> successors = List.of();
    private List<PeerId> shownPredecessors = List.of();

    /** The second successor that the terminal was last told of. */
    private @Nullable PeerId announced;

    private @Nullable PeerId underTest;

    /** One of the first two is gone: both are to be told once both are known (SPEC 5.2, 6.1). */
    private boolean tellsBoth;

    Neighbourhood(
            PeerContext context,
            Pings pings,
            Tombstones tombstones,
            LostPeers lostPeers,
            Runnable onChanged) {
        this.context = context;
        this.pings = pings;
        this.tombstones = tombstones;
        this.lostPeers = lostPeers;
        this.predecessors = new Predecessors(context);
        this.onChanged = onChanged;
    }

    // -- what holds now

    /** Nearest first, never this peer itself. */
    List<PeerId> successors() {
        return successors;
    }

    /** Nearest first, at most two. */
    List<PeerId> predecessors() {
        return shownPredecessors;
    }

    @Nullable PeerId firstSuccessor() {
        return successors.isEmpty() ? null : successors.getFirst();
    }

    @Nullable PeerId secondSuccessor() {
        return successors.size() > 1 ? successors.get(1) : null;
    }

    @Nullable PeerId firstPredecessor() {
        return shownPredecessors.isEmpty() ? null : shownPredecessors.getFirst();
    }

    boolean isAlone() {
        return successors.isEmpty() && shownPredecessors.isEmpty();
    }

    /**
     * Whether a hash lies in (first predecessor, this peer] (SPEC 3.2). Without a known predecessor
     * only a peer that is alone knows that it owns the hash.
     */
    boolean owns(PeerId hash) {
        PeerId first = firstPredecessor();
        return first == null ? successors.isEmpty() : hash.isInArc(first, context.self);
    }

    Message.Neighbours asMessage() {
        return new Message.Neighbours(shownPredecessors, successors);
    }

    // -- successors

    /** The neighbours that were given at the start, which may still be starting (SPEC 1.2). */
    void begin(List<PeerId> given) {
        successors = ordered(given);
        report(NeighboursCause.STARTED);
        announced = secondSuccessor();
        pings.aim(firstSuccessor(), announced);
    }

    /** The neighbours that a newcomer has found. */
    void join(List<PeerId> found) {
        successors = ordered(found);
        report(NeighboursCause.JOINED);
        announced = secondSuccessor();
        aimPings();
    }

    /**
     * Takes this list for its own as far as it is sound: clockwise from here, without this peer,
     * the buried and what comes after a step back.
     */
    void adopt(List<PeerId> list, NeighboursCause cause) {
        List<PeerId> sound = ordered(list);
        if (sound.equals(successors)) {
            return;
        }
        PeerId firstBefore = firstSuccessor();
        successors = sound;
        PeerId first = firstSuccessor();
        if (!tellsBoth && !Objects.equals(first, firstBefore)) {
            printFirst();
        }
        report(cause);
        aimPings();
    }

    /**
     * Takes the first successor's word for what follows it, but for one thing: whether a suspected
     * second successor is dead is decided by the own pings (SPEC 2.3), which take as long as those
     * of the first successor's.
     */
    void continueBehind(PeerId next, List<PeerId> itsSuccessors, NeighboursCause cause) {
        List<PeerId> list = new ArrayList<>(itsSuccessors);
        list.addFirst(next);
        PeerId second = secondSuccessor();
        boolean isLeftOut =
                second != null
                        && pings.suspects(second)
                        && next.equals(firstSuccessor())
                        && second.isBetween(next, list.size() > 1 ? list.get(1) : context.self);
        if (isLeftOut) {
            list.add(1, second);
        }
        adopt(list, cause);
    }

    /**
     * Pings the first two from now on. Somebody else's word for a second successor is not enough:
     * it is tested first, unless it is pinged already (adopt nobody untested, SPEC 7.1).
     */
    private void aimPings() {
        PeerId second = secondSuccessor();
        if (second == null || pings.aimsAt(second)) {
            countSecond(second);
            return;
        }
        pings.aim(firstSuccessor(), null);
        if (!second.equals(underTest)) {
            underTest = second;
            context.ask(
                    second,
                    new Message.NeighboursWanted(context.self),
                    new Purpose.SuccessorTest(second));
        }
    }

    private void countSecond(@Nullable PeerId second) {
        boolean isNews = !Objects.equals(second, announced);
        if (tellsBoth) {
            printFirst();
        }
        if (second != null && (isNews || tellsBoth)) {
            context.print("My second successor is now peer " + second + ".");
        }
        tellsBoth = false;
        announced = second;
        pings.aim(firstSuccessor(), second);
    }

    private void printFirst() {
        if (firstSuccessor() != null) {
            context.print("My first successor is now peer " + firstSuccessor() + ".");
        }
    }

    /**
     * To be called when a peer dies or leaves, before it is dropped: as one of the first two
     * successors it makes this peer tell both that come after it, also the one that stays.
     */
    void tellBothWithout(PeerId gone) {
        tellsBoth |= gone.equals(firstSuccessor()) || gone.equals(secondSuccessor());
    }

    void secondSuccessorAnswered(PeerId peer) {
        endTestOf(peer);
        if (peer.equals(secondSuccessor())) {
            countSecond(peer);
        }
    }

    /** Nobody is declared dead after one question: the peer is only not adopted (SPEC 2.3, 6.2). */
    void secondSuccessorSilent(PeerId peer) {
        endTestOf(peer);
        if (peer.equals(secondSuccessor()) && !pings.aimsAt(peer)) {
            passBy(peer);
        }
    }

    private void endTestOf(PeerId peer) {
        if (peer.equals(underTest)) {
            underTest = null;
        }
    }

    /** Goes on without a successor that does not answer, until it is heard from. */
    void passBy(PeerId silent) {
        context.print("Peer " + silent + " does not answer and is passed by.");
        tombstones.fellSilent(silent);
        lostPeers.add(silent);
        drop(silent, NeighboursCause.SUCCESSOR_SILENT);
    }

    /** Goes on without a peer that is dead or gone, on both sides. */
    void drop(PeerId peer, NeighboursCause cause) {
        predecessors.remove(peer);
        List<PeerId> rest = successors.stream().filter(other -> !other.equals(peer)).toList();
        if (rest.equals(successors)) {
            predecessorsMayHaveChanged(cause);
            return;
        }
        adopt(rest, cause);
        predecessorsMayHaveChanged(cause);
    }

    // -- predecessors

    /** A ping came (SPEC 2.2). Those that it contradicts are to be tested: they are returned. */
    List<PeerId> onPing(PeerId from, SuccessorRole role) {
        predecessors.heard(from);
        predecessorsMayHaveChanged(NeighboursCause.PING_HEARD);
        return predecessors.toTestAfterPing(from, role);
    }

    /** A peer before this one has answered: it lives. */
    void predecessorLives(PeerId peer, NeighboursCause cause) {
        predecessors.heard(peer);
        predecessorsMayHaveChanged(cause);
    }

    void predecessorSilent(PeerId peer) {
        predecessors.remove(peer);
        lostPeers.add(peer);
        predecessorsMayHaveChanged(NeighboursCause.PREDECESSOR_SILENT);
    }

    List<PeerId> predecessorsToTest() {
        return predecessors.toTestAfterSilence();
    }

    private void predecessorsMayHaveChanged(NeighboursCause cause) {
        predecessors.recount();
        List<PeerId> now = predecessors.nearest();
        if (now.equals(shownPredecessors)) {
            return;
        }
        shownPredecessors = now;
        report(cause);
    }

    // -- both

    private List<PeerId> ordered(List<PeerId> list) {
        List<PeerId> sound = new ArrayList<>();
        int reached = 0;
        for (PeerId peer : list) {
            int distance = context.self.clockwiseTo(peer);
            if (distance > reached && !tombstones.holds(peer)) {
                sound.add(peer);
                reached = distance;
            } else if (distance < reached) {
                break;
            }
        }
        return List.copyOf(
                sound.subList(0, Math.min(sound.size(), context.settings().successors())));
    }

    private void report(NeighboursCause cause) {
        context.report(new NeighbourEvent.NeighboursChanged(successors, shownPredecessors, cause));
        onChanged.run();
    }
}
