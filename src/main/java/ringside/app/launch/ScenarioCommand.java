package ringside.app.launch;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import ringside.app.base.Theme;
import ringside.app.ring.RingSnapshot;
import ringside.model.RingState;
import ringside.node.Failures;
import ringside.scenario.Scenario;
import ringside.scenario.ScenarioFile;
import ringside.scenario.ScenarioParser;
import ringside.scenario.ScenarioRunner;
import ringside.scenario.ScenarioRunner.Outcome;
import ringside.scenario.ScenarioSyntaxException;

/** {@code scenario FILE}: runs a scenario with real peers and no window (SPEC 11). */
public final class ScenarioCommand {

    /** Width of the picture in pixels: a ring is round, with labels at its sides. */
    private static final int PICTURE_WIDTH = 1_200;

    /** Height of the picture in pixels. */
    private static final int PICTURE_HEIGHT = 1_000;

    /** The extension of every recording, added to a name without it. */
    private static final String ENDING = ".ringside";

    private ScenarioCommand() {}

    /**
     * Runs the scenario, and returns when no process is left.
     *
     * @param out receives the progress
     * @return whether all that the scenario expects holds
     * @throws UsageException when the file is missing or has a wrong line
     * @throws IOException when the run's folder, the recording or the picture cannot be written
     */
    public static Outcome run(RunOptions options, PrintStream out)
            throws UsageException, IOException {
        if (options.positional().size() != 1) {
            throw new UsageException(LaunchMessages.format("scenario.none"));
        }
        if (!options.peers().isEmpty()) {
            throw new UsageException(LaunchMessages.format("scenario.peers"));
        }
        Path file = Path.of(options.positional().getFirst());
        Scenario scenario = read(file);
        try (Run run = open(options, out)) {
            ScenarioRunner runner =
                    new ScenarioRunner(
                            run.ring(), run.ring(), Installation.paths(file), out::println);
            Outcome outcome = runner.run(scenario);
            draw(runner.state(), options.snapshot());
            return outcome;
        }
    }

    /** Opens a run, recorded from the first event in its own folder or where the user wants it. */
    private static Run open(RunOptions options, PrintStream out)
            throws UsageException, IOException {
        Path wanted = options.record();
        Path picture = options.snapshot();
        if (picture != null) {
            prepare(picture);
        }
        if (wanted == null) {
            return Run.open(options, out::println);
        }
        String name = String.valueOf(wanted.getFileName());
        Path recording = name.endsWith(ENDING) ? wanted : wanted.resolveSibling(name + ENDING);
        prepare(wanted);
        Files.newOutputStream(recording).close();
        String bare = String.valueOf(recording.getFileName());
        return Run.open(
                options,
                recording.resolveSibling(bare.substring(0, bare.length() - ENDING.length())),
                out::println);
    }

    /** Creates the folder of an output file: better to fail now than after the run. */
    private static void prepare(Path file) throws UsageException, IOException {
        if (Files.isDirectory(file)) {
            throw new UsageException(LaunchMessages.format("scenario.folder", file));
        }
        Path folder = requireNonNull(file.toAbsolutePath().getParent(), "a file has a folder");
        Files.createDirectories(folder);
        if (!Files.isWritable(folder)) {
            throw new AccessDeniedException(folder.toString());
        }
    }

    private static Scenario read(Path file) throws UsageException {
        try {
            return ScenarioParser.parse(file.toString(), ScenarioFile.read(file));
        } catch (IOException e) {
            throw new UsageException(
                    LaunchMessages.format("scenario.unreadable", Failures.sentence(e)));
        } catch (ScenarioSyntaxException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private static void draw(RingState state, @Nullable Path picture) throws IOException {
        if (picture != null) {
            try {
                RingSnapshot.write(state, Theme.LIGHT, PICTURE_WIDTH, PICTURE_HEIGHT, picture);
            } catch (IOException e) {
                throw e.getCause() instanceof LinkageError
                        ? new IOException(LaunchMessages.format("scenario.noPango"), e)
                        : e;
            }
        }
    }
}
