package ringside.supervisor;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import ringside.channel.StatusServer;
import ringside.status.PeerCommand;
import ringside.supervisor.ManagedPeer.Kind;
import ringside.supervisor.PeerProgram.ChildProcess;

/** Ends a ring so that no process is left, however this program ends. */
final class Shutdown {

    /** Time for peers to leave by themselves before they are killed. */
    static final long PATIENCE_S = 5;

    /** Time for the system to end killed processes. */
    private static final long KILL_PATIENCE_S = 10;

    private final Roster roster;
    private final JoinQueue joinQueue;
    private final StatusServer server;
    private final List<Runnable> actions = new CopyOnWriteArrayList<>();
    private volatile @Nullable AtExit atExit;

    Shutdown(Roster roster, JoinQueue joinQueue, StatusServer server) {
        this.roster = roster;
        this.joinQueue = joinQueue;
        this.server = server;
    }

    /** Also ends the ring when the JVM is ended, for example with Ctrl-C. */
    void guardWithShutdownHook() {
        atExit = AtExit.run("end of the ring", this::quitAll);
    }

    void whenEnded(Runnable action) {
        actions.add(action);
    }

    /** Lets all peers leave, kills those that do not, and returns when none is left. */
    void quitAll() {
        roster.close();
        joinQueue.close();
        List<ManagedPeer> own =
                roster.living().stream().filter(peer -> peer.kind() == Kind.STARTED).toList();
        own.forEach(Shutdown::tellToQuit);
        if (!haveEnded(own, PATIENCE_S)) {
            own.forEach(Shutdown::killIfAlive);
            haveEnded(own, KILL_PATIENCE_S);
        }
        roster.living().forEach(ManagedPeer::disconnect);
        closeServer();
        actions.forEach(Runnable::run);
        AtExit guard = atExit;
        if (guard != null) {
            guard.remove();
        }
    }

    private static void tellToQuit(ManagedPeer peer) {
        try {
            ChildProcess process = peer.process();
            if (peer.isPaused() && process != null) {
                process.resume();
            }
            peer.send(new PeerCommand.Quit());
        } catch (ActionFailedException e) {
            // It is killed when its time is up.
        }
    }

    private static void killIfAlive(ManagedPeer peer) {
        ChildProcess process = peer.process();
        if (process != null && process.isAlive()) {
            peer.setKilled();
            process.kill();
        }
    }

    private static boolean haveEnded(List<ManagedPeer> peers, long seconds) {
        try {
            CompletableFuture.allOf(
                            peers.stream()
                                    .map(ManagedPeer::ended)
                                    .toArray(CompletableFuture<?>[]::new))
                    .get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("nothing completes this with a failure", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void closeServer() {
        try {
            server.close();
        } catch (IOException e) {
            // Nobody is left to connect.
        }
    }
}
