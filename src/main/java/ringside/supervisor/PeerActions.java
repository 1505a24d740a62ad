package ringside.supervisor;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.ChannelCommand;
import ringside.status.PeerCommand;
import ringside.status.ProcessEvent;
import ringside.supervisor.ManagedPeer.Kind;
import ringside.supervisor.PeerProgram.ChildProcess;
import ringside.text.Messages;

/**
 * Actions on a peer that is a process. Calls may block for a moment, so they must not run on a
 * thread of the window.
 */
final class PeerActions implements PeerOperations {

    /** Time for a peer to leave that is to start again, which includes its handover (SPEC 5.1). */
    static final long LEAVE_PATIENCE_S = 45;

    private final Roster roster;
    private final EntryQueue entries;
    private final JoinQueue joinQueue;
    private final PeerProgram program;
    private final RingWideSettings ringWideSettings;

    PeerActions(
            Roster roster,
            EntryQueue entries,
            JoinQueue joinQueue,
            PeerProgram program,
            RingWideSettings ringWideSettings) {
        this.roster = roster;
        this.entries = entries;
        this.joinQueue = joinQueue;
        this.program = program;
        this.ringWideSettings = ringWideSettings;
    }

    @Override
    public CompletableFuture<Void> join(PeerId id) {
        return joinQueue.join(id, null);
    }

    @Override
    public CompletableFuture<Void> joinOn(PeerId id, String host) {
        return reportOfItsEnd(id)
                .thenCompose(_ -> {
                    if (roster.find(id).isPresent()) {
                        throw Refusals.running(id);
                    }
                    program.place(id, host);
                    return join(id);
                });
    }

    /** One whose process has ended counts as alive for another moment: a guest may be faster. */
    private CompletableFuture<Void> reportOfItsEnd(PeerId id) {
        return roster.find(id)
                .filter(peer -> peer.launched().isDone() && peer.isWithoutProcess())
                .map(ManagedPeer::ended)
                .orElseGet(Supervisor::done);
    }

    @Override
    public CompletableFuture<Void> kill(PeerId id) {
        ManagedPeer peer = roster.get(id);
        ChildProcess process = processOf(peer, "byHand.kill");
        synchronized (peer) {
            peer.setKilled();
            entries.addProcessEvent(id, new ProcessEvent.ProcessKilled());
            process.kill();
        }
        return Supervisor.done();
    }

    @Override
    public CompletableFuture<Void> pause(PeerId id) {
        ManagedPeer peer = roster.get(id);
        ChildProcess process = processOf(peer, "byHand.pause");
        synchronized (peer) {
            if (peer.isPaused()) {
                throw Refusals.paused(id);
            }
            process.pause();
            peer.setPaused(true);
            entries.addProcessEvent(id, new ProcessEvent.ProcessPaused());
        }
        return Supervisor.done();
    }

    @Override
    public CompletableFuture<Void> resume(PeerId id) {
        ManagedPeer peer = roster.get(id);
        ChildProcess process = processOf(peer, "byHand.resume");
        synchronized (peer) {
            if (!peer.isPaused()) {
                throw Refusals.notPaused(id);
            }
            process.resume();
            peer.setPaused(false);
            entries.addProcessEvent(id, new ProcessEvent.ProcessResumed());
        }
        return Supervisor.done();
    }

    @Override
    public CompletableFuture<Void> tell(PeerId id, PeerCommand what) {
        awake(id, what).send(what);
        return Supervisor.done();
    }

    @Override
    public CompletableFuture<Void> cutHost(String host) {
        program.cut(host);
        return Supervisor.done();
    }

    @Override
    public CompletableFuture<Void> mendHost(String host) {
        program.mend(host);
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
            throw Refusals.pausedAndTold(id, what);
        }
        return peer;
    }

    @Override
    public CompletableFuture<Void> tellAll(PeerCommand what) {
        ringWideSettings.note(what);
        return sendToAll(what);
    }

    CompletableFuture<Void> sendToAll(ChannelCommand what) {
        return PeerOperations.forEach(
                roster.living().stream().map(ManagedPeer::id).toList(),
                id -> {
                    roster.get(id).send(what);
                    return Supervisor.done();
                });
    }

    @Override
    public CompletableFuture<Void> restart(PeerId id) {
        if (!roster.hasSeen(id)) {
            roster.get(id);
        }
        return roster.find(id)
                .map(peer -> leave(peer).thenCompose(_ -> join(id)))
                .orElseGet(() -> join(id));
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
        if (failure instanceof TimeoutException) {
            throw Refusals.doesNotLeave(peer.id());
        }
        throw new ActionFailedException(
                Messages.SUPERVISOR.format("peer.failedToLeave", peer.id()));
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
