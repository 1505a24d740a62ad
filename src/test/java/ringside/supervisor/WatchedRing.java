package ringside.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import ringside.ring.PeerId;
import ringside.status.CommandParser;
import ringside.status.LifeEvent;
import ringside.status.NeighbourEvent;
import ringside.status.PeerSettings;
import ringside.status.ProcessEvent;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;

/** A supervisor whose events a test can wait for. */
public final class WatchedRing implements AutoCloseable {

    /** On a busy machine a peer may stall for many seconds; that must not make it dead. */
    public static final PeerSettings PATIENT =
            PeerSettings.DEFAULTS.withMisses(PeerSettings.MAX_MISSES);

    /** Generous, because the machine may be busy with other builds. */
    static final Duration LIMIT = Duration.ofSeconds(60);

    /** Most events shown when a wait failed. */
    private static final int LAST_WORDS = 60;

    private final Supervisor supervisor;
    private final List<StatusEntry> heard = new ArrayList<>();

    WatchedRing(Path folder, String mainClass, int basePort) throws IOException {
        this(folder, mainClass, PATIENT, basePort);
    }

    WatchedRing(Path folder, String mainClass, PeerSettings peer, int basePort) throws IOException {
        this(settings(folder, mainClass, peer, basePort));
    }

    WatchedRing(SupervisorSettings settings) throws IOException {
        this(Supervisor.open(settings));
    }

    /** Watches an open ring, on which no peer runs yet. */
    public WatchedRing(Supervisor supervisor) {
        this.supervisor = supervisor;
    }

    public static SupervisorSettings settings(
            Path folder, String mainClass, PeerSettings peer, int basePort) {
        CachedPeers archived = CachedPeers.ofThisBuild();
        boolean isOwn = mainClass.equals(SupervisorSettings.PEER_MAIN);
        return new SupervisorSettings(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                isOwn ? archived.classPath() : System.getProperty("java.class.path"),
                mainClass,
                peer,
                basePort,
                folder,
                folder,
                isOwn ? archived.flags() : List.of());
    }

    public Supervisor supervisor() {
        return supervisor;
    }

    public void start(int... ids) {
        done(supervisor.startRing(peers(ids)));
        for (int id : ids) {
            await(id, LifeEvent.Running.class);
        }
    }

    public void carryOut(String command) {
        done(supervisor.carryOut(CommandParser.parse(command)));
    }

    /** Returns the sentence with which a command fails. */
    public String failureOf(String command) {
        CompletableFuture<Void> outcome = supervisor.carryOut(CommandParser.parse(command));
        Throwable failure =
                outcome.handle((_, thrown) -> thrown)
                        .orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS)
                        .join();
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        assertThat(cause).isInstanceOf(ActionFailedException.class);
        return cause == null ? "" : String.valueOf(cause.getMessage());
    }

    /** Waits until a peer has reported an event of a kind, and returns the latest. */
    public <T extends StatusEvent> T await(int id, Class<T> kind) {
        return await(id, kind, _ -> true);
    }

    public <T extends StatusEvent> T await(int id, Class<T> kind, Predicate<T> which) {
        until(
                "peer " + id + " tells of " + kind.getSimpleName(),
                () -> all(id, kind).stream().anyMatch(which));
        return all(id, kind).stream().filter(which).toList().getLast();
    }

    /** Waits until the latest event of a kind that a peer has reported matches. */
    public <T extends StatusEvent> void awaitLast(int id, Class<T> kind, Predicate<T> like) {
        until(
                "the last " + kind.getSimpleName() + " of peer " + id + " is as wanted",
                () -> {
                    List<T> told = all(id, kind);
                    return !told.isEmpty() && like.test(told.getLast());
                });
    }

    /** Waits until every peer tells the right two successors and predecessors of this circle. */
    void awaitRightRing(int... ids) {
        List<PeerId> circle = peers(ids);
        for (int i = 0; i < ids.length; i++) {
            int at = i;
            awaitLast(
                    ids[i],
                    NeighbourEvent.NeighboursChanged.class,
                    now ->
                            now.successors().stream()
                                            .limit(2)
                                            .toList()
                                            .equals(around(circle, at, 1))
                                    && now.predecessors().equals(around(circle, at, -1)));
        }
    }

    private static List<PeerId> around(List<PeerId> circle, int at, int direction) {
        List<PeerId> neighbours = new ArrayList<>();
        for (int step = 1; step <= Math.min(2, circle.size() - 1); step++) {
            neighbours.add(circle.get(Math.floorMod(at + direction * step, circle.size())));
        }
        return neighbours;
    }

    /**
     * Waits until a condition holds.
     *
     * @param what completes 'waited in vain until'
     */
    public void until(String what, Callable<Boolean> condition) {
        try {
            Awaitility.await(what).atMost(LIMIT).until(condition);
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(
                    "waited in vain until " + what + "; told last:\n" + lastWords(), e);
        }
    }

    private String lastWords() {
        drain();
        List<StatusEntry> told =
                heard.stream()
                        .filter(entry -> !(entry.event() instanceof NeighbourEvent.PingSent))
                        .filter(entry -> !(entry.event() instanceof NeighbourEvent.PingAnswered))
                        .toList();
        return told.subList(Math.max(0, told.size() - LAST_WORDS), told.size()).stream()
                .map(StatusEntry::toString)
                .collect(Collectors.joining("\n"));
    }

    private void drain() {
        supervisor.drain(heard::add, Integer.MAX_VALUE);
    }

    /** Returns all events of a kind that a peer has reported, oldest first. */
    public <T extends StatusEvent> List<T> all(int id, Class<T> kind) {
        return events(id).stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Returns all events of a peer, oldest first. */
    public List<StatusEvent> events(int id) {
        drain();
        return heard.stream()
                .filter(entry -> entry.peer().equals(new PeerId(id)))
                .map(StatusEntry::event)
                .toList();
    }

    /** Returns the process of a peer's latest life. */
    public ProcessHandle process(int id) {
        long processId = all(id, ProcessEvent.ProcessStarted.class).getLast().processId();
        return ProcessHandle.of(processId).orElseThrow();
    }

    static void done(CompletableFuture<Void> action) {
        action.orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join();
    }

    static List<PeerId> peers(int... ids) {
        List<PeerId> peers = new ArrayList<>();
        for (int id : ids) {
            peers.add(new PeerId(id));
        }
        return peers;
    }

    @Override
    public void close() {
        done(supervisor.quitAll());
        drain();
        assertThat(processes()).noneMatch(Vitals::isRunning);
    }

    /** Returns the processes that have run, as far as the system still knows them. */
    private List<ProcessHandle> processes() {
        return heard.stream()
                .map(StatusEntry::event)
                .filter(ProcessEvent.ProcessStarted.class::isInstance)
                .map(started -> ((ProcessEvent.ProcessStarted) started).processId())
                .flatMap(processId -> ProcessHandle.of(processId).stream())
                .toList();
    }
}
