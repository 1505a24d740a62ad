package ringside.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import ringside.channel.ConnectionListener;
import ringside.channel.PeerConnection;
import ringside.ring.PeerId;
import ringside.status.PeerSettings;
import ringside.status.PlantedFault;
import ringside.status.ProcessEvent.ProcessEnded;

/**
 * This program's own peers as processes of this machine, which report over the status channel. May
 * be used from any thread.
 */
public final class RingsideProgram implements PeerProgram {

    /**
     * Variables with a user's options for this program's JVM, such as a debugger's port, which only
     * one process can use.
     */
    private static final Set<String> FOR_OTHER_JVMS =
            Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    private final SupervisorSettings settings;
    private final Supplier<PeerSettings> behaviour;
    private final Supplier<PeerNetwork> network;
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger expected = new AtomicInteger();
    private volatile Map<PeerId, PlantedFault> faults = Map.of();

    /**
     * Creates the peers of a ring, of which none runs yet.
     *
     * @param behaviour the settings with which a peer starts now
     * @param network how a peer that starts now reaches the others
     */
    public RingsideProgram(
            SupervisorSettings settings,
            Supplier<PeerSettings> behaviour,
            Supplier<PeerNetwork> network) {
        this.settings = settings;
        this.behaviour = behaviour;
        this.network = network;
    }

    /** A ring that starts as a whole is a crowd, or none, from its first peer on. */
    @Override
    public void prepare(List<PeerId> ring) {
        expect(ring.size());
    }

    /** Is told how many peers this machine is about to have, with those that run. */
    public void expect(int peers) {
        expected.set(peers);
    }

    /** Returns how many peers will run here beside one that starts now. */
    int others() {
        return Math.max(running.get(), expected.get() - 1);
    }

    @Override
    public ChildProcess start(
            PeerId peer, PeerStart start, StatusAccess status, ConnectionListener listener)
            throws IOException {
        Path folder = Files.createDirectories(settings.folderOf(peer));
        Path errors = folder.resolve("stderr.txt");
        PeerNetwork reach = network.get();
        ProcessBuilder builder =
                new ProcessBuilder(
                        PeerCommandLine.of(
                                settings,
                                behaviour.get(),
                                reach,
                                status.address(),
                                peer,
                                start,
                                Optional.ofNullable(faults.get(peer)),
                                others()));
        builder.directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(errors.toFile());
        builder.environment().putAll(status.environment());
        builder.environment().keySet().removeAll(FOR_OTHER_JVMS);
        Process process = builder.start();
        reach.passKey(process.getOutputStream());
        if (running.incrementAndGet() >= expected.get()) {
            expect(0);
        }
        var _ = process.onExit().thenRun(running::decrementAndGet);
        return new Child(process, errors);
    }

    @Override
    public void plant(Map<PeerId, PlantedFault> planted) {
        faults = Map.copyOf(planted);
    }

    private record Child(Process process, Path errors) implements ChildProcess {

        @Override
        public long id() {
            return process.pid();
        }

        @Override
        public long peerProcess() {
            return id();
        }

        @Override
        public boolean isAlive() {
            return process.isAlive();
        }

        @Override
        public Voice hear(PeerConnection connection) {
            return connection.hello().processId() == id() ? Voice.MAIN : Voice.STRANGE;
        }

        @Override
        public boolean hearNoMore(PeerConnection connection) {
            return false;
        }

        @Override
        public int waitFor() throws InterruptedException {
            return process.waitFor();
        }

        @Override
        public void whenEnded(Runnable action) {
            var _ = process.onExit().thenRun(action);
        }

        @Override
        public void pause() {
            Signals.pause(process.pid());
        }

        @Override
        public void resume() {
            Signals.resume(process.pid());
        }

        @Override
        public void kill() {
            process.destroyForcibly();
        }

        @Override
        public boolean leavesWithItsWindow() {
            return true;
        }

        @Override
        public Optional<ProcessEnded> explain(int exitCode, boolean wasKilled) {
            return Optional.of(ExitClassifier.classify(exitCode, wasKilled, errors));
        }
    }
}
