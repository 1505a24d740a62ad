package ringside.benchmark;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import ringside.model.RingState;
import ringside.ring.PeerId;
import ringside.status.Command;
import ringside.status.CommandParser;
import ringside.status.PeerSettings;
import ringside.status.StatusEntry;
import ringside.supervisor.PeerCache;
import ringside.supervisor.ResidentMemory;
import ringside.supervisor.Supervisor;
import ringside.supervisor.SupervisorSettings;

/** A real ring of processes, with everything that it has reported. One thread. */
final class MeasuredRing implements AutoCloseable {

    private static final long POLL_MS = 2;
    private static final int MOST_AT_ONCE = 10_000;

    final Path folder;
    private final Supervisor supervisor;
    private final List<StatusEntry> entries = new ArrayList<>();
    private RingState state = RingState.EMPTY;

    /** Opens a ring whose peers answer with the files in its folder. */
    MeasuredRing(PeerSettings settings, int basePort) throws IOException {
        this(settings, basePort, Files.createTempDirectory("ringside-benchmark"));
    }

    /** Opens a ring whose peers answer with the files in a folder. */
    MeasuredRing(PeerSettings settings, int basePort, Path files) throws IOException {
        this(
                new SupervisorSettings(
                        java(),
                        peerClassPath(),
                        SupervisorSettings.PEER_MAIN,
                        settings,
                        basePort,
                        files,
                        files,
                        cacheFlags()));
    }

    private MeasuredRing(SupervisorSettings settings) throws IOException {
        folder = settings.files();
        supervisor = Supervisor.open(settings);
    }

    /**
     * Opens a ring whose peers have more options, and answer with the files in a folder.
     *
     * @param options words without blanks
     */
    static MeasuredRing withOptions(
            PeerSettings settings, int basePort, Path files, List<String> options)
            throws IOException {
        List<String> flags = new ArrayList<>(cacheFlags());
        flags.add("-D" + MoreOptionsMain.PROPERTY + "=" + String.join(" ", options));
        Path tests = Path.of("target", "test-classes").toAbsolutePath();
        return new MeasuredRing(
                new SupervisorSettings(
                        java(),
                        peerClassPath() + File.pathSeparator + tests,
                        MoreOptionsMain.class.getName(),
                        settings,
                        basePort,
                        files,
                        files,
                        flags));
    }

    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /** The jar and Gson, as run-ring.sh has them, so that its cache can be used. */
    static String peerClassPath() throws IOException {
        List<String> jars = new ArrayList<>();
        try (var target = Files.newDirectoryStream(Path.of("target"), "ringside*.jar");
                var lib = Files.newDirectoryStream(Path.of("target/lib"), "gson*.jar")) {
            target.forEach(jar -> jars.add(jar.toAbsolutePath().toString()));
            lib.forEach(jar -> jars.add(jar.toAbsolutePath().toString()));
        }
        return String.join(":", jars);
    }

    private static List<String> cacheFlags() throws IOException {
        List<String> flags = new ArrayList<>();
        try (var caches = Files.newDirectoryStream(Path.of("target"), "peer-*.aot")) {
            caches.forEach(cache -> flags.addAll(PeerCache.flags(cache.toAbsolutePath())));
        }
        return flags;
    }

    void start(int... ids) {
        List<PeerId> peers = new ArrayList<>();
        for (int id : ids) {
            peers.add(new PeerId(id));
        }
        supervisor.startRing(peers).join();
    }

    void carryOut(String command) {
        Command parsed = CommandParser.parse(command);
        supervisor.carryOut(parsed).join();
    }

    /** Not the empty ring before the first event, which nothing is wrong with. */
    static boolean isWholeAndRight(RingState state) {
        return state.health().living().size() > 1 && state.health().isConsistent();
    }

    /** Returns the resident memory of all peers, in bytes. */
    long residentBytes() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains("PeerMain"))
                .mapToLong(peer -> ResidentMemory.bytes(peer.pid()).orElse(0))
                .sum();
    }

    /** Returns the processor time that all peers have taken since they started. */
    double processorSeconds() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains(folder.toString()))
                .flatMap(peer -> peer.info().totalCpuDuration().stream())
                .mapToDouble(used -> used.toMillis() / 1e3)
                .sum();
    }

    List<StatusEntry> entries() {
        return entries;
    }

    /** Waits until something has been reported. */
    StatusEntry await(Predicate<StatusEntry> wanted, long mostSeconds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(mostSeconds);
        int looked = 0;
        while (System.nanoTime() < end) {
            poll();
            for (; looked < entries.size(); looked++) {
                if (wanted.test(entries.get(looked))) {
                    return entries.get(looked);
                }
            }
        }
        throw new IllegalStateException("did not happen within " + mostSeconds + " s");
    }

    /** Waits until the ring is as something says. */
    void awaitState(Predicate<RingState> wanted, long mostSeconds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(mostSeconds);
        poll();
        while (!wanted.test(state)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "did not become so within "
                                + mostSeconds
                                + " s: "
                                + state.health().problems());
            }
            poll();
        }
    }

    void forget() {
        entries.clear();
    }

    private void poll() throws InterruptedException {
        supervisor.drain(
                entry -> {
                    entries.add(entry);
                    state = state.after(entry);
                },
                MOST_AT_ONCE);
        TimeUnit.MILLISECONDS.sleep(POLL_MS);
    }

    @Override
    public void close() {
        Objects.requireNonNull(supervisor).quitAll().join();
    }
}
