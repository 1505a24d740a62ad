package ringside.simulation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import ringside.peer.Origin;
import ringside.ring.PeerId;
import ringside.status.PeerSettings;
import ringside.status.Shortcut;

/**
 * What each peer knows of a ring that has long stood: the right neighbours and shortcuts, found in
 * the sorted list of all ids.
 */
final class StandingRing {

    /** Predecessors that a peer counts (SPEC 2.2). */
    private static final int PREDECESSORS = 2;

    private static final long MICROS_PER_MS = 1_000;

    private final List<PeerId> sorted;
    private final PeerSettings settings;

    StandingRing(Collection<PeerId> ids, PeerSettings settings) {
        this.sorted = ids.stream().sorted().distinct().toList();
        this.settings = settings;
    }

    /** Returns all ids in the order of the circle. */
    List<PeerId> ids() {
        return sorted;
    }

    /**
     * Returns what a peer of the ring knows.
     *
     * @param random says where in its interval the peer is
     */
    Origin originOf(PeerId id, Random random) {
        int place = Collections.binarySearch(sorted, id);
        List<PeerId> successors = new ArrayList<>();
        List<PeerId> predecessors = new ArrayList<>();
        int others = sorted.size() - 1;
        for (int step = 1; step <= Math.min(others, settings.successors()); step++) {
            successors.add(at(place + step));
        }
        for (int step = 1; step <= Math.min(others, PREDECESSORS); step++) {
            predecessors.add(at(place - step));
        }
        return new Origin.Standing(
                successors,
                predecessors,
                settings.shortcuts() ? shortcuts(id, successors) : List.of(),
                random.nextLong(settings.pingIntervalMs() * MICROS_PER_MS));
    }

    private PeerId at(int place) {
        return sorted.get(Math.floorMod(place, sorted.size()));
    }

    /** Returns the shortcuts beyond the successors: the others are read from these. */
    private List<Shortcut> shortcuts(PeerId id, List<PeerId> successors) {
        List<Shortcut> shortcuts = new ArrayList<>();
        for (int exponent = 0; exponent < id.circle().bits(); exponent++) {
            PeerId start = id.plus(1L << exponent);
            boolean isWithinReach =
                    !successors.isEmpty() && start.isInArc(id, successors.getLast());
            if (!isWithinReach) {
                PeerId owner = ownerOf(start);
                if (!owner.equals(id)) {
                    shortcuts.add(new Shortcut(start, owner));
                }
            }
        }
        return shortcuts;
    }

    private PeerId ownerOf(PeerId position) {
        int place = Collections.binarySearch(sorted, position);
        return at(place < 0 ? -place - 1 : place);
    }
}
