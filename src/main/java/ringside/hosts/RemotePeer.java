package ringside.hosts;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import ringside.channel.ConnectionListener;
import ringside.channel.PeerConnection;
import ringside.ring.PeerId;
import ringside.status.LifeEvent;
import ringside.status.ProcessEvent.ProcessEnded;
import ringside.status.StatusEntry;
import ringside.supervisor.ActionFailedException;
import ringside.supervisor.PeerProgram.ChildProcess;
import ringside.supervisor.PeerProgram.Voice;
import ringside.text.Messages;

/**
 * A peer's process on another host, as its agent tells of it. What is asked of the process is on
 * its way when a method returns. Thread-safe.
 */
final class RemotePeer implements ChildProcess {

    /** Time for an agent to start a process or to say why it could not, in s. */
    private static final long START_LIMIT_S = 30;

    private final PeerId peer;
    private final HostLink link;
    private final ConnectionListener listener;
    private final CompletableFuture<Long> processId = new CompletableFuture<>();
    private final CompletableFuture<Optional<ProcessEnded>> end = new CompletableFuture<>();
    private @Nullable PeerConnection connection;

    /** Creates a peer that the agent has been told to start. */
    RemotePeer(PeerId peer, HostLink link, ConnectionListener listener) {
        this.peer = peer;
        this.link = link;
        this.listener = listener;
    }

    /**
     * Waits until its process runs.
     *
     * @throws ActionFailedException with a sentence when it does not
     */
    void awaitStart() {
        try {
            processId.get(START_LIMIT_S, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new ActionFailedException(Messages.HOSTS.format("start.late", host()));
        } catch (ExecutionException e) {
            throw ActionFailedException.causeOf(e) instanceof ActionFailedException refused
                    ? refused
                    : new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ActionFailedException(Messages.HOSTS.format("start.late", host()));
        }
    }

    // -- what the agent tells, on the thread that reads from it

    void started(long number) {
        processId.complete(number);
    }

    void notStarted(String reason) {
        processId.completeExceptionally(new ActionFailedException(reason));
    }

    void said(StatusEntry entry) {
        PeerConnection known = connection;
        if (known != null) {
            listener.reported(known, entry);
        } else if (entry.event() instanceof LifeEvent.Hello hello) {
            PeerConnection begun = new RemoteConnection(peer, hello, link);
            connection = begun;
            listener.connected(begun, entry);
        }
    }

    void ended(ProcessEnded how) {
        notStarted(how.reason());
        end(Optional.of(how));
    }

    void endedWithItsHost(String reason) {
        notStarted(reason);
        end(Optional.empty());
    }

    private void end(Optional<ProcessEnded> how) {
        PeerConnection known = connection;
        if (known != null) {
            listener.disconnected(known);
        }
        end.complete(how);
    }

    PeerId peer() {
        return peer;
    }

    // -- what the supervisor asks

    @Override
    public long id() {
        return processId.getNow(0L);
    }

    @Override
    public String host() {
        return link.host().name();
    }

    @Override
    public long peerProcess() {
        return id();
    }

    @Override
    public boolean isAlive() {
        return !end.isDone();
    }

    /** Returns whether it has been heard, and so had its ports. */
    boolean hasBeenHeard() {
        return connection != null;
    }

    @Override
    public Voice hear(PeerConnection offered) {
        return offered.equals(connection) ? Voice.MAIN : Voice.STRANGE;
    }

    @Override
    public boolean hearNoMore(PeerConnection closed) {
        return false;
    }

    @Override
    public int waitFor() throws InterruptedException {
        try {
            return end.get().map(ProcessEnded::exitCode).orElse(0);
        } catch (ExecutionException e) {
            throw new IllegalStateException("nothing completes this with a failure", e);
        }
    }

    @Override
    public void whenEnded(Runnable action) {
        var _ = end.thenRun(action);
    }

    @Override
    public void pause() {
        link.send(new AgentCommand.Pause(peer));
    }

    @Override
    public void resume() {
        link.send(new AgentCommand.Resume(peer));
    }

    @Override
    public void kill() {
        link.send(new AgentCommand.Kill(peer));
    }

    /** Its agent sees to it. */
    @Override
    public boolean leavesWithItsWindow() {
        return true;
    }

    @Override
    public Optional<ProcessEnded> explain(int exitCode, boolean wasKilled) {
        return end.join();
    }
}
