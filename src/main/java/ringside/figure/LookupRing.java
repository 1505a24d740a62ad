package ringside.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import ringside.ring.Circle;
import ringside.ring.PeerId;
import ringside.simulation.SimulatedPeer;
import ringside.simulation.Simulation;
import ringside.simulation.SimulationListener;
import ringside.status.PeerSettings;

/**
 * A ring that has long stood, on the widest circle, with peers at random positions that look for
 * random positions. For one thread.
 */
public final class LookupRing {

    static final Circle CIRCLE = Circle.of(Circle.MOST_BITS);

    /** Length of the successor lists in the paper's experiments with failures. */
    static final int LONG_LIST = 20;

    /** No periodic upkeep falls into the seconds in which lookups are counted. */
    static final PeerSettings QUIET =
            PeerSettings.DEFAULTS
                    .withShortcuts(true)
                    .withPingIntervalMs(PeerSettings.MAX_PING_INTERVAL_MS);

    /** Time between two lookups: they seldom meet, and a point takes seconds. */
    private static final long APART_MICROS = 100;

    /** Time after which a lookup under way is lost. */
    private static final long PATIENCE_MS = 10_000;

    private final Random random;
    private final Lookups lookups = new Lookups();
    private final Simulation simulation;
    private final List<PeerId> ids;

    /**
     * Starts the ring.
     *
     * @param peers at least 1
     * @param seed of everything random
     * @param settings of every peer
     * @param listener receives what the peers report
     */
    public LookupRing(int peers, long seed, PeerSettings settings, SimulationListener listener) {
        random = new Random(seed);
        simulation = new Simulation(random.nextLong(), settings, 0, lookups, listener);
        TreeSet<PeerId> positions = new TreeSet<>();
        while (positions.size() < peers) {
            positions.add(anyPosition());
        }
        ids = new ArrayList<>(positions);
        simulation.startStanding(ids);
    }

    /** Returns the simulation, whose time the caller may let pass. */
    public Simulation simulation() {
        return simulation;
    }

    Random random() {
        return random;
    }

    /** Returns the peers with which the ring began, in the order of the circle. */
    List<PeerId> ids() {
        return ids;
    }

    PeerId anyPosition() {
        return CIRCLE.at(random.nextLong());
    }

    /** Begins a lookup of a random position. */
    Lookup lookUpFrom(PeerId requester) {
        Lookup lookup = lookups.begin(anyPosition());
        simulation.find(requester).ifPresent(peer -> peer.find(lookup.position()));
        return lookup;
    }

    /**
     * Has random living peers look for random positions, one after another, and waits for their
     * ends.
     */
    List<Lookup> lookUp(int count) {
        lookUpAll(count);
        return lookups.all();
    }

    /** Looks up like {@link #lookUp}, and returns how many lookups found somebody. */
    public int lookUpAll(int count) {
        List<PeerId> living =
                simulation.peers().stream()
                        .filter(SimulatedPeer::isAlive)
                        .map(SimulatedPeer::id)
                        .toList();
        int[] known = {0};
        later(living, count, known);
        BooleanSupplier areAllKnown = () -> known[0] == count;
        simulation.runUntil(areAllKnown, PATIENCE_MS + count * APART_MICROS / 1_000);
        return known[0];
    }

    private void later(List<PeerId> living, int left, int[] known) {
        if (left > 0) {
            simulation.later(
                    APART_MICROS,
                    () -> {
                        PeerId requester = living.get(random.nextInt(living.size()));
                        Lookup lookup = lookups.begin(anyPosition());
                        lookup.whenKnown(() -> known[0]++);
                        simulation.find(requester).ifPresent(peer -> peer.find(lookup.position()));
                        later(living, left - 1, known);
                    });
        }
    }
}
