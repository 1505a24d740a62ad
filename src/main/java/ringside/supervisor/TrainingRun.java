package ringside.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.Command;
import ringside.status.FileEvent;
import ringside.status.NeighbourEvent;
import ringside.status.PeerCommand;
import ringside.status.PeerSettings;
import ringside.status.ProcessEvent;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;

/**
 * A short run of two real peers that exercises most of a peer's code, from which caches are made
 * ({@link PeerCache}). Closing it ends the peers; {@link #delete} then removes its folder.
 */
public final class TrainingRun implements AutoCloseable {

    /** Longest wait for one step in ms: a cache is not worth more. */
    private static final long STEP_LIMIT_MS = 10_000;

    /** Longest wait for a peer to write down what it has recorded, in ms: a second if alone. */
    private static final long RECORD_LIMIT_MS = 40_000;

    /** Ports used neither by the default ring nor as ephemeral ports of the system. */
    private static final int LOWEST_PORT = 20_000;

    private static final int HIGHEST_PORT = 32_000;

    /** Enough for several segments. */
    private static final int FILE_BYTES = 2_000;

    private static final int PING_INTERVAL_MS = 100;

    /** The peer that plays every role: it stores and holds, requests and answers. */
    private static final PeerId RECORDER = new PeerId(1);

    /** One of two peers far apart on the circle, so that each owns a file. */
    private static final PeerId OTHER = new PeerId(129);

    private static final FileNumber OF_RECORDER = new FileNumber("0200");
    private static final FileNumber OF_OTHER = new FileNumber("0100");

    private final SupervisorSettings settings;
    private final Supervisor ring;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Set<Class<? extends StatusEvent>> seen = new HashSet<>();

    private TrainingRun(SupervisorSettings settings, Supervisor ring) {
        this.settings = settings;
        this.ring = ring;
        ring.listen(this::note);
    }

    /**
     * Opens a ring in a new folder, without starting a peer.
     *
     * @param java to run the peers with
     * @param classPath of a peer
     * @throws IOException when there is no folder or no port for it
     */
    public static TrainingRun open(Path java, String classPath) throws IOException {
        Path folder = Files.createTempDirectory("ringside-training");
        SupervisorSettings settings =
                new SupervisorSettings(
                        java,
                        classPath,
                        SupervisorSettings.PEER_MAIN,
                        PeerSettings.DEFAULTS.withPingIntervalMs(PING_INTERVAL_MS).withLoss(0),
                        ThreadLocalRandom.current().nextInt(LOWEST_PORT, HIGHEST_PORT),
                        folder,
                        folder,
                        PeerCache.RECORDING);
        // Peers without a key need nothing that peers with one do not.
        PeerNetwork keyed = PeerNetwork.loopback(PeerNetwork.drawKey());
        return new TrainingRun(settings, Supervisor.open(settings, keyed));
    }

    public SupervisorSettings settings() {
        return settings;
    }

    public Supervisor ring() {
        return ring;
    }

    /** The folder of the peer whose recording becomes the cache. */
    Path folderOfRecorder() {
        return settings.folderOf(RECORDER);
    }

    /**
     * Starts the ring, sends files both ways, lets the peer whose record is needed leave, and kills
     * the other, whose record would take its time. What does not happen in time is left out.
     *
     * @throws IOException when the file to send cannot be written
     */
    public void perform() throws IOException {
        Path file = Files.write(settings.runFolder().resolve("file.txt"), new byte[FILE_BYTES]);
        ring.startRing(List.of(RECORDER, OTHER)).join();
        await(NeighbourEvent.PingAnswered.class, STEP_LIMIT_MS);
        exchange(file, RECORDER, OF_OTHER);
        exchange(file, OTHER, OF_RECORDER);
        tell(RECORDER, new PeerCommand.Quit());
        await(ProcessEvent.ProcessEnded.class, RECORD_LIMIT_MS);
        ring.carryOut(new Command.Kill(List.of(OTHER))).join();
    }

    private void exchange(Path file, PeerId peer, FileNumber number) {
        tell(peer, new PeerCommand.Store(file.toString(), number));
        await(FileEvent.FileStored.class, STEP_LIMIT_MS);
        tell(peer, new PeerCommand.Request(number));
        await(FileEvent.FileReceived.class, STEP_LIMIT_MS);
    }

    private void tell(PeerId peer, PeerCommand what) {
        ring.carryOut(new Command.Tell(List.of(peer), what)).join();
    }

    private void note(StatusEntry entry) {
        lock.lock();
        try {
            seen.add(entry.event().getClass());
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until another event of this kind arrives, up to a limit. */
    private void await(Class<? extends StatusEvent> kind, long limitMs) {
        long leftNanos = TimeUnit.MILLISECONDS.toNanos(limitMs);
        lock.lock();
        try {
            while (!seen.remove(kind) && leftNanos > 0) {
                leftNanos = arrived.awaitNanos(leftNanos);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    /** Ends the peers, and returns when no process is left. */
    @Override
    public void close() {
        ring.quitAll().join();
    }

    /**
     * Removes the folder of a run that has ended.
     *
     * @throws IOException when something of it stays
     */
    public void delete() throws IOException {
        RunFolders.delete(settings.runFolder());
    }
}
