package ringside.app.launch;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import ringside.app.control.FreeId;
import ringside.app.window.RingsideApplication;
import ringside.app.window.WindowOptions;
import ringside.ring.PeerId;
import ringside.status.Command;
import ringside.status.PeerCommand;
import ringside.supervisor.Supervisor;
import ringside.supervisor.SupervisorSettings;

/** {@code window}: opens the window on a ring that it starts. */
public final class WindowCommand {

    private WindowCommand() {}

    /**
     * Opens the window, and returns when it is closed and no process is left.
     *
     * @throws UsageException when the options are not those of a window
     * @throws IOException when no window can be shown, with a sentence that says why, or when the
     *     run's folder cannot be created
     */
    public static void run(RunOptions options) throws UsageException, IOException {
        check(options);
        Runtime.getRuntime().addShutdownHook(new Thread(WindowCommand::silence, "silence"));
        List<PeerId> peers = options.peers().isEmpty() ? RunOptions.DEFAULT_PEERS : options.peers();
        Notices notices = new Notices();
        try (Run run = Run.open(options, notices)) {
            SupervisorSettings settings = run.settings();
            Supervisor ring = run.ring();
            ring.listen(sampleFiles(ring, peers));
            // A peer that cannot start is shown with its reason, like any other end of a peer.
            var _ = ring.startRing(peers);
            // The ladder needs these reports; 'set segments off' saves the work.
            var _ = ring.carryOut(new Command.TellAll(new PeerCommand.ReportSegments(true)));
            System.out.println(
                    howToJoinByHand(ring.token(), ring.statusAddress(), settings, peers));
            show(ring, settings, notices::line);
        }
    }

    private static SampleFiles sampleFiles(Supervisor ring, List<PeerId> peers) {
        return new SampleFiles(
                ring,
                Installation.home().resolve("assets").resolve("files"),
                peers.stream().sorted().toList());
    }

    private static void show(Supervisor ring, SupervisorSettings settings, Supplier<String> trouble)
            throws IOException {
        open(
                new WindowOptions(
                        ring,
                        new WindowOptions.RunningRing(
                                settings.peer(),
                                settings.basePort(),
                                settings.runFolder(),
                                ring,
                                Installation.scenarioPlaces()),
                        trouble));
    }

    /**
     * Returns a command line to paste into another terminal, for a peer that is drawn and commanded
     * like the others (SPEC 9.3).
     *
     * @param peers of the ring, which it joins through the first
     */
    static String howToJoinByHand(
            String token,
            InetSocketAddress status,
            SupervisorSettings settings,
            List<PeerId> peers) {
        return String.format(
                Locale.ROOT,
                "%s%n  RINGSIDE_STATUS_TOKEN=%s ./run-ring.sh peer --join %s %s %d %s"
                        + " --base-port %d --status %s:%d",
                LaunchMessages.format("window.byHand"),
                token,
                peers.getFirst(),
                freeId(peers),
                settings.peer().mss(),
                settings.peer().loss(),
                settings.basePort(),
                status.getAddress().getHostAddress(),
                status.getPort());
    }

    /** Returns another id than 'Add peer' takes next, so that the line stays valid for longer. */
    private static PeerId freeId(List<PeerId> peers) {
        SortedSet<PeerId> taken = new TreeSet<>(peers);
        taken.add(FreeId.inWidestGap(List.copyOf(taken)));
        return FreeId.inWidestGap(List.copyOf(taken));
    }

    /**
     * Silences standard error at Ctrl-C: the toolkit ends its renderer while peers still leave and
     * the window still draws, and prints long stack traces that help no one.
     */
    private static void silence() {
        System.setErr(
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    }

    private static void check(RunOptions options) throws UsageException, IOException {
        if (!options.positional().isEmpty()) {
            throw new UsageException(
                    LaunchMessages.format("window.noOption", options.positional().getFirst()));
        }
        checkDisplay(options);
    }

    /**
     * Checks whether a window can be shown at all.
     *
     * @throws UsageException when there are options that only a scenario has
     * @throws IOException when there is no display, with advice
     */
    static void checkDisplay(RunOptions options) throws UsageException, IOException {
        if (options.record() != null || options.snapshot() != null) {
            throw new UsageException(LaunchMessages.format("window.ofScenario"));
        }
        boolean isLinux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
        String display = System.getenv("DISPLAY");
        if (isLinux && (display == null || display.isEmpty())) {
            throw new IOException(LaunchMessages.format("window.noDisplay"));
        }
    }

    /** Tells whether a system library is missing, or JavaFX could not load its own. */
    static String sentence(String linkError) {
        return linkError.contains("cannot open shared object file")
                ? LaunchMessages.format("window.noGtk")
                : LaunchMessages.format("window.noLibraries", linkError);
    }

    static void open(WindowOptions options) throws IOException {
        LibraryPlace.choose();
        try {
            RingsideApplication.launch(options);
        } catch (UnsupportedOperationException e) {
            throw new IOException(LaunchMessages.format("window.noDisplay"), e);
        } catch (UnsatisfiedLinkError e) {
            throw new IOException(sentence(String.valueOf(e.getMessage())), e);
        }
    }
}
