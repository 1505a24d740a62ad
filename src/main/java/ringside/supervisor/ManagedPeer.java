package ringside.supervisor;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import ringside.channel.PeerConnection;
import ringside.ring.PeerId;
import ringside.status.ChannelCommand;
import ringside.supervisor.PeerProgram.ChildProcess;
import ringside.text.Messages;

/**
 * One life of a peer: from the start of its process, or from its connection if it was started by
 * hand, to its end. Thread-safe; never blocks.
 */
final class ManagedPeer {

    /**
     * Maximum number of commands kept for a peer that has not connected yet: no user gives more.
     */
    private static final int MAX_PENDING = 64;

    enum Kind {
        /** The supervisor started its process. */
        STARTED,
        /** A user started it in a terminal (SPEC 9.3). */
        ATTACHED
    }

    private final PeerId id;
    private final Kind kind;
    private final CompletableFuture<Void> launched = new CompletableFuture<>();
    private final CompletableFuture<Void> introduced = new CompletableFuture<>();
    private final CompletableFuture<Void> running = new CompletableFuture<>();
    private final CompletableFuture<Void> disconnected = new CompletableFuture<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final List<ChannelCommand> pending = new ArrayList<>();
    private @Nullable ChildProcess process;
    private @Nullable PeerConnection connection;
    private boolean paused;
    private boolean killed;
    private boolean leaving;

    ManagedPeer(PeerId id, Kind kind) {
        this.id = id;
        this.kind = kind;
    }

    PeerId id() {
        return id;
    }

    Kind kind() {
        return kind;
    }

    /** Completes when the process runs; fails when it could not be started. */
    CompletableFuture<Void> launched() {
        return launched;
    }

    /** Completes when the peer connects, or at its end if it never does. */
    CompletableFuture<Void> introduced() {
        return introduced;
    }

    /** Completes when the peer is a member of the ring, or at its end. */
    CompletableFuture<Void> running() {
        return running;
    }

    /** Completes when the peer's channel has closed. */
    CompletableFuture<Void> disconnected() {
        return disconnected;
    }

    /** Completes when the peer's end has been reported. */
    CompletableFuture<Void> ended() {
        return ended;
    }

    synchronized @Nullable ChildProcess process() {
        return process;
    }

    /** Returns whether its process has ended; the report of that may still be on its way. */
    synchronized boolean isWithoutProcess() {
        return process != null && !process.isAlive();
    }

    synchronized boolean isPaused() {
        return paused;
    }

    synchronized boolean wasKilled() {
        return killed;
    }

    synchronized boolean isConnected() {
        return connection != null;
    }

    /** Returns whether a newcomer can join through this peer. */
    synchronized boolean canIntroduce() {
        return running.isDone() && !ended.isDone() && !paused && !killed && !leaving;
    }

    synchronized void setProcess(ChildProcess started) {
        process = started;
    }

    synchronized void setPaused(boolean now) {
        paused = now;
    }

    synchronized void setKilled() {
        killed = true;
    }

    synchronized boolean isLeaving() {
        return leaving;
    }

    synchronized void setLeaving() {
        leaving = true;
    }

    /** Returns the number of the process that has connected; empty while none has. */
    synchronized OptionalLong introducedProcess() {
        return connection == null
                ? OptionalLong.empty()
                : OptionalLong.of(connection.hello().processId());
    }

    /** Sets the connection and sends the commands that waited for it. */
    synchronized void connect(PeerConnection its) {
        connection = its;
        pending.forEach(its::send);
        pending.clear();
        introduced.complete(null);
    }

    /**
     * Sends a command, or keeps it until the peer has connected.
     *
     * @throws ActionFailedException when too many are waiting
     */
    synchronized void send(ChannelCommand command) {
        boolean taken =
                connection != null
                        ? connection.send(command)
                        : pending.size() < MAX_PENDING && pending.add(command);
        if (!taken) {
            throw new ActionFailedException(Messages.SUPERVISOR.format("peer.full", id));
        }
    }

    /** Closes the connection, if there is one. */
    synchronized void disconnect() {
        if (connection != null) {
            connection.close();
        }
    }

    /** Ends every wait for this life of the peer. */
    void end() {
        introduced.complete(null);
        running.complete(null);
        ended.complete(null);
    }
}
