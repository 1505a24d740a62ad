package ringside.supervisor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import ringside.channel.StatusServer;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.ChannelCommand;
import ringside.status.Command;
import ringside.status.EventSource;
import ringside.status.PeerSettings;
import ringside.status.PlantedFault;
import ringside.status.StatusEntry;

/**
 * A ring of real processes on this machine (SPEC 9). Thread-safe, and no method blocks; the work is
 * done on threads of its own.
 */
public final class Supervisor implements ScenarioRing, EventSource {

    /** Random bytes of the token: enough to make guessing hopeless. */
    private static final int TOKEN_BYTES = 16;

    private final Roster roster = new Roster();
    private final EntryQueue entries = new EntryQueue();
    private final Executor background =
            work -> Thread.ofPlatform().daemon().name("action").start(work);
    private final String token = HexFormat.of().formatHex(randomBytes());
    private final RingWideSettings ringWideSettings;
    private final StatusServer server;
    private final PeerProgram program;
    private final Launcher launcher;
    private final JoinQueue joinQueue;
    private final PeerActions actions;
    private final Shutdown shutdown;

    private Supervisor(
            SupervisorSettings settings, Function<Supplier<PeerSettings>, PeerProgram> peers)
            throws IOException {
        ringWideSettings = new RingWideSettings(settings.peer());
        StatusListener listener = new StatusListener(roster, entries, ringWideSettings);
        server = StatusServer.open(token, listener);
        OrphanGuard guard = OrphanGuard.open();
        program = peers.apply(ringWideSettings::behaviour);
        launcher =
                new Launcher(
                        program,
                        new StatusAccess(server.address(), token),
                        settings.basePort(),
                        listener,
                        roster,
                        entries,
                        guard);
        program.tellNews(entries::addProcessEvent);
        joinQueue = new JoinQueue(roster, launcher);
        actions = new PeerActions(roster, entries, joinQueue, program, ringWideSettings);
        shutdown = new Shutdown(roster, joinQueue, server);
        shutdown.whenEnded(guard::close);
        new MemoryWatch(roster, entries).begin();
    }

    /**
     * Starts to listen for peers, without starting any. However this program ends, its peers end
     * too: gracefully through {@link #quitAll}, which a shutdown of the JVM also calls, or
     * otherwise because they notice that the status channel has closed.
     *
     * @throws IOException when no loopback port is available
     */
    public static Supervisor open(SupervisorSettings settings) throws IOException {
        return open(settings, PeerNetwork.loopback(""));
    }

    /**
     * Starts to listen like {@link #open(SupervisorSettings)}, for peers that reach each other in
     * this way.
     *
     * @throws IOException when no loopback port is available
     */
    public static Supervisor open(SupervisorSettings settings, PeerNetwork network)
            throws IOException {
        return guarded(
                new Supervisor(
                        settings,
                        behaviour -> new RingsideProgram(settings, behaviour, () -> network)));
    }

    /**
     * Starts to listen like {@link #open(SupervisorSettings)}, for peers that run another program.
     *
     * @throws IOException when no loopback port is available
     */
    public static Supervisor open(SupervisorSettings settings, PeerProgram program)
            throws IOException {
        return guarded(new Supervisor(settings, _ -> program));
    }

    private static Supervisor guarded(Supervisor supervisor) {
        supervisor.shutdown.guardWithShutdownHook();
        return supervisor;
    }

    /**
     * Adds a listener for everything that happens from now on, called as it arrives, whether or not
     * anyone drains it.
     *
     * @param listener called on the thread on which an entry arrives, one entry at a time; must not
     *     block
     */
    public void listen(Consumer<StatusEntry> listener) {
        entries.listen(listener);
    }

    /** Returns whether a peer with this id was ever started or attached here. */
    public boolean hasSeen(PeerId id) {
        return roster.hasSeen(id);
    }

    /**
     * Registers an action to run when the ring has ended, after its last entry has arrived. If a
     * signal ends this program, the action runs before the end.
     *
     * @param action may be run more than once, and on any thread
     */
    public void whenEnded(Runnable action) {
        shutdown.whenEnded(action);
    }

    /**
     * Returns the status channel's address for a peer started by hand ({@code --status}, SPEC 9.3).
     */
    public InetSocketAddress statusAddress() {
        return server.address();
    }

    /**
     * Returns the token that such a peer needs in its environment as RINGSIDE_STATUS_TOKEN. Keep it
     * secret.
     */
    public String token() {
        return token;
    }

    /**
     * Starts a whole ring at once, each peer with its known neighbours (SPEC 1.2).
     *
     * @param ids in any order, each once
     * @return completes when all processes run; fails with an {@link ActionFailedException} that
     *     names those that could not be started
     */
    @Override
    public CompletableFuture<Void> startRing(List<PeerId> ids) {
        List<PeerId> circle = ids.stream().distinct().sorted().toList();
        return inBackground(() -> {
            program.prepare(circle);
            return PeerOperations.forEach(circle, id -> launch(id, neighbours(circle, id)));
        });
    }

    /**
     * Starts one peer in a given way, at once.
     *
     * @return like that of {@link #carryOut}
     */
    public CompletableFuture<Void> start(PeerId id, PeerStart how) {
        return inBackground(() -> launch(id, how));
    }

    private CompletableFuture<Void> launch(PeerId id, PeerStart how) {
        return endOfItsProcess(id).thenCompose(_ -> launcher.launch(id, how).launched());
    }

    /** A peer that has said its last word has a process for another moment. */
    private CompletableFuture<Void> endOfItsProcess(PeerId id) {
        return roster.find(id)
                .filter(ManagedPeer::isLeaving)
                .map(peer ->
                        peer.ended()
                                .copy()
                                .completeOnTimeout(
                                        null, PeerActions.LEAVE_PATIENCE_S, TimeUnit.SECONDS))
                .orElseGet(Supervisor::done);
    }

    @Override
    public CompletableFuture<Void> plant(Map<PeerId, PlantedFault> faults) {
        return inBackground(() -> {
            program.plant(faults);
            return done();
        });
    }

    /**
     * Starts a peer that joins through a given one.
     *
     * @return like that of {@link #carryOut}
     */
    @Override
    public CompletableFuture<Void> join(PeerId id, PeerId known) {
        return inBackground(() -> {
            roster.get(known);
            return joinQueue.join(id, known);
        });
    }

    @Override
    public CompletableFuture<Void> carryOut(Command command) {
        return inBackground(() -> actions.carryOut(command));
    }

    /**
     * Sends a command to a living peer as it is.
     *
     * @return like that of {@link #carryOut}
     */
    public CompletableFuture<Void> send(PeerId peer, ChannelCommand what) {
        return inBackground(() -> {
            roster.get(peer).send(what);
            return done();
        });
    }

    /**
     * Sends a command to all living peers, but not to those that start later.
     *
     * @return like that of {@link #carryOut}
     */
    public CompletableFuture<Void> sendToAll(ChannelCommand what) {
        return inBackground(() -> actions.sendToAll(what));
    }

    @Override
    public CompletableFuture<Void> storeSample(PeerId writer, Path sample, FileNumber number) {
        return inBackground(() -> actions.storeSample(writer, sample.toAbsolutePath(), number));
    }

    @Override
    public boolean mayHave(PeerId peer, String path) {
        return program.mayHave(peer, path);
    }

    @Override
    public CompletableFuture<Path> fileOf(PeerId peer, String path) {
        return program.fileOf(peer, path);
    }

    @Override
    public int drain(Consumer<StatusEntry> receiver, int most) {
        return entries.drain(receiver, most);
    }

    @Override
    public CompletableFuture<Void> quitAll() {
        return CompletableFuture.runAsync(shutdown::quitAll, background);
    }

    private static PeerStart neighbours(List<PeerId> circle, PeerId id) {
        int index = circle.indexOf(id);
        return new PeerStart.WithNeighbours(
                circle.get((index + 1) % circle.size()), circle.get((index + 2) % circle.size()));
    }

    private CompletableFuture<Void> inBackground(Action action) {
        CompletableFuture<Void> outcome =
                CompletableFuture.completedFuture(action)
                        .thenComposeAsync(Action::begin, background);
        return outcome.whenComplete((_, failure) -> tellIfUnexpected(failure));
    }

    /**
     * Passes a bug to the uncaught exception handler; otherwise it would stay hidden in the future.
     */
    private static void tellIfUnexpected(@Nullable Throwable failure) {
        if (failure == null) {
            return;
        }
        Throwable cause = ActionFailedException.causeOf(failure);
        if (!(cause instanceof ActionFailedException)) {
            Thread here = Thread.currentThread();
            here.getUncaughtExceptionHandler().uncaughtException(here, cause);
        }
    }

    static CompletableFuture<Void> done() {
        return CompletableFuture.completedFuture(null);
    }

    private static byte[] randomBytes() {
        byte[] bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    /** An action that may take a while. */
    @FunctionalInterface
    private interface Action {
        CompletableFuture<Void> begin();
    }
}
