package ringside.app.launch;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import ringside.app.base.FailureLog;
import ringside.app.invitation.JoinInvitation;
import ringside.app.window.RingsideApplication;
import ringside.app.window.WindowOptions;
import ringside.node.UsageException;
import ringside.ring.PeerId;
import ringside.ring.WidestGap;
import ringside.rules.Rules;
import ringside.status.Command;
import ringside.status.EventSource;
import ringside.status.PeerCommand;
import ringside.supervisor.Supervisor;
import ringside.supervisor.SupervisorSettings;
import ringside.text.Messages;
import ringside.text.ProgramName;

/** No command: opens the window on a ring that it starts. */
@CommandLine.Command(name = WindowCommand.NAME)
public final class WindowCommand implements Callable<Integer> {

    static final String NAME = "window";

    /**
     * The ring that opens by default. Of the sample files 236 owns 2012, so that 43 holds no copy
     * of it: a request from there goes round, and the file flows back.
     */
    private static final List<PeerId> DEFAULT_PEERS =
            List.of(14, 43, 77, 104, 139, 168, 236, 252).stream().map(PeerId::new).toList();

    @Option(names = "--peers", split = ",", paramLabel = "ID", converter = Seat.Converter.class)
    private List<Seat> seats = DEFAULT_PEERS.stream().map(Seat::anywhere).toList();

    @Mixin private HostOptions hosts = new HostOptions();
    @Mixin private RunOptions options = new RunOptions();

    /**
     * Opens the window, and returns when it is closed and no process is left.
     *
     * @throws IOException when no window can be shown, with a sentence that says why, or when the
     *     run's folder cannot be made
     */
    @Override
    public Integer call() throws UsageException, IOException {
        begin();
        List<PeerId> ids = seats.stream().map(Seat::peer).distinct().toList();
        Notices notices = new Notices(hosts::refusedGuests);
        try (Run run = Run.open(options, null, notices, hosts.opener(Seat.hosts(seats)))) {
            SupervisorSettings settings = run.settings();
            Supervisor ring = run.ring();
            notices.watch(ring.startRing(ids));
            // The ladder diagram is drawn from them; 'set segments off' spares the work.
            var _ = ring.carryOut(new Command.TellAll(new PeerCommand.ReportSegments(true)));
            if (!hosts.areGiven()) {
                System.out.println(
                        howToJoinByHand(ring.token(), ring.statusAddress(), settings, ids)
                                + hosts.keyWords());
            }
            show(
                    withSampleFiles(ring, ids),
                    ring,
                    settings,
                    notices::line,
                    Installation.ownRules(),
                    hosts.invitation());
        }
        return 0;
    }

    /**
     * Begins what a window needs, beside what the caller does next. Before anything is said that
     * the window may show.
     *
     * @throws IOException when there is no display, with what to do
     */
    static void begin() throws IOException {
        checkDisplay();
        RingsideApplication.speak();
        LibraryFolder.choose();
        RingsideApplication.startToolkit();
    }

    private static EventSource withSampleFiles(Supervisor ring, List<PeerId> peers) {
        return new SampleFiles(
                ring,
                ring,
                Installation.home().resolve("assets").resolve("files"),
                peers.stream().sorted().toList());
    }

    /**
     * Shows a running ring until the window is closed.
     *
     * @param events those of the ring
     * @param problem supplies what is wrong, in one sentence; empty while nothing is
     * @param invitation says how other machines join the ring; empty where they cannot
     */
    static void show(
            EventSource events,
            Supervisor ring,
            SupervisorSettings settings,
            Supplier<String> problem,
            Rules rules,
            Optional<JoinInvitation> invitation)
            throws IOException {
        Runtime.getRuntime().addShutdownHook(new Thread(WindowCommand::silence, "silence"));
        open(optionsOf(events, ring, settings, problem, rules, invitation));
    }

    /**
     * Returns what a window on a running ring shows.
     *
     * @param events those of the ring
     * @param problem supplies what is wrong, in one sentence; empty while nothing is
     * @param invitation says how other machines join the ring; empty where they cannot
     */
    static WindowOptions optionsOf(
            EventSource events,
            Supervisor ring,
            SupervisorSettings settings,
            Supplier<String> problem,
            Rules rules,
            Optional<JoinInvitation> invitation) {
        return new WindowOptions(
                events,
                new WindowOptions.RunningRing(
                        settings.peer(),
                        settings.basePort(),
                        settings.runFolder(),
                        ring,
                        Installation.scenarioFolders()),
                problem,
                FailureLog.OF_PROGRAM,
                Optional.of(rules),
                invitation);
    }

    /**
     * Returns the command that starts a peer of this ring in another terminal, to paste as it is;
     * the window shows and commands it like the others (SPEC 9.3).
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
                "%s%n  RINGSIDE_STATUS_TOKEN=%s %s peer --join %s %s %d %s"
                        + " --base-port %d --status %s:%d",
                Messages.LAUNCH.format("window.byHand"),
                token,
                ProgramName.typed(),
                peers.getFirst(),
                freeId(peers),
                settings.peer().mss(),
                settings.peer().loss(),
                settings.basePort(),
                status.getAddress().getHostAddress(),
                status.getPort());
    }

    /** Returns a free id that 'Add peer' does not take next, so that the command stays valid. */
    private static PeerId freeId(List<PeerId> peers) {
        SortedSet<PeerId> taken = new TreeSet<>(peers);
        taken.add(WidestGap.middle(List.copyOf(taken)));
        return WidestGap.middle(List.copyOf(taken));
    }

    /**
     * On Ctrl-C the toolkit ends its renderer while peers still leave and the window still draws,
     * and logs that with long stack traces, which help nobody.
     */
    private static void silence() {
        System.setErr(
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    }

    /**
     * Checks that a window can be shown.
     *
     * @throws IOException when there is no display, with what to do
     */
    static void checkDisplay() throws IOException {
        boolean isLinux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
        String display = System.getenv("DISPLAY");
        if (isLinux && (display == null || display.isEmpty())) {
            throw new IOException(Messages.LAUNCH.format("window.noDisplay", ProgramName.typed()));
        }
    }

    /** Says whether a library of the system is missing, or JavaFX could not load its own. */
    static String sentence(String linkError) {
        return linkError.contains("cannot open shared object file")
                ? Messages.LAUNCH.format("window.noGtk")
                : Messages.LAUNCH.format("window.noLibraries", linkError);
    }

    static void open(WindowOptions options) throws IOException {
        try {
            RingsideApplication.launch(options);
        } catch (UnsupportedOperationException e) {
            throw new IOException(
                    Messages.LAUNCH.format("window.noDisplay", ProgramName.typed()), e);
        } catch (UnsatisfiedLinkError e) {
            throw new IOException(sentence(String.valueOf(e.getMessage())), e);
        }
    }
}
