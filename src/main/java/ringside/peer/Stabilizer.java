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
 * Keeps the successor list and the predecessors right: stabilize and rectify of the corrected Chord
 * protocol (SPEC 7.1), and the repair after a death (SPEC 6). The ping reply of the first successor
 * is the answer to stabilize's question, and the ping itself is the notice to it.
 */
final class Stabilizer {

    /** How long to wait before a neighbour is asked again whose answer was not sound (SPEC 6.2). */
    private static final long REPAIR_PAUSE_MS = 250;

    /** How often to ask again; after these 5 s the ping replies go on repairing by themselves. */
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

    /** The first successor told its neighbours with a ping reply. */
    void onReply(PeerId from, Datagram.PingReply reply) {
        if (!from.equals(neighbourhood.firstSuccessor())) {
            return;
        }
        neighbourhood.continueBehind(from, reply.successors(), NeighboursCause.STABILISED);
        lookForSignsOfLife(reply.successors());
        PeerId between = reply.predecessor();
        if (between != null && between.isBetween(context.self, from)) {
            testBetween(between);
        }
    }

    /** Asks a peer that seems to stand right behind this one; its answer makes it the successor. */
    void testBetween(PeerId between) {
        if (!between.equals(askedBetween)) {
            askedBetween = between;
            wantNeighbours(between, new Purpose.Between(between));
        }
    }

    void onBetween(PeerId asked, Message.Neighbours answer) {
        askedBetween = null;
        tombstones.heardFrom(asked);
        stepIn(asked, answer, NeighboursCause.STABILISED);
    }

    /**
     * A peer that has just answered becomes the first successor, if it is nearer or there is none.
     * When the only successor may be dead, it stands by as the second one: nobody looks any longer
     * for a lost peer that has answered, and with that death this peer would be alone.
     */
    void stepIn(PeerId answering, Message.Neighbours answer, NeighboursCause cause) {
        PeerId first = neighbourhood.firstSuccessor();
        if (first == null || answering.isBetween(context.self, first)) {
            neighbourhood.continueBehind(answering, answer.successors(), cause);
        } else if (neighbourhood.secondSuccessor() == null && pings.suspects(first)) {
            neighbourhood.adopt(List.of(first, answering), cause);
            neighbourhood.secondSuccessorAnswered(answering);
        }
    }

    void onBetweenSilent() {
        askedBetween = null;
    }

    /**
     * The successor lists somebody whom this peer has declared dead: it does not know yet, or the
     * dead one is back under its old id. Only that one's own answer decides (SPEC 6.2).
     */
    private void lookForSignsOfLife(List<PeerId> listed) {
        listed.stream()
                .filter(tombstones::holds)
                .forEach(peer -> wantNeighbours(peer, new Purpose.SignOfLife(peer)));
    }

    // -- repair

    /** A successor was declared dead: go on with the next living one (SPEC 6.1). */
    void onDeath(PeerId dead) {
        context.print("Peer " + dead + " is no longer alive.");
        tombstones.fellSilent(dead);
        lostPeers.add(dead);
        neighbourhood.tellBothWithout(dead);
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

    void onRepaired(Purpose.Repair purpose, Message.Neighbours answer) {
        if (purpose.token() != repairToken) {
            return;
        }
        repairAnswered = true;
        if (purpose.asked().equals(neighbourhood.firstSuccessor())) {
            neighbourhood.continueBehind(
                    purpose.asked(), answer.successors(), NeighboursCause.STABILISED);
        }
        if (answer.successors().stream().anyMatch(tombstones::holds)) {
            repairLater();
        }
    }

    /**
     * The next one does not answer either: it died with the other. A live one has answered a ping
     * before it is asked for the second time; one that dies later is for the pings to find out.
     */
    void onRepairSilent(Purpose.Repair purpose) {
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
            wantNeighbours(first, new Purpose.Repair(first, repairToken));
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

    /** A ping is a notice that its sender precedes this peer (SPEC 2.2, 7.1). */
    void onPing(PeerId from, SuccessorRole role) {
        neighbourhood.onPing(from, role).forEach(this::testPredecessor);
        if (neighbourhood.firstSuccessor() == null) {
            meet(from);
        }
    }

    void onPredecessorsDue() {
        neighbourhood.predecessorsToTest().forEach(this::testPredecessor);
        start();
    }

    /** A tested predecessor answered; unless it has said goodbye meanwhile, it counts. */
    void onTested(PeerId peer) {
        if (!tombstones.holds(peer)) {
            neighbourhood.predecessorLives(peer, NeighboursCause.PING_HEARD);
        }
    }

    private void testPredecessor(PeerId peer) {
        wantNeighbours(peer, new Purpose.PredecessorTest(peer));
    }

    // -- leaving neighbours

    /** A neighbour leaves and says how to go on without it (SPEC 5.1). */
    void onDeparture(Message.Departure departure) {
        PeerId leaver = departure.from();
        List<PeerId> before = neighbourhood.successors();
        boolean preceded = neighbourhood.predecessors().contains(leaver);
        tombstones.left(leaver);
        lostPeers.remove(leaver);
        context.report(new NeighbourEvent.NeighbourLeft(leaver));
        if (before.stream().limit(Predecessors.SHOWN).anyMatch(leaver::equals)) {
            context.print("Peer " + leaver + " will depart from the network.");
            neighbourhood.tellBothWithout(leaver);
        }
        if (before.contains(leaver)) {
            List<PeerId> after = new ArrayList<>(before.subList(0, before.indexOf(leaver)));
            after.addAll(departure.successors());
            neighbourhood.adopt(after, NeighboursCause.NEIGHBOUR_LEFT);
        }
        neighbourhood.drop(leaver, NeighboursCause.NEIGHBOUR_LEFT);
        if (preceded) {
            departure.predecessors().stream()
                    .filter(told -> !told.equals(context.self) && !tombstones.holds(told))
                    .forEach(this::testPredecessor);
        }
        if (neighbourhood.firstSuccessor() == null) {
            Stream.concat(departure.predecessors().stream(), departure.successors().stream())
                    .filter(told -> !tombstones.holds(told))
                    .forEach(lostPeers::add);
        }
    }

    // -- alone

    void onMet(PeerId met, Message.Neighbours answer) {
        if (neighbourhood.firstSuccessor() == null) {
            stepIn(met, answer, NeighboursCause.STABILISED);
        }
    }

    private void meet(PeerId peer) {
        wantNeighbours(peer, new Purpose.Meet(peer));
    }

    private void wantNeighbours(PeerId peer, Purpose purpose) {
        context.ask(peer, new Message.NeighboursWanted(context.self), purpose);
    }
}
