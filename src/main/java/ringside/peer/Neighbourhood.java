package ringside.peer;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.NeighbourEvent;
import ringside.status.NeighboursCause;
import ringside.status.SuccessorRole;

/**
 * The neighbours of this peer: its successor list and its predecessors. The only copy of both;
 * every change is made, reported, printed and turned into pings here (SPEC 2, 6.1, 7.1).
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

    /** The second successor last announced on the terminal. */
    private @Nullable PeerId announced;

    private @Nullable PeerId underTest;

    /**
     * Whether to announce both of the first two successors once both are known, because one of them
     * is gone (SPEC 5.2, 6.1).
     */
    private boolean announcesBoth;

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

    // -- current state

    /** Returns the successors, nearest first, without this peer. */
    List<PeerId> successors() {
        return successors;
    }

    /** Returns the predecessors, nearest first, at most two. */
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

    /**
     * Returns whether a hash lies in (first predecessor, this peer] (SPEC 3.2). Without a known
     * predecessor, only a peer that is alone knows that it owns the hash.
     */
    boolean owns(PeerId hash) {
        PeerId first = firstPredecessor();
        return first == null ? successors.isEmpty() : hash.isInArc(first, context.self);
    }

    /** Returns whether the hash of a file {@linkplain #owns(PeerId) lies here}. */
    boolean owns(FileNumber number) {
        return owns(context.hashOf(number));
    }

    Message.Neighbours asMessage() {
        return new Message.Neighbours(shownPredecessors, successors);
    }

    // -- successors

    /** Starts with the configured neighbours, which may still be starting (SPEC 1.2). */
    void begin(List<PeerId> given) {
        successors = ordered(given);
        report(NeighboursCause.STARTED);
        announced = secondSuccessor();
        pings.aim(firstSuccessor(), announced);
    }

    /** Goes on with the neighbours of a peer that has long been on the ring. */
    void resume(Origin.Standing known) {
        successors = ordered(known.successors());
        known.predecessors().forEach(predecessors::heard);
        predecessors.recount();
        shownPredecessors = predecessors.nearest();
        report(NeighboursCause.STARTED);
        announced = secondSuccessor();
        pings.resume(firstSuccessor(), announced, known.pauseMicros());
    }

    /** Starts with the neighbours that a newcomer has found. */
    void join(List<PeerId> found) {
        successors = ordered(found);
        report(NeighboursCause.JOINED);
        announced = secondSuccessor();
        aimPings();
    }

    /**
     * Adopts the sound part of a list: clockwise from here, without this peer, without peers under
     * a tombstone, and up to the first step back.
     */
    void adopt(List<PeerId> list, NeighboursCause cause) {
        List<PeerId> sound = ordered(list);
        if (sound.equals(successors)) {
            return;
        }
        PeerId firstBefore = firstSuccessor();
        successors = sound;
        PeerId first = firstSuccessor();
        if (!announcesBoth && !Objects.equals(first, firstBefore)) {
            printFirst();
        }
        report(cause);
        aimPings();
    }

    /**
     * Adopts the first successor's own successors, with one exception: a suspected second successor
     * is declared dead only by this peer's own pings (SPEC 2.3), which take as long as those of the
     * first successor.
     */
    void adoptViaSuccessor(PeerId next, List<PeerId> itsSuccessors, NeighboursCause cause) {
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
     * Pings the first two successors from now on. A second successor known only by hearsay is
     * probed first, unless it is already pinged (adopt nobody untested, SPEC 7.1).
     */
    private void aimPings() {
        PeerId second = secondSuccessor();
        if (second == null || pings.aimsAt(second)) {
            acceptSecondSuccessor(second);
            return;
        }
        pings.aim(firstSuccessor(), null);
        if (!second.equals(underTest)) {
            underTest = second;
            context.ask(
                    second,
                    new Message.NeighboursWanted(context.self),
                    new QuestionPurpose.SuccessorTest(second));
        }
    }

    private void acceptSecondSuccessor(@Nullable PeerId second) {
        boolean isNews = !Objects.equals(second, announced);
        if (announcesBoth) {
            printFirst();
        }
        if (second != null && (isNews || announcesBoth)) {
            context.print("My second successor is now peer " + second + ".");
        }
        announcesBoth = false;
        announced = second;
        pings.aim(firstSuccessor(), second);
    }

    private void printFirst() {
        if (firstSuccessor() != null) {
            context.print("My first successor is now peer " + firstSuccessor() + ".");
        }
    }

    /**
     * Called before a dead or leaving peer is dropped. If it is one of the first two successors,
     * this peer announces both of their replacements, even the one that stays.
     */
    void announceBothAfterLoss(PeerId gone) {
        announcesBoth |= gone.equals(firstSuccessor()) || gone.equals(secondSuccessor());
    }

    void secondSuccessorAnswered(PeerId peer) {
        endTestOf(peer);
        if (peer.equals(secondSuccessor())) {
            acceptSecondSuccessor(peer);
        }
    }

    /**
     * Removes a second successor that did not answer the probe. One unanswered question does not
     * declare it dead; it is only not adopted (SPEC 2.3, 6.2).
     */
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

    /** Skips a successor that does not answer, until it is heard from. */
    void passBy(PeerId silent) {
        context.print("Peer " + silent + " does not answer and is passed by.");
        tombstones.fellSilent(silent);
        lostPeers.add(silent);
        drop(silent, NeighboursCause.SUCCESSOR_SILENT);
    }

    /** Removes a peer that is dead or gone, on both sides. */
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

    /**
     * Handles a ping (SPEC 2.2). Returns the predecessors that contradict it and must be probed.
     */
    List<PeerId> onPing(PeerId from, SuccessorRole role) {
        predecessors.heard(from);
        predecessorsMayHaveChanged(NeighboursCause.PING_HEARD);
        return predecessors.takeForTestAfterPing(from, role);
    }

    /** Records a sign of life from a preceding peer. */
    void predecessorLives(PeerId peer, NeighboursCause cause) {
        predecessors.heard(peer);
        predecessorsMayHaveChanged(cause);
    }

    void predecessorSilent(PeerId peer) {
        predecessors.remove(peer);
        lostPeers.add(peer);
        predecessorsMayHaveChanged(NeighboursCause.PREDECESSOR_SILENT);
    }

    List<PeerId> takePredecessorsForTest() {
        return predecessors.takeForTestAfterSilence();
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
        PeerId reached = context.self;
        for (PeerId peer : list) {
            if (context.self.isNearer(peer, reached)) {
                break;
            }
            if (!peer.equals(reached) && !tombstones.holds(peer)) {
                sound.add(peer);
                reached = peer;
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
