package ringside.supervisor;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import ringside.ring.PeerId;
import ringside.text.Messages;

/**
 * Lets peers join one after the other: two that join into the same gap at once could both take the
 * same neighbours (SPEC 7.2 allows one change at a time in small rings). May be used from any
 * thread.
 */
final class JoinQueue {

    /** Time for a join before the next one begins. */
    private static final long JOIN_PATIENCE_S = 30;

    private final Roster roster;
    private final Launcher launcher;
    private final ExecutorService oneAtATime =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("joins").factory());

    JoinQueue(Roster roster, Launcher launcher) {
        this.roster = roster;
        this.launcher = launcher;
    }

    /**
     * Starts a joining peer after the joins queued before it.
     *
     * @param known the peer to join through; null for any suitable one
     * @return completes when the process runs; fails with an {@link ActionFailedException}
     */
    CompletableFuture<Void> join(PeerId id, @Nullable PeerId known) {
        CompletableFuture<Void> launched = new CompletableFuture<>();
        try {
            oneAtATime.execute(() -> joinNow(id, known, launched));
            return launched;
        } catch (RejectedExecutionException e) {
            throw Refusals.ending();
        }
    }

    /** Accepts no more joins; waiting ones fail, because the roster is closed. */
    void close() {
        oneAtATime.shutdown();
    }

    private void joinNow(PeerId id, @Nullable PeerId known, CompletableFuture<Void> launched) {
        try {
            ManagedPeer peer = launcher.launch(id, known == null ? start(id) : through(known));
            var _ = peer.launched().whenComplete((_, failure) -> settle(launched, failure));
            await(peer.running());
        } catch (ActionFailedException e) {
            launched.completeExceptionally(e);
        }
    }

    private static void settle(CompletableFuture<Void> future, @Nullable Throwable failure) {
        if (failure == null) {
            future.complete(null);
        } else {
            future.completeExceptionally(failure);
        }
    }

    private PeerStart through(PeerId known) {
        ManagedPeer through = roster.get(known);
        await(CompletableFuture.anyOf(through.running(), through.ended()));
        return new PeerStart.Joining(known);
    }

    /**
     * Chooses a peer that can introduce the newcomer; without living peers, the newcomer begins a
     * ring.
     */
    private PeerStart start(PeerId id) {
        List<ManagedPeer> living = roster.living();
        if (living.isEmpty()) {
            return new PeerStart.WithNeighbours(id, id);
        }
        if (roster.find(id).isPresent()) {
            throw Refusals.running(id);
        }
        await(
                CompletableFuture.anyOf(
                        living.stream()
                                .map(ManagedPeer::running)
                                .toArray(CompletableFuture<?>[]::new)));
        Optional<ManagedPeer> introducer =
                roster.living().stream().filter(ManagedPeer::canIntroduce).findFirst();
        return introducer
                .map(peer -> (PeerStart) new PeerStart.Joining(peer.id()))
                .orElseThrow(() -> Refusals.nobodyIntroduces(id));
    }

    private static void await(CompletableFuture<?> event) {
        try {
            event.get(JOIN_PATIENCE_S, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            // Proceed; a later step reports the failure.
        } catch (ExecutionException e) {
            throw new IllegalStateException("nothing completes this with a failure", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ActionFailedException(Messages.SUPERVISOR.format("join.interrupted"));
        }
    }
}
