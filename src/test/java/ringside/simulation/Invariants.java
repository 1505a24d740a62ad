package ringside.simulation;

import java.util.List;
import java.util.Set;
import ringside.ring.PeerId;

/** The invariants to check after every single event, by name. */
final class Invariants {

    /** SPEC 7.2: below that, a ring survives one change at a time. */
    static final int ENOUGH_MEMBERS = 5;

    private final Simulation simulation;
    private final int longestList;

    Invariants(Simulation simulation, int longestList) {
        this.simulation = simulation;
        this.longestList = longestList;
    }

    void check() {
        for (SimulatedPeer peer : simulation.peers()) {
            List<PeerId> successors = peer.neighbours().successors();
            orderedWithoutSelfAndRepeats(peer, successors);
            require(successors.size() <= longestList, "list length", peer);
            require(peer.neighbours().predecessors().size() <= 2, "two predecessors", peer);
            require(peer.disk().openFiles() <= 128 + 4, "open files", peer);
        }
    }

    private static void orderedWithoutSelfAndRepeats(SimulatedPeer peer, List<PeerId> list) {
        PeerId reached = peer.id();
        for (PeerId successor : list) {
            require(
                    peer.id().isNearer(reached, successor),
                    "ordered list without self and repeats",
                    peer);
            reached = successor;
        }
    }

    /**
     * Checks that every member's list has at least one living entry, as long as there are enough
     * members. Holds only while fewer peers have died at once than a list is long, and no peer is
     * cut off (SPEC 7.2).
     */
    void checkOneLivingEntry() {
        Set<PeerId> living = simulation.living();
        long members =
                simulation.peers().stream()
                        .filter(peer -> peer.isAlive() && peer.isMember())
                        .count();
        for (SimulatedPeer peer : simulation.peers()) {
            if (peer.isAlive() && peer.isMember() && members >= ENOUGH_MEMBERS) {
                require(
                        peer.neighbours().successors().stream().anyMatch(living::contains),
                        "one living entry in every list",
                        peer);
            }
        }
    }

    private static void require(boolean holds, String name, SimulatedPeer peer) {
        if (!holds) {
            throw new AssertionError(name + ": peer " + peer.id() + ", " + peer.neighbours());
        }
    }
}
