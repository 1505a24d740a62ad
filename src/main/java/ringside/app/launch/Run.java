package ringside.app.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ringside.recording.Recorder;
import ringside.runs.PastRuns;
import ringside.status.PeerSettings;
import ringside.supervisor.RingWatch;
import ringside.supervisor.RunFolder;
import ringside.supervisor.RunFolders;
import ringside.supervisor.Supervisor;
import ringside.supervisor.SupervisorSettings;
import ringside.text.Messages;

/**
 * A ring with everything that records it: the run's folder, its log and its recording. Closing ends
 * the ring first, so that its end is recorded. A signal that ends the program does the same.
 */
final class Run implements AutoCloseable {

    /** The name of a run's recording in its folder, without its extension. */
    private static final String RECORDING = "ring";

    /** How long a busy machine may delay a process now and then, in ms. */
    private static final long HASTY_MS = 200;

    private final SupervisorSettings settings;
    private final Supervisor ring;
    private final Recorder recorder;
    private final RunLog log;
    private final RunFolder folder;

    private Run(
            SupervisorSettings settings,
            Supervisor ring,
            Recorder recorder,
            RunLog log,
            RunFolder folder) {
        this.settings = settings;
        this.ring = ring;
        this.recorder = recorder;
        this.log = log;
        this.folder = folder;
    }

    /** Opens the ring of a run with its settings. */
    @FunctionalInterface
    interface RingOpener {
        Supervisor open(SupervisorSettings settings) throws IOException;
    }

    /**
     * Creates the run's folder and starts recording, without starting a peer.
     *
     * @param recording its path without the extension, in a folder that exists; null for the usual
     *     one
     * @param problems receives a sentence when the recording or the ring has a problem, on any
     *     thread
     * @param opener opens its ring
     * @throws IOException when the folder cannot be created or written, or another run lives in it
     */
    static Run open(
            RunOptions options,
            @Nullable Path recording,
            Consumer<String> problems,
            RingOpener opener)
            throws IOException {
        RunFolder folder = Installation.runFolder(options);
        RunLog log = RunLog.open(folder.path());
        if (options.data() == null) {
            RunFolders.deleteOldest(folder, Instant.now(), PastRuns::isKept);
        }
        SupervisorSettings settings = Installation.settings(options, folder.path());
        Supervisor ring = opener.open(settings);
        Path usual = folder.path().resolve(RECORDING);
        Path path = (recording == null ? usual : recording).toAbsolutePath();
        Recorder recorder =
                Recorder.start(
                        path.resolveSibling(""), String.valueOf(path.getFileName()), problems);
        ring.listen(recorder);
        ring.listen(new RingWatch(ring::hasSeen, options.basePort(), problems));
        warnOfHastyPings(options.settings(), problems);
        ring.whenEnded(recorder::close);
        return new Run(settings, ring, recorder, log, folder);
    }

    private static void warnOfHastyPings(PeerSettings peers, Consumer<String> problems) {
        long patienceMs = peers.pingIntervalMs() * peers.misses();
        if (patienceMs < HASTY_MS) {
            problems.accept(Messages.LAUNCH.format("run.hasty", patienceMs));
        }
    }

    SupervisorSettings settings() {
        return settings;
    }

    Supervisor ring() {
        return ring;
    }

    /** Ends the ring, and returns when no process is left and everything is written. */
    @Override
    public void close() {
        try (folder;
                log;
                recorder) {
            ring.quitAll().join();
        }
    }
}
