package ringside.app.launch;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ringside.app.Main;
import ringside.check.ProgramReport;
import ringside.check.RingPlan;
import ringside.check.RingProgramme;
import ringside.check.report.Redaction;
import ringside.check.report.ReportFiles;
import ringside.check.report.StartFailure;
import ringside.check.run.IsolatedRing;
import ringside.check.run.LocalRing;
import ringside.check.run.ProgramCheck;
import ringside.check.run.RingRunner;
import ringside.node.Failures;
import ringside.program.Namespaces;
import ringside.program.Program;
import ringside.program.ProgramBuild;
import ringside.rules.CommandTemplate;
import ringside.rules.Rules;
import ringside.status.PeerOptions;
import ringside.supervisor.AtExit;
import ringside.supervisor.PeerCache;
import ringside.supervisor.PeerCommandLine;
import ringside.supervisor.SupervisorSettings;

/** Checks one program, from its build to its reports. May be used from any thread. */
final class OneCheck {

    private final RingRunner runner;
    private final AskedChecks asked;
    private final @Nullable Integer basePort;

    /**
     * Creates it.
     *
     * @param asked what is checked
     * @param basePort peer ID listens on this port + ID; null for what the rules say
     */
    OneCheck(RingRunner runner, AskedChecks asked, @Nullable Integer basePort) {
        this.runner = runner;
        this.asked = asked;
        this.basePort = basePort;
    }

    /** Returns the runner that is the safest on this machine. */
    static RingRunner safestRunner() {
        return Namespaces.arePossible() ? new IsolatedRing(OneCheck::insideOf) : new LocalRing();
    }

    /** Returns the command of this program for a process that can only write into a folder. */
    private static List<String> insideOf(Path folder) {
        return List.of(
                Installation.java().toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Xmx256m",
                "-Djava.io.tmpdir=" + folder,
                "-Djna.tmpdir=" + folder,
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                CheckRingCommand.NAME);
    }

    /** A program cannot be built or started; the message says why, without this machine's paths. */
    static final class CannotStartException extends IOException {

        private static final long serialVersionUID = 1;

        CannotStartException(String reason, IOException cause) {
            super(reason, cause);
        }
    }

    /**
     * Builds and checks a program, and writes its reports; blocks for minutes.
     *
     * @param name in the reports
     * @param reports folder for them
     * @throws CannotStartException when it cannot be built or started; its reports say so
     * @throws IOException when a report cannot be written
     */
    ProgramReport run(
            Program program, String name, long seed, Path reports, ProgramCheck.Listener listener)
            throws IOException, InterruptedException {
        Path work = Files.createTempDirectory("ringside-check");
        AtExit atExit = AtExit.run("end of a check", () -> delete(work));
        Redaction redaction = redaction(program.folder(), work);
        try {
            ProgramReport found =
                    redaction.of(asked.of(found(program, name, seed, work, listener)));
            ReportFiles.write(found, asked.checks(), reports);
            return found;
        } catch (CannotStartException e) {
            String reason = redaction.of(String.valueOf(e.getMessage()));
            ProgramReport none =
                    StartFailure.report(name, program.rules(), seed, marked(program, seed), reason);
            ReportFiles.write(redaction.of(asked.of(none)), asked.checks(), reports);
            throw new CannotStartException(reason, e);
        } finally {
            delete(work);
            atExit.remove();
        }
    }

    private ProgramReport found(
            Program program, String name, long seed, Path work, ProgramCheck.Listener listener)
            throws CannotStartException, InterruptedException {
        try {
            Path built = work.resolve("program");
            ProgramBuild.build(program, built, words -> apart(built, words));
            return new ProgramCheck(settings(program, name, seed, built, work), runner, listener)
                    .run();
        } catch (IOException e) {
            throw new CannotStartException(Failures.sentence(e), e);
        }
    }

    /** What builds a program is its author's, too. */
    private List<String> apart(Path built, List<String> words) {
        return runner instanceof IsolatedRing
                ? Namespaces.around(built, Namespaces.Writable.ON_DISK, words)
                : words;
    }

    private ProgramCheck.Settings settings(
            Program program, String name, long seed, Path built, Path work) throws IOException {
        return new ProgramCheck.Settings(
                name,
                program,
                built,
                work.resolve("rings"),
                basePort(program.rules()),
                marked(program, seed),
                asked.beyond(RingProgramme.beyond(program.rules())),
                seed,
                program.rules().name().equals(Installation.OWN_RULES)
                        ? ownPeer(program.rules(), work)
                        : null);
    }

    private List<RingProgramme> marked(Program program, long seed) {
        return List.of(
                asked.of(RingProgramme.marked(RingPlan.ofAssignment(program.rules()))),
                asked.of(RingProgramme.marked(RingPlan.drawn(seed))));
    }

    /** This program's own peer, which holds every check of the family that it answers. */
    private ProgramCheck.Reference ownPeer(Rules rules, Path work) throws IOException {
        CommandTemplate start =
                new CommandTemplate(
                                PeerCommandLine.jvm(
                                        Installation.java(),
                                        Installation.classPath(),
                                        PeerCache.flags(),
                                        SupervisorSettings.PEER_MAIN))
                        .and(CommandTemplate.parse("{id} {first} {second} {mss} {loss}"))
                        .and(
                                new CommandTemplate(
                                        List.of(
                                                PeerOptions.BASE_PORT,
                                                Integer.toString(basePort(rules)))));
        return new ProgramCheck.Reference(
                start.line(), Files.createDirectory(work.resolve("reference")));
    }

    private int basePort(Rules rules) {
        return basePort == null ? rules.basePort() : basePort;
    }

    /** Returns what takes this machine's folders and user out of a text about a program. */
    static Redaction redaction(Path program, Path work) {
        return new Redaction(
                List.of(work, program),
                Path.of(System.getProperty("user.home")),
                System.getProperty("user.name"));
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException | UncheckedIOException e) {
            // It is gone, or goes at this moment.
        }
    }
}
