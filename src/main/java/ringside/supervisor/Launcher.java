package ringside.supervisor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import ringside.ring.PeerId;
import ringside.status.PeerSettings;
import ringside.status.ProcessEvent;
import ringside.supervisor.ManagedPeer.Kind;
import ringside.text.Messages;

/**
 * Starts the processes of peers and watches each until its end, on its own virtual thread (SPEC 9).
 * May be used from any thread.
 */
final class Launcher {

    /** The environment variable with the token that a peer sends first on the status channel. */
    static final String TOKEN_VARIABLE = "RINGSIDE_STATUS_TOKEN";

    /**
     * Variables with a user's options for this program's JVM, such as a debugger's port, which only
     * one process can use.
     */
    private static final Set<String> FOR_OTHER_JVMS =
            Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    /**
     * Maximum number of peers starting at once: more would only slow each other down on a few
     * cores.
     */
    private static final int STARTING_AT_ONCE = 8;

    /** Time after which a silent starting peer no longer delays the others. */
    private static final long START_PATIENCE_S = 10;

    /** Time for the last lines of an ended peer to arrive. */
    private static final long LAST_WORDS_S = 2;

    private final SupervisorSettings settings;
    private final InetSocketAddress status;
    private final String token;
    private final Supplier<PeerSettings> behaviour;
    private final Roster roster;
    private final EntryQueue entries;
    private final OrphanGuard guard;
    private final Semaphore starting = new Semaphore(STARTING_AT_ONCE, true);

    Launcher(
            SupervisorSettings settings,
            InetSocketAddress status,
            String token,
            Supplier<PeerSettings> behaviour,
            Roster roster,
            EntryQueue entries,
            OrphanGuard guard) {
        this.settings = settings;
        this.status = status;
        this.token = token;
        this.behaviour = behaviour;
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
        Thread.ofVirtual().name("peer " + id).start(() -> live(peer, start));
        return peer;
    }

    private void live(ManagedPeer peer, PeerStart start) {
        try {
            starting.acquire();
            Process process;
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

    private Process start(ManagedPeer peer, PeerStart start) throws IOException {
        if (roster.isClosed() || peer.wasKilled()) {
            throw new ActionFailedException(Messages.SUPERVISOR.format("peer.endedBefore"));
        }
        Path folder = Files.createDirectories(settings.folderOf(peer.id()));
        ProcessBuilder builder =
                new ProcessBuilder(
                        PeerCommandLine.of(settings, behaviour.get(), status, peer.id(), start));
        builder.directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(errorsOf(peer).toFile());
        builder.environment().put(TOKEN_VARIABLE, token);
        builder.environment().keySet().removeAll(FOR_OTHER_JVMS);
        synchronized (peer) {
            Process process = builder.start();
            guard.add(process.pid());
            // Reported and recorded before the peer can connect, so that its own events follow.
            peer.setProcess(process);
            entries.addProcessEvent(
                    peer.id(),
                    new ProcessEvent.ProcessStarted(
                            process.pid(), settings.basePort() + peer.id().value()));
            peer.launched().complete(null);
            return process;
        }
    }

    private static void await(ManagedPeer peer, long seconds) throws InterruptedException {
        Process process = peer.process();
        if (process != null) {
            var _ = process.onExit().thenRun(() -> peer.introduced().complete(null));
        }
        try {
            peer.introduced().get(seconds, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            // The peer may be paused or the machine busy: it goes on, and others may start.
        } catch (ExecutionException e) {
            throw new IllegalStateException("nothing completes this with a failure", e);
        }
    }

    private void follow(ManagedPeer peer, Process process) throws InterruptedException {
        int code = process.waitFor();
        guard.remove(process.pid());
        if (peer.isConnected()) {
            awaitLastEvents(peer);
        }
        entries.addProcessEvent(
                peer.id(), ExitClassifier.classify(code, peer.wasKilled(), errorsOf(peer)));
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

    private Path errorsOf(ManagedPeer peer) {
        return settings.folderOf(peer.id()).resolve("stderr.txt");
    }

    private static ActionFailedException notStarted(ManagedPeer peer, Exception cause) {
        return new ActionFailedException(
                Messages.SUPERVISOR.format(
                        "peer.notStarted", peer.id(), String.valueOf(cause.getMessage())));
    }
}
