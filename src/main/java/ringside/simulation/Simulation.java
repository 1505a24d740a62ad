package ringside.simulation;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import ringside.fault.FaultyPeer;
import ringside.peer.Origin;
import ringside.peer.Peer;
import ringside.peer.PeerStateMachine;
import ringside.ring.IdealRing;
import ringside.ring.PeerId;
import ringside.status.PeerSettings;
import ringside.status.PlantedFault;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;

/**
 * A whole ring in virtual time: the core of real peers, with a network and disks in memory. All
 * events are in one queue, ordered by time and then by insertion; all randomness derives from one
 * seed, so that the same seed and the same calls give the same run. For one thread, which makes
 * time pass with {@link #run} and {@link #runUntil}.
 */
public final class Simulation {

    private static final long MICROS_PER_MS = 1_000;

    private final EventQueue queue = new EventQueue();
    private final Random random;
    private final PeerSettings settings;
    private final Map<PeerId, SimulatedPeer> peers = new HashMap<>();
    private final Map<PeerId, SimulatedDisk> disks = new HashMap<>();
    private final TreeMap<PeerId, PlantedFault> faults = new TreeMap<>();
    private final Network network;
    private final SimulationListener listener;
    private final SimulationWatch watch;
    private final Trace trace;
    private final long startEpochMs;
    private Runnable afterEach = () -> {};
    private long now;

    /**
     * Creates a simulation without peers that begins at the Unix epoch and keeps what its peers
     * report and print.
     *
     * @param seed of everything random
     * @param settings of every peer
     */
    public Simulation(long seed, PeerSettings settings) {
        this(seed, settings, SimulationWatch.NONE);
    }

    /**
     * Creates a simulation like {@link #Simulation(long, PeerSettings)}.
     *
     * @param watch sees what is sent and written
     */
    public Simulation(long seed, PeerSettings settings, SimulationWatch watch) {
        this(seed, settings, 0, watch, new Trace(), null);
    }

    /**
     * Creates a simulation without peers that passes on what its peers report, and keeps nothing.
     *
     * @param seed of everything random
     * @param settings of every peer that is started without its own
     * @param startEpochMs the time of day at which it begins, in ms since the Unix epoch
     */
    public Simulation(
            long seed, PeerSettings settings, long startEpochMs, SimulationListener listener) {
        this(seed, settings, startEpochMs, SimulationWatch.NONE, listener);
    }

    /**
     * Creates a simulation like {@link #Simulation(long, PeerSettings, long, SimulationListener)}.
     *
     * @param watch sees what is sent and written
     */
    public Simulation(
            long seed,
            PeerSettings settings,
            long startEpochMs,
            SimulationWatch watch,
            SimulationListener listener) {
        this(seed, settings, startEpochMs, watch, new Trace(), listener);
    }

    private Simulation(
            long seed,
            PeerSettings settings,
            long startEpochMs,
            SimulationWatch watch,
            Trace trace,
            @Nullable SimulationListener listener) {
        this.random = new Random(seed);
        this.network = new Network(this, random.nextLong(), watch);
        this.settings = settings;
        this.startEpochMs = startEpochMs;
        this.watch = watch;
        this.trace = trace;
        this.listener = listener == null ? trace : listener;
    }

    // -- peers and network

    /** Returns the network, which can be made to fail. */
    public Network network() {
        return network;
    }

    /** Registers a check to run after every single event. */
    public void checkAfterEach(Runnable check) {
        afterEach = check;
    }

    /** Starts a whole ring with known neighbours, like the first line of a scenario. */
    public void startRing(Collection<PeerId> ids) {
        TreeSet<PeerId> sorted = new TreeSet<>(ids);
        for (PeerId id : sorted) {
            start(id, new Origin.Neighbours(IdealRing.successors(sorted, id, 2)));
        }
    }

    /**
     * Starts a whole ring that has long stood: every peer knows all its successors, predecessors
     * and shortcuts, and is somewhere in its ping interval.
     */
    public void startStanding(Collection<PeerId> ids) {
        StandingRing ring = new StandingRing(ids, settings);
        for (PeerId id : ring.ids()) {
            start(id, ring.originOf(id, random));
        }
    }

    /** Starts one peer; replaces a dead one with the same id, but keeps its disk. */
    public SimulatedPeer start(PeerId id, Origin origin) {
        return start(id, origin, settings);
    }

    /** Starts one peer like {@link #start(PeerId, Origin)}, with settings of its own. */
    public SimulatedPeer start(PeerId id, Origin origin, PeerSettings own) {
        PlantedFault fault = faults.get(id);
        long seed = random.nextLong();
        PeerStateMachine core =
                fault == null
                        ? new Peer(id, own, origin, seed)
                        : new FaultyPeer(fault, id, own, origin, seed);
        SimulatedPeer peer = new SimulatedPeer(id, core, this, disk(id));
        peers.put(id, peer);
        return peer;
    }

    /** Makes a peer start with a fault from now on, which may spoil the bytes of files. */
    public void plant(PeerId id, PlantedFault fault) {
        faults.put(id, fault);
        watch.faultPlanted(fault);
    }

    /** Makes every peer start without a fault from now on. */
    public void plantNone() {
        faults.clear();
    }

    /**
     * Returns a peer on the circle of processes like {@link #peer(PeerId)}.
     *
     * @param id 0 to 255
     */
    public SimulatedPeer peer(int id) {
        return peer(new PeerId(id));
    }

    /**
     * Returns a peer, dead or alive.
     *
     * @throws IllegalArgumentException when there has never been one with that id
     */
    public SimulatedPeer peer(PeerId id) {
        SimulatedPeer peer = peers.get(id);
        if (peer == null) {
            throw new IllegalArgumentException("no peer " + id);
        }
        return peer;
    }

    /** Returns a peer, if there has ever been one with that id. */
    public Optional<SimulatedPeer> find(PeerId id) {
        return Optional.ofNullable(peers.get(id));
    }

    @Nullable SimulatedPeer get(PeerId id) {
        return peers.get(id);
    }

    /** Returns the latest life of every peer so far, in the order of the circle. */
    public Collection<SimulatedPeer> peers() {
        return peers.values().stream().sorted(Comparator.comparing(SimulatedPeer::id)).toList();
    }

    /** Returns the disk of a peer, even before its first life. */
    public SimulatedDisk disk(PeerId id) {
        return disks.computeIfAbsent(id, key -> new SimulatedDisk(this::epochMs, watch));
    }

    /** Returns the ids whose processes run and are not paused. */
    public SortedSet<PeerId> living() {
        TreeSet<PeerId> living = new TreeSet<>();
        for (SimulatedPeer peer : peers.values()) {
            if (peer.isAlive() && !peer.isPaused()) {
                living.add(peer.id());
            }
        }
        return living;
    }

    /**
     * Returns whether two successors and two predecessors of all living peers are right (SPEC 11).
     */
    public boolean isRingRight() {
        SortedSet<PeerId> living = living();
        for (PeerId id : living) {
            SimulatedPeer peer = peers.get(id);
            if (peer == null || !peer.isMember()) {
                return false;
            }
            List<PeerId> successors = peer.neighbours().successors();
            boolean isRight =
                    successors.stream()
                                    .limit(2)
                                    .toList()
                                    .equals(IdealRing.successors(living, id, 2))
                            && peer.neighbours()
                                    .predecessors()
                                    .equals(IdealRing.predecessors(living, id, 2));
            if (!isRight) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns whether, in addition, every successor list equals the one given by sorting the living
     * ids.
     */
    public boolean isRingIdeal() {
        SortedSet<PeerId> living = living();
        return isRingRight()
                && living.stream()
                        .allMatch(id ->
                                find(id).orElseThrow()
                                        .neighbours()
                                        .successors()
                                        .equals(
                                                IdealRing.successors(
                                                        living, id, settings.successors())));
    }

    /** Returns the events of all peers, in order; none where they are passed on. */
    public List<StatusEntry> trace() {
        return trace.from(0);
    }

    /** Returns the events of all peers from an index on. */
    List<StatusEntry> traceFrom(int first) {
        return trace.from(first);
    }

    /**
     * Returns the terminal lines of all peers since the last call, as {@code 8: The file is sent.}
     */
    public List<String> takeTranscript() {
        return trace.takeTranscript();
    }

    SimulationWatch watch() {
        return watch;
    }

    void print(PeerId peer, String line) {
        listener.printed(peer, line);
    }

    void ended(SimulatedPeer peer) {
        listener.ended(peer);
    }

    // -- time

    /** Returns the virtual microseconds since the start. */
    public long nowMicros() {
        return now;
    }

    /** Returns the virtual time of day, in microseconds since the Unix epoch. */
    public long epochMicros() {
        return startEpochMs * MICROS_PER_MS + now;
    }

    /** Returns the virtual time of day, in ms since the Unix epoch. */
    long epochMs() {
        return epochMicros() / MICROS_PER_MS;
    }

    /** Lets virtual time pass. */
    public void run(long millis) {
        runUntil(() -> false, millis);
    }

    /**
     * Lets virtual time pass until a condition holds.
     *
     * @param mostMillis when to give up
     * @return the virtual milliseconds that it took, or -1 when it did not hold in time
     */
    public long runUntil(BooleanSupplier condition, long mostMillis) {
        long start = now;
        long end = now + mostMillis * MICROS_PER_MS;
        while (!condition.getAsBoolean()) {
            if (queue.isEmpty() || queue.firstMicros() > end) {
                now = end;
                return -1;
            }
            now = queue.firstMicros();
            Objects.requireNonNull(queue.poll()).run();
            afterEach.run();
        }
        return (now - start) / MICROS_PER_MS;
    }

    /** Schedules an action. */
    public void later(long delayMicros, Runnable what) {
        queue.add(now + delayMicros, what);
    }

    void report(PeerId peer, StatusEvent event) {
        listener.reported(new StatusEntry(epochMicros(), peer, event));
    }
}
