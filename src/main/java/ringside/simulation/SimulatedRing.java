package ringside.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ringside.peer.Effect;
import ringside.peer.Origin;
import ringside.ring.Circle;
import ringside.ring.FileNumber;
import ringside.ring.IdealRing;
import ringside.ring.PeerId;
import ringside.status.Command;
import ringside.status.EventSource;
import ringside.status.LifeEvent;
import ringside.status.PeerCommand;
import ringside.status.PeerEvent;
import ringside.status.PeerOptions;
import ringside.status.PeerSettings;
import ringside.status.PlantedFault;
import ringside.status.ProcessEvent;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;
import ringside.supervisor.ExitClassifier;
import ringside.supervisor.PeerOperations;
import ringside.supervisor.Refusals;
import ringside.supervisor.RingHost;
import ringside.supervisor.RingWideSettings;
import ringside.supervisor.ScenarioRing;

/**
 * A ring without processes, in virtual time: it is started, commanded and listened to like one of
 * real peers, and adds the events that their supervisor adds. Time passes only in {@link
 * #awaitNews} and {@link #end}. For one thread; what a method returns completes on it.
 */
public final class SimulatedRing implements ScenarioRing, EventSource, RingHost {

    /**
     * The time of day at which each run begins: always the same, so that the same seed gives the
     * same recording.
     */
    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    /** Successors that a peer is told at its start (SPEC 1.2). */
    private static final int GIVEN_SUCCESSORS = 2;

    /** Time between two looks for news: short enough for times in hundredths of a second. */
    private static final long STEP_MS = 5;

    /** Time until the end of a process is noticed. */
    private static final long END_MICROS = 1_000;

    /** Time between two counts that a peer reports (SPEC 9.1). */
    private static final long STATISTICS_MS = 5_000;

    /** Time for peers to leave by themselves before they are killed. */
    private static final long QUIT_PATIENCE_MS = 5_000;

    private static final int NO_PORT = 0;

    private final Simulation simulation;
    private final RingWideSettings ringWideSettings;
    private final SimulatedActions actions = new SimulatedActions(this);
    private final TreeMap<PeerId, SimulatedLife> lives = new TreeMap<>();
    private final ArrayDeque<StatusEntry> waiting = new ArrayDeque<>();
    private final List<Consumer<StatusEntry>> listeners = new ArrayList<>();
    private boolean isEnding;

    /**
     * Creates a ring without peers.
     *
     * @param seed of everything random: the same seed and the same calls give the same events
     * @param settings of the peers, until a command changes them
     */
    public SimulatedRing(long seed, PeerSettings settings) {
        ringWideSettings = new RingWideSettings(settings);
        simulation = new Simulation(seed, settings, START.toEpochMilli(), new Reports());
    }

    /** Adds a listener for everything that happens from now on; it is called at once. */
    public void listen(Consumer<StatusEntry> listener) {
        listeners.add(listener);
    }

    /** Returns the number of datagrams sent and questions asked so far. */
    public long messages() {
        return simulation.network().messages();
    }

    // -- the ring

    @Override
    public CompletableFuture<Void> startRing(List<PeerId> ids) {
        SortedSet<PeerId> circle = new TreeSet<>(ids);
        return PeerOperations.forEach(
                List.copyOf(circle),
                id -> {
                    start(
                            id,
                            new Origin.Neighbours(
                                    IdealRing.successors(circle, id, GIVEN_SUCCESSORS)));
                    return done();
                });
    }

    @Override
    public CompletableFuture<Void> plant(Map<PeerId, PlantedFault> faults) {
        simulation.plantNone();
        faults.forEach(simulation::plant);
        return done();
    }

    @Override
    public CompletableFuture<Void> join(PeerId peer, PeerId known) {
        return PeerOperations.forEach(List.of(peer), id -> actions.join(id, known));
    }

    @Override
    public CompletableFuture<Void> carryOut(Command command) {
        return actions.carryOut(command);
    }

    @Override
    public CompletableFuture<Void> storeSample(PeerId writer, Path sample, FileNumber number) {
        return PeerOperations.forEach(
                List.of(writer), id -> actions.storeSample(id, sample.toAbsolutePath(), number));
    }

    @Override
    public CompletableFuture<Void> quitAll() {
        isEnding = true;
        List<SimulatedLife> own = living();
        own.forEach(life -> {
            SimulatedPeer peer = simulation.peer(life.id());
            peer.resume();
            peer.command(new PeerCommand.Quit());
        });
        laterMs(
                QUIT_PATIENCE_MS,
                () -> own.stream().filter(life -> !life.isOver()).forEach(this::kill));
        return CompletableFuture.allOf(
                own.stream().map(SimulatedLife::ended).toArray(CompletableFuture<?>[]::new));
    }

    /** Lets every peer quit, and time pass until none is left. */
    public void end() {
        CompletableFuture<Void> ended = quitAll();
        simulation.runUntil(ended::isDone, QUIT_PATIENCE_MS + STEP_MS);
    }

    @Override
    public int drain(Consumer<StatusEntry> receiver, int most) {
        int taken = 0;
        while (taken < most && !waiting.isEmpty()) {
            receiver.accept(waiting.remove());
            taken++;
        }
        return taken;
    }

    // -- what it runs on

    @Override
    public long nowNanos() {
        return TimeUnit.MICROSECONDS.toNanos(simulation.nowMicros());
    }

    @Override
    public void awaitNews(long mostMs) {
        long leftMs = mostMs;
        while (leftMs > 0 && waiting.isEmpty()) {
            long stepMs = Math.min(STEP_MS, leftMs);
            simulation.run(stepMs);
            leftMs -= stepMs;
        }
    }

    @Override
    public long mismatch(Path original, PeerId peer, String received) throws IOException {
        byte[] bytes =
                simulation
                        .disk(peer)
                        .receivedAt(received)
                        .orElseThrow(() -> new IOException(received));
        return Arrays.mismatch(Files.readAllBytes(original), bytes);
    }

    // -- for its actions

    /** Starts a peer now. */
    void start(PeerId id, Origin origin) {
        if (isEnding) {
            throw Refusals.ending();
        }
        if (find(id).isPresent()) {
            throw Refusals.running(id);
        }
        PeerSettings settings = ringWideSettings.behaviour();
        int port = portOf(id);
        lives.put(id, new SimulatedLife(id));
        tell(id, new ProcessEvent.ProcessStarted(0, port));
        tell(id, new LifeEvent.Hello(LifeEvent.Hello.VERSION, 0, port, settings));
        SimulatedPeer peer = simulation.start(id, origin, settings);
        ringWideSettings.reportingCommands().forEach(peer::command);
        laterMs(STATISTICS_MS, () -> count(peer));
    }

    /** Only the circle of processes has a port for each id. */
    private static int portOf(PeerId id) {
        return id.circle() == Circle.OF_PROCESSES
                ? PeerOptions.DEFAULT_BASE_PORT + id.value()
                : NO_PORT;
    }

    /** Reports what a peer has sent and received, from now on again and again while it lives. */
    private void count(SimulatedPeer peer) {
        if (!peer.isAlive()) {
            return;
        }
        if (!peer.isPaused()) {
            tell(peer.id(), peer.statistics());
        }
        laterMs(STATISTICS_MS, () -> count(peer));
    }

    /** Kills a peer, whose end is noticed a moment later. */
    void kill(SimulatedLife life) {
        life.setKilled();
        tell(life.id(), new ProcessEvent.ProcessKilled());
        simulation.peer(life.id()).kill();
        endSoon(life, ExitClassifier.KILLED, "");
    }

    /** Reports an event of a peer's process. */
    void tell(PeerId id, StatusEvent event) {
        add(new StatusEntry(simulation.epochMicros(), id, event));
    }

    void laterMs(long delayMs, Runnable what) {
        simulation.later(TimeUnit.MILLISECONDS.toMicros(delayMs), what);
    }

    RingWideSettings ringWideSettings() {
        return ringWideSettings;
    }

    Simulation simulation() {
        return simulation;
    }

    boolean hasSeen(PeerId id) {
        return lives.containsKey(id);
    }

    /** Returns the living peer with this id. */
    Optional<SimulatedLife> find(PeerId id) {
        @Nullable SimulatedLife life = lives.get(id);
        return life == null || life.isOver() ? Optional.empty() : Optional.of(life);
    }

    /** Returns the living peer with this id; throws a sentence when there is none. */
    SimulatedLife get(PeerId id) {
        return find(id).orElseThrow(() ->
                Refusals.absent(id, living().stream().map(SimulatedLife::id).toList()));
    }

    /** Returns all living peers, ordered by id. */
    List<SimulatedLife> living() {
        return lives.values().stream().filter(life -> !life.isOver()).toList();
    }

    static CompletableFuture<Void> done() {
        return CompletableFuture.completedFuture(null);
    }

    private void endSoon(SimulatedLife life, int code, String lastLine) {
        simulation.later(
                END_MICROS,
                () -> {
                    if (!life.isOver()) {
                        List<String> lines = lastLine.isEmpty() ? List.of() : List.of(lastLine);
                        tell(
                                life.id(),
                                ExitClassifier.classify(code, life.wasKilled(), () -> lines));
                        life.end();
                    }
                });
    }

    private void add(StatusEntry entry) {
        listeners.forEach(listener -> listener.accept(entry));
        waiting.add(entry);
    }

    /** Receives what the peers do, as a status channel does. */
    private final class Reports implements SimulationListener {

        @Override
        public void reported(StatusEntry entry) {
            add(entry);
            SimulatedLife life = get(entry.peer());
            switch (entry.event()) {
                case LifeEvent.Running _ -> {
                    life.setMember();
                    simulation.later(0, () -> life.running().complete(null));
                }
                case LifeEvent.Leaving _, LifeEvent.Left _ -> life.setLeaving();
                case PeerEvent _, ProcessEvent _ -> {}
            }
        }

        @Override
        public void printed(PeerId peer, String line) {
            tell(peer, new LifeEvent.TerminalLine(line));
        }

        @Override
        public void ended(SimulatedPeer peer) {
            Effect.Exit exit = peer.exit().orElseThrow();
            endSoon(get(peer.id()), exit.code(), exit.reason());
        }
    }
}
