package ringside.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import ringside.peer.Origin;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.PeerCommand;
import ringside.status.ProcessEvent;
import ringside.supervisor.ActionFailedException;
import ringside.supervisor.PeerOperations;
import ringside.supervisor.Refusals;

/** What a user can do to the peers of a {@link SimulatedRing}. For the thread of its simulation. */
final class SimulatedActions implements PeerOperations {

    /** Time for a join before the next one begins. */
    private static final long JOIN_PATIENCE_MS = 30_000;

    /** Time for a peer to leave that is to start again, which includes its handover (SPEC 5.1). */
    private static final long LEAVE_PATIENCE_MS = 45_000;

    private final SimulatedRing ring;

    /** Joins that wait for the one under way (SPEC 7.2). */
    private final ArrayDeque<Runnable> joins = new ArrayDeque<>();

    private boolean isJoining;

    SimulatedActions(SimulatedRing ring) {
        this.ring = ring;
    }

    @Override
    public CompletableFuture<Void> join(PeerId id) {
        return join(id, null);
    }

    /**
     * Starts a joining peer after the joins before it.
     *
     * @param known the peer to join through; null for any suitable one
     */
    CompletableFuture<Void> join(PeerId id, @Nullable PeerId known) {
        if (known != null) {
            ring.get(known);
        }
        CompletableFuture<Void> launched = new CompletableFuture<>();
        joins.add(() -> joinNow(id, known, launched));
        joinNext();
        return launched;
    }

    private void joinNext() {
        if (!isJoining && !joins.isEmpty()) {
            isJoining = true;
            joins.remove().run();
        }
    }

    private void joinNow(PeerId id, @Nullable PeerId known, CompletableFuture<Void> launched) {
        try {
            ring.start(id, known == null ? origin(id) : through(known));
            CompletableFuture<Void> over = ring.get(id).running().copy();
            ring.laterMs(JOIN_PATIENCE_MS, () -> over.complete(null));
            var _ = over.thenRun(this::onJoined);
            launched.complete(null);
        } catch (ActionFailedException e) {
            launched.completeExceptionally(e);
            onJoined();
        }
    }

    private void onJoined() {
        isJoining = false;
        joinNext();
    }

    private Origin through(PeerId known) {
        ring.get(known);
        return new Origin.Join(known);
    }

    /**
     * Chooses a peer that can introduce the newcomer; without living peers, the newcomer begins a
     * ring.
     */
    private Origin origin(PeerId id) {
        if (ring.living().isEmpty()) {
            return new Origin.Neighbours(List.of());
        }
        if (ring.find(id).isPresent()) {
            throw Refusals.running(id);
        }
        return ring.living().stream()
                .filter(life -> life.canIntroduce() && !peer(life.id()).isPaused())
                .findFirst()
                .<Origin>map(life -> new Origin.Join(life.id()))
                .orElseThrow(() -> Refusals.nobodyIntroduces(id));
    }

    @Override
    public CompletableFuture<Void> joinOn(PeerId id, String host) {
        throw Refusals.noHost(host);
    }

    @Override
    public CompletableFuture<Void> kill(PeerId id) {
        ring.kill(ring.get(id));
        return SimulatedRing.done();
    }

    @Override
    public CompletableFuture<Void> pause(PeerId id) {
        SimulatedPeer peer = living(id);
        if (peer.isPaused()) {
            throw Refusals.paused(id);
        }
        peer.pause();
        ring.tell(id, new ProcessEvent.ProcessPaused());
        return SimulatedRing.done();
    }

    @Override
    public CompletableFuture<Void> resume(PeerId id) {
        SimulatedPeer peer = living(id);
        if (!peer.isPaused()) {
            throw Refusals.notPaused(id);
        }
        ring.tell(id, new ProcessEvent.ProcessResumed());
        peer.resume();
        return SimulatedRing.done();
    }

    @Override
    public CompletableFuture<Void> restart(PeerId id) {
        if (!ring.hasSeen(id)) {
            ring.get(id);
        }
        Optional<SimulatedLife> life = ring.find(id);
        return life.isPresent() ? leave(life.get()).thenCompose(_ -> join(id)) : join(id);
    }

    private CompletableFuture<Void> leave(SimulatedLife life) {
        SimulatedPeer peer = peer(life.id());
        if (peer.isPaused()) {
            var _ = resume(life.id());
        }
        peer.command(new PeerCommand.Quit());
        CompletableFuture<Void> ended = life.ended().copy();
        ring.laterMs(
                LEAVE_PATIENCE_MS,
                () -> ended.completeExceptionally(Refusals.doesNotLeave(life.id())));
        return ended;
    }

    @Override
    public CompletableFuture<Void> tell(PeerId id, PeerCommand what) {
        SimulatedPeer peer = awake(id, what);
        if (what instanceof PeerCommand.Store store) {
            provide(store, peer.disk());
        }
        peer.command(what);
        return SimulatedRing.done();
    }

    @Override
    public CompletableFuture<Void> tellAll(PeerCommand what) {
        ring.ringWideSettings().note(what);
        ring.living().forEach(life -> peer(life.id()).command(what));
        return SimulatedRing.done();
    }

    @Override
    public CompletableFuture<Void> cutHost(String host) {
        throw Refusals.noHost(host);
    }

    @Override
    public CompletableFuture<Void> mendHost(String host) {
        throw Refusals.noHost(host);
    }

    CompletableFuture<Void> storeSample(PeerId id, Path sample, FileNumber number) {
        PeerCommand.Store what = new PeerCommand.Store(sample.toString(), number);
        awake(id, what);
        ring.tell(id, new ProcessEvent.SampleGiven(number));
        return tell(id, what);
    }

    /** Lays the file that is to be stored on the peer's disk; one that is missing stays so. */
    private static void provide(PeerCommand.Store store, SimulatedDisk disk) {
        try {
            disk.putAt(store.path(), Files.readAllBytes(Path.of(store.path())));
        } catch (IOException e) {
            // The peer finds no such file, and says so as a process would.
        }
    }

    private SimulatedPeer awake(PeerId id, PeerCommand what) {
        SimulatedPeer peer = living(id);
        if (peer.isPaused()) {
            throw Refusals.pausedAndTold(id, what);
        }
        return peer;
    }

    private SimulatedPeer living(PeerId id) {
        return peer(ring.get(id).id());
    }

    private SimulatedPeer peer(PeerId id) {
        return ring.simulation().peer(id);
    }
}
