package ringside.app.launch;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ringside.app.base.Theme;
import ringside.app.ring.RingSnapshot;
import ringside.model.RingState;
import ringside.node.Failures;
import ringside.node.UsageException;
import ringside.program.Program;
import ringside.scenario.Scenario;
import ringside.scenario.ScenarioFile;
import ringside.scenario.ScenarioParser;
import ringside.scenario.ScenarioRunner;
import ringside.scenario.ScenarioRunner.Outcome;
import ringside.scenario.ScenarioSyntaxException;
import ringside.supervisor.RunningHosts;
import ringside.text.Messages;

/** {@code scenario FILE}: runs a scenario with real peers and no window (SPEC 11). */
@Command(name = "scenario")
final class ScenarioCommand implements Callable<Integer> {

    /** Width of the picture in pixels: a ring is round, and words stand at its sides. */
    private static final int PICTURE_WIDTH = 1_200;

    /** Height of the picture in pixels. */
    private static final int PICTURE_HEIGHT = 1_000;

    /** The extension of recordings, which is added to a name without it. */
    private static final String ENDING = ".ringside";

    @Parameters(paramLabel = "FILE", descriptionKey = "scenario.file")
    private Path file = Path.of("");

    @Option(names = "--record", paramLabel = "OUT.ringside")
    private @Nullable Path record;

    @Option(names = "--snapshot", paramLabel = "OUT.png")
    private @Nullable Path snapshot;

    @Option(names = "--program-folder", paramLabel = "DIR")
    private @Nullable Path programFolder;

    @Mixin private ProgramOptions which = new ProgramOptions();
    @Mixin private HostOptions hosts = new HostOptions();
    @Mixin private RunOptions options = new RunOptions();

    @Override
    public Integer call() throws UsageException, IOException {
        return run(System.out) == Outcome.PASSED ? 0 : 1;
    }

    /**
     * Runs the scenario, and returns when no process is left.
     *
     * @param out receives the report, line by line
     * @return whether everything that the scenario expects holds
     * @throws UsageException when the file is missing or has a wrong line
     * @throws IOException when the run's folder, the recording or the picture cannot be written
     */
    Outcome run(PrintStream out) throws UsageException, IOException {
        Scenario scenario = read(file);
        try (Run run = open(out)) {
            ScenarioRunner runner =
                    new ScenarioRunner(
                            run.ring(),
                            run.ring(),
                            new RunningHosts(run.ring()),
                            Installation.paths(file),
                            out::println);
            Outcome outcome = runner.run(scenario);
            draw(runner.state(), snapshot);
            return outcome;
        }
    }

    /**
     * Creates a run that is recorded from its first event, in its own folder or at a given path.
     */
    private Run open(PrintStream out) throws UsageException, IOException {
        Path wanted = record;
        Path picture = snapshot;
        if (picture != null) {
            prepare(picture);
        }
        Run.RingOpener opener = opener();
        if (wanted == null) {
            return Run.open(options, null, out::println, opener);
        }
        return Run.open(options, beginRecording(wanted), out::println, opener);
    }

    /**
     * Creates the file of a recording, with its extension: a failure now is better than one later.
     *
     * @return its path without the extension
     */
    static Path beginRecording(Path wanted) throws UsageException, IOException {
        String name = String.valueOf(wanted.getFileName());
        Path recording = name.endsWith(ENDING) ? wanted : wanted.resolveSibling(name + ENDING);
        prepare(wanted);
        Files.newOutputStream(recording).close();
        String bare = String.valueOf(recording.getFileName());
        return recording
                .resolveSibling(bare.substring(0, bare.length() - ENDING.length()))
                .toAbsolutePath();
    }

    /** Returns what opens a ring of the program or on the hosts that the options name. */
    private Run.RingOpener opener() throws UsageException, IOException {
        if (programFolder == null && !which.areGiven()) {
            return hosts.opener(Map.of());
        }
        if (hosts.areGiven()) {
            throw new UsageException(Messages.LAUNCH.format("hosts.program"));
        }
        if (hosts.keyFile() != null) {
            throw new UsageException(Messages.LAUNCH.format("key.program"));
        }
        Program program = which.askedFor(programFolder == null ? Path.of("") : programFolder);
        options.useBasePort(program.rules().basePort());
        return settings -> ProgramRing.open(program, ProgramRing.Folders.APART, settings);
    }

    /** Creates the folder of a file to write: a failure now is better than one after the run. */
    static void prepare(Path file) throws UsageException, IOException {
        if (Files.isDirectory(file)) {
            throw new UsageException(Messages.LAUNCH.format("scenario.folder", file));
        }
        Path folder = requireNonNull(file.toAbsolutePath().getParent(), "a file has a folder");
        Files.createDirectories(folder);
        if (!Files.isWritable(folder)) {
            throw new AccessDeniedException(folder.toString());
        }
    }

    /**
     * Reads a scenario; one that is missing or has a wrong line ends the command with a sentence.
     */
    static Scenario read(Path file) throws UsageException {
        try {
            return ScenarioParser.parse(
                    file.toString(), ScenarioFile.read(Installation.located(file)));
        } catch (IOException e) {
            throw new UsageException(
                    Messages.LAUNCH.format("scenario.unreadable", Failures.sentence(e)));
        } catch (ScenarioSyntaxException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    /** Draws the ring as it is at the end, where a picture is wanted. */
    static void draw(RingState state, @Nullable Path picture) throws IOException {
        if (picture != null) {
            drawn(() ->
                    RingSnapshot.write(state, Theme.LIGHT, PICTURE_WIDTH, PICTURE_HEIGHT, picture));
        }
    }

    /** Writes pictures. */
    @FunctionalInterface
    interface Drawing {
        void draw() throws IOException;
    }

    /** Draws, and says so where a library for texts is missing. */
    static void drawn(Drawing drawing) throws IOException {
        try {
            drawing.draw();
        } catch (IOException e) {
            throw e.getCause() instanceof LinkageError
                    ? new IOException(Messages.LAUNCH.format("scenario.noPango"), e)
                    : e;
        }
    }
}
