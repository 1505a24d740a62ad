package ringside.peer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ringside.ring.PeerId;
import ringside.status.NeighbourEvent;
import ringside.status.NeighboursCause;
import ringside.status.SuccessorRole;

/**
 * Keeps the successor list and the predecessors correct: stabilize and rectify of the corrected
 * Chord protocol (SPEC 7.1), and the repair after a death (SPEC 6). The ping reply of the first
 * successor doubles as the answer to stabilize, and the ping itself as the notification.
 */
final class Stabilizer {

    /** Pause before a neighbour whose answer was not sound is asked again (SPEC 6.2). */
    private static final long REPAIR_PAUSE_MS = 250;

    /**
     * Maximum number of repeated questions; after these 5 s, the ping replies continue the repair.
     */
    private static final int REPAIR_ROUNDS = 20;

    private final PeerContext context;
    private final Neighbourhood neighbourhood;
    private final Pings pings;
    private final Tombstones tombstones;
    private final LostPeers lostPeers;
    private long repairToken;
    private int repairRounds;
    private boolean repairAnswered;
    private @Nullable PeerId askedBetween;

    Stabilizer(
            PeerContext context,
            Neighbourhood neighbourhood,
            Pings pings,
            Tombstones tombstones,
            LostPeers lostPeers) {
        this.context = context;
        this.neighbourhood = neighbourhood;
        this.pings = pings;
        this.tombstones = tombstones;
        this.lostPeers = lostPeers;
    }

    void start() {
        context.callLaterMs(new Timer.PredecessorsDue(), context.settings().pingIntervalMs());
    }

    // -- stabilize

    /** Adopts the neighbours that the first successor reports in a ping reply. */
    void onReply(PeerId from, Datagram.PingReply reply) {
        if (!from.equals(neighbourhood.firstSuccessor())) {
            return;
        }
        neighbourhood.adoptViaSuccessor(from, reply.successors(), NeighboursCause.STABILISED);
        probeTombstones(reply.successors());
        PeerId between = reply.predecessor();
        if (between != null && between.isBetween(context.self, from)) {
            testBetween(between);
        }
    }

    /**
     * Probes a peer that seems to directly follow this one; if it answers, it becomes the
     * successor.
     */
    void testBetween(PeerId between) {
        if (!between.equals(askedBetween)) {
            askedBetween = between;
            askNeighbours(between, new QuestionPurpose.Between(between));
        }
    }

    void onBetween(PeerId asked, Message.Neighbours answer) {
        askedBetween = null;
        tombstones.recordSignOfLife(asked);
        adoptIfNearer(asked, answer, NeighboursCause.STABILISED);
    }

    /**
     * Makes a peer the first successor once it has answered, if it is nearer than the current one
     * or there is none. If the only successor may be dead, the peer becomes the second one as a
     * reserve: it is no longer searched for as a lost peer, and without it this peer would be alone
     * after that death.
     */
    void adoptIfNearer(PeerId answering, Message.Neighbours answer, NeighboursCause cause) {
        PeerId first = neighbourhood.firstSuccessor();
        if (first == null || answering.isBetween(context.self, first)) {
            neighbourhood.adoptViaSuccessor(answering, answer.successors(), cause);
        } else if (neighbourhood.secondSuccessor() == null && pings.suspects(first)) {
            neighbourhood.adopt(List.of(first, answering), cause);
            neighbourhood.secondSuccessorAnswered(answering);
        }
    }

    void onBetweenSilent() {
        askedBetween = null;
    }

    /**
     * Probes peers that this one has declared dead but the successor lists: either the successor
     * does not know yet, or the dead peer is back under its old id. Only its own answer decides
     * (SPEC 6.2).
     */
    private void probeTombstones(List<PeerId> listed) {
        listed.stream()
                .filter(tombstones::holds)
                .forEach(peer -> askNeighbours(peer, new QuestionPurpose.SignOfLife(peer)));
    }

    // -- repair

    /** Replaces a successor that was declared dead by the next living one (SPEC 6.1). */
    void onDeath(PeerId dead) {
        context.print("Peer " + dead + " is no longer alive.");
        tombstones.fellSilent(dead);
        lostPeers.add(dead);
        neighbourhood.announceBothAfterLoss(dead);
        neighbourhood.drop(dead, NeighboursCause.SUCCESSOR_DIED);
        startRepair();
    }

    private void startRepair() {
        repairToken++;
        repairRounds = 0;
        repairAnswered = false;
        repair();
    }

    void onRepairDue(Timer.RepairDue due) {
        if (due.token() == repairToken) {
            repair();
        }
    }

    void onRepaired(QuestionPurpose.Repair purpose, Message.Neighbours answer) {
        if (purpose.token() != repairToken) {
            return;
        }
        repairAnswered = true;
        if (purpose.asked().equals(neighbourhood.firstSuccessor())) {
            neighbourhood.adoptViaSuccessor(
                    purpose.asked(), answer.successors(), NeighboursCause.STABILISED);
        }
        if (answer.successors().stream().anyMatch(tombstones::holds)) {
            repairLater();
        }
    }

    /**
     * Handles a next successor that does not answer the repair, because it died together with the
     * first one. A living one would have answered a ping before it is asked a second time; a later
     * death is left to the pings.
     */
    void onRepairSilent(QuestionPurpose.Repair purpose) {
        PeerId asked = purpose.asked();
        if (purpose.token() != repairToken || !asked.equals(neighbourhood.firstSuccessor())) {
            return;
        }
        boolean hadItsChance = pings.suspects(asked) || repairRounds > 0;
        if (hadItsChance && !repairAnswered && !pings.isAnsweredBy(asked)) {
            neighbourhood.passBy(asked);
            startRepair();
        } else {
            repairLater();
        }
    }

    private void repair() {
        PeerId first = neighbourhood.firstSuccessor();
        if (first != null) {
            askNeighbours(first, new QuestionPurpose.Repair(first, repairToken));
        } else if (neighbourhood.firstPredecessor() != null) {
            meet(neighbourhood.firstPredecessor());
        }
    }

    private void repairLater() {
        repairRounds++;
        if (repairRounds < REPAIR_ROUNDS) {
            context.callLaterMs(new Timer.RepairDue(repairToken), REPAIR_PAUSE_MS);
        }
    }

    // -- rectify

    /** Takes a ping as a notification that its sender precedes this peer (SPEC 2.2, 7.1). */
    void onPing(PeerId from, SuccessorRole role) {
        neighbourhood.onPing(from, role).forEach(this::testPredecessor);
        if (neighbourhood.firstSuccessor() == null) {
            meet(from);
        }
    }

    void onPredecessorsDue() {
        neighbourhood.takePredecessorsForTest().forEach(this::testPredecessor);
        start();
    }

    /** Counts a probed predecessor that answered, unless it has left meanwhile. */
    void onTested(PeerId peer) {
        if (!tombstones.holds(peer)) {
            neighbourhood.predecessorLives(peer, NeighboursCause.PING_HEARD);
        }
    }

    private void testPredecessor(PeerId peer) {
        askNeighbours(peer, new QuestionPurpose.PredecessorTest(peer));
    }

    // -- leaving neighbours

    /** Handles a neighbour's departure, which names the peers to continue with (SPEC 5.1). */
    void onDeparture(Message.Departure departure) {
        PeerId leaver = departure.from();
        List<PeerId> before = neighbourhood.successors();
        boolean preceded = neighbourhood.predecessors().contains(leaver);
        tombstones.left(leaver);
        lostPeers.remove(leaver);
        context.report(new NeighbourEvent.NeighbourLeft(leaver));
        if (before.stream().limit(Predecessors.SHOWN).anyMatch(leaver::equals)) {
            context.print("Peer " + leaver + " will depart from the network.");
            neighbourhood.announceBothAfterLoss(leaver);
        }
        if (before.contains(leaver)) {
            List<PeerId> after = new ArrayList<>(before.subList(0, before.indexOf(leaver)));
            after.addAll(departure.successors());
            neighbourhood.adopt(after, NeighboursCause.NEIGHBOUR_LEFT);
        }
        neighbourhood.drop(leaver, NeighboursCause.NEIGHBOUR_LEFT);
        if (preceded) {
            departure.predecessors().stream()
                    .filter(named -> !named.equals(context.self) && !tombstones.holds(named))
                    .forEach(this::testPredecessor);
        }
        if (neighbourhood.firstSuccessor() == null) {
            Stream.concat(departure.predecessors().stream(), departure.successors().stream())
                    .filter(named -> !tombstones.holds(named))
                    .forEach(lostPeers::add);
        }
    }

    // -- alone

    void onMet(PeerId met, Message.Neighbours answer) {
        if (neighbourhood.firstSuccessor() == null) {
            adoptIfNearer(met, answer, NeighboursCause.STABILISED);
        }
    }

    private void meet(PeerId peer) {
        askNeighbours(peer, new QuestionPurpose.Meet(peer));
    }

    private void askNeighbours(PeerId peer, QuestionPurpose.NeighboursAsked purpose) {
        context.ask(peer, new Message.NeighboursWanted(context.self), purpose);
    }
}
