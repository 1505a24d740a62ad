package ringside.supervisor;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.CommandText;
import ringside.status.PeerCommand;
import ringside.status.ProcessEvent;
import ringside.supervisor.ManagedPeer.Kind;
import ringside.supervisor.PeerProgram.ChildProcess;
import ringside.text.Messages;

/**
 * Actions on a single peer. Each method throws an {@link ActionFailedException} or returns a future
 * that fails with one. Calls may block for a moment, so they must not run on a thread of the
 * window.
 */
final class PeerActions {

    /** Time for a peer to leave that is to start again, which includes its handover (SPEC 5.1). */
    static final long LEAVE_PATIENCE_S = 45;

    private final Roster roster;
    private final EntryQueue entries;
    private final JoinQueue joinQueue;

    PeerActions(Roster roster, EntryQueue entries, JoinQueue joinQueue) {
        this.roster = roster;
        this.entries = entries;
        this.joinQueue = joinQueue;
    }

    CompletableFuture<Void> kill(PeerId id) {
        ManagedPeer peer = roster.get(id);
        ChildProcess process = processOf(peer, "byHand.kill");
        synchronized (peer) {
            peer.setKilled();
            entries.addProcessEvent(id, new ProcessEvent.ProcessKilled());
            process.kill();
        }
        return Supervisor.done();
    }

    CompletableFuture<Void> pause(PeerId id) {
        ManagedPeer peer = roster.get(id);
        ChildProcess process = processOf(peer, "byHand.pause");
        synchronized (peer) {
            if (peer.isPaused()) {
                throw new ActionFailedException(Messages.SUPERVISOR.format("peer.paused", id));
            }
            process.pause();
            peer.setPaused(true);
            entries.addProcessEvent(id, new ProcessEvent.ProcessPaused());
        }
        return Supervisor.done();
    }

    CompletableFuture<Void> resume(PeerId id) {
        ManagedPeer peer = roster.get(id);
        ChildProcess process = processOf(peer, "byHand.resume");
        synchronized (peer) {
            if (!peer.isPaused()) {
                throw new ActionFailedException(Messages.SUPERVISOR.format("peer.notPaused", id));
            }
            process.resume();
            peer.setPaused(false);
            entries.addProcessEvent(id, new ProcessEvent.ProcessResumed());
        }
        return Supervisor.done();
    }

    CompletableFuture<Void> tell(PeerId id, PeerCommand what) {
        awake(id, what).send(what);
        return Supervisor.done();
    }

    CompletableFuture<Void> storeSample(PeerId id, Path sample, FileNumber number) {
        PeerCommand.Store what = new PeerCommand.Store(sample.toString(), number);
        ManagedPeer writer = awake(id, what);
        entries.addProcessEvent(id, new ProcessEvent.SampleGiven(number));
        writer.send(what);
        return Supervisor.done();
    }

    private ManagedPeer awake(PeerId id, PeerCommand what) {
        ManagedPeer peer = roster.get(id);
        if (peer.isPaused()) {
            throw new ActionFailedException(
                    Messages.SUPERVISOR.format("peer.pausedAndTold", id, CommandText.of(what)));
        }
        return peer;
    }

    /** Restarts a dead peer; lets a living one leave and rejoin. */
    CompletableFuture<Void> restart(PeerId id) {
        if (!roster.hasSeen(id)) {
            roster.get(id);
        }
        return roster.find(id)
                .map(peer -> leave(peer).thenCompose(_ -> joinQueue.join(id, null)))
                .orElseGet(() -> joinQueue.join(id, null));
    }

    private CompletableFuture<Void> leave(ManagedPeer peer) {
        processOf(peer, "byHand.restart");
        if (peer.isPaused()) {
            var _ = resume(peer.id());
        }
        peer.send(new PeerCommand.Quit());
        return peer.ended()
                .copy()
                .orTimeout(LEAVE_PATIENCE_S, TimeUnit.SECONDS)
                .exceptionally(failure -> failToLeave(peer, failure));
    }

    private static Void failToLeave(ManagedPeer peer, Throwable failure) {
        boolean isLate = failure instanceof TimeoutException;
        throw new ActionFailedException(
                Messages.SUPERVISOR.format(
                        isLate ? "peer.doesNotLeave" : "peer.failedToLeave", peer.id()));
    }

    /** Returns the peer's process. For a peer started by hand, throws the sentence of the key. */
    private static ChildProcess processOf(ManagedPeer peer, String byHand) {
        if (peer.kind() == Kind.ATTACHED) {
            throw new ActionFailedException(Messages.SUPERVISOR.format(byHand, peer.id()));
        }
        ChildProcess process = peer.process();
        if (process == null) {
            throw new ActionFailedException(
                    Messages.SUPERVISOR.format("peer.aboutToStart", peer.id()));
        }
        return process;
    }
}
