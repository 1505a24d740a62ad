package ringside.supervisor;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import ringside.channel.ConnectionListener;
import ringside.ring.PeerId;
import ringside.status.ProcessEvent;
import ringside.supervisor.ManagedPeer.Kind;
import ringside.supervisor.PeerProgram.ChildProcess;
import ringside.text.Messages;

/**
 * Starts the processes of peers and watches each until its end, on a thread of its own (SPEC 9).
 * May be used from any thread.
 */
final class Launcher {

    /**
     * Maximum number of peers starting at once: more would only slow each other down on a few
     * cores.
     */
    private static final int STARTING_AT_ONCE = 8;

    /** Time after which a silent starting peer no longer delays the others. */
    private static final long START_PATIENCE_S = 10;

    /** Time for the last lines of an ended peer to arrive. */
    private static final long LAST_WORDS_S = 2;

    private final PeerProgram program;
    private final StatusAccess status;
    private final int basePort;
    private final ConnectionListener listener;
    private final Roster roster;
    private final EntryQueue entries;
    private final OrphanGuard guard;
    private final Semaphore starting = new Semaphore(STARTING_AT_ONCE, true);

    Launcher(
            PeerProgram program,
            StatusAccess status,
            int basePort,
            ConnectionListener listener,
            Roster roster,
            EntryQueue entries,
            OrphanGuard guard) {
        this.program = program;
        this.status = status;
        this.basePort = basePort;
        this.listener = listener;
        this.roster = roster;
        this.entries = entries;
        this.guard = guard;
    }

    /**
     * Adds a peer to the roster and starts it as soon as fewer than {@value #STARTING_AT_ONCE} are
     * starting.
     *
     * @throws ActionFailedException when its id is alive
     */
    ManagedPeer launch(PeerId id, PeerStart start) {
        ManagedPeer peer = new ManagedPeer(id, Kind.STARTED);
        roster.add(peer);
        Thread.ofPlatform().daemon().name("peer " + id).start(() -> live(peer, start));
        return peer;
    }

    private void live(ManagedPeer peer, PeerStart start) {
        try {
            starting.acquire();
            ChildProcess process;
            try {
                process = start(peer, start);
                await(peer, START_PATIENCE_S);
            } finally {
                starting.release();
            }
            follow(peer, process);
        } catch (IOException | ActionFailedException e) {
            peer.launched().completeExceptionally(notStarted(peer, e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            peer.end();
        }
    }

    private ChildProcess start(ManagedPeer peer, PeerStart start) throws IOException {
        if (roster.isClosed() || peer.wasKilled()) {
            throw new ActionFailedException(Messages.SUPERVISOR.format("peer.endedBefore"));
        }
        synchronized (peer) {
            ChildProcess process = program.start(peer.id(), start, status, listener);
            guard.add(process);
            // Reported and recorded before the peer can connect, so that its own events follow.
            peer.setProcess(process);
            entries.addProcessEvent(
                    peer.id(),
                    new ProcessEvent.ProcessStarted(
                            process.id(), basePort + peer.id().value(), process.host()));
            peer.launched().complete(null);
            return process;
        }
    }

    private static void await(ManagedPeer peer, long seconds) throws InterruptedException {
        ChildProcess process = peer.process();
        if (process != null) {
            process.whenEnded(() -> peer.introduced().complete(null));
        }
        try {
            peer.introduced().get(seconds, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            // The peer may be paused or the machine busy: it goes on, and others may start.
        } catch (ExecutionException e) {
            throw new IllegalStateException("nothing completes this with a failure", e);
        }
    }

    private void follow(ManagedPeer peer, ChildProcess process) throws InterruptedException {
        int code = process.waitFor();
        guard.remove(process);
        if (peer.isConnected()) {
            awaitLastEvents(peer);
        }
        process.explain(code, peer.wasKilled())
                .ifPresent(ended -> entries.addProcessEvent(peer.id(), ended));
    }

    private static void awaitLastEvents(ManagedPeer peer) throws InterruptedException {
        try {
            peer.disconnected().get(LAST_WORDS_S, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            // A full entry queue that nobody drains must not suppress the report of the end.
        } catch (ExecutionException e) {
            throw new IllegalStateException("nothing completes this with a failure", e);
        }
    }

    private static ActionFailedException notStarted(ManagedPeer peer, Exception cause) {
        return new ActionFailedException(
                Messages.SUPERVISOR.format(
                        "peer.notStarted", peer.id(), String.valueOf(cause.getMessage())));
    }
}
