package ringside.app.launch;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import ringside.app.frame.Theme;
import ringside.app.ring.RingSnapshot;
import ringside.model.RingState;
import ringside.recording.Recorder;
import ringside.scenario.Scenario;
import ringside.scenario.ScenarioParser;
import ringside.scenario.ScenarioRunner.Outcome;
import ringside.scenario.ScenarioRunner;
import ringside.scenario.ScenarioSyntaxException;
import ringside.supervisor.Supervisor;
import ringside.supervisor.SupervisorSettings;

/** {@code scenario FILE}: runs a scenario with real peers and no window (SPEC 11). */
public final class ScenarioCommand {

    /** Width of the picture in pixels: a ring is round, and words stand at its sides. */
    private static final int PICTURE_WIDTH = 1_200;

    /** Height of the picture in pixels. */
    private static final int PICTURE_HEIGHT = 1_000;

    /** What every recording's name ends with; a name without it gets it. */
    private static final String ENDING = ".ringside";

    private ScenarioCommand() {}

    /**
     * Runs it, and comes back when no process is left.
     *
     * @param out is shown what happens
     * @return whether all that the scenario expects holds
     * @throws UsageException when the file is missing or has a wrong line
     * @throws IOException when the run's folder, the recording or the picture cannot be written
     */
    public static Outcome run(RunOptions options, PrintStream out)
            throws UsageException, IOException {
        if (options.positional().size() != 1) {
            throw new UsageException(Words.say("scenario.none"));
        }
        if (!options.peers().isEmpty()) {
            throw new UsageException(Words.say("scenario.peers"));
        }
        Path file = Path.of(options.positional().getFirst());
        Scenario scenario = read(file);
        SupervisorSettings settings = Installation.settings(options);
        Supervisor ring = Supervisor.open(settings);
        try (Recorder recorder = record(settings, options.record(), out)) {
            ScenarioRunner runner =
                    new ScenarioRunner(ring, Installation.paths(file), recorder, out::println);
            Outcome outcome = runner.run(scenario);
            draw(runner.state(), options.snapshot());
            ring.quitAll().join();
            runner.state();
            return outcome;
        } finally {
            ring.quitAll().join();
        }
    }

    /** Every run is recorded, in its own folder or where somebody wants it, from the first event. */
    private static Recorder record(
            SupervisorSettings settings, @Nullable Path wanted, PrintStream out)
            throws IOException {
        if (wanted == null) {
            return Recorder.start(settings.runFolder(), WindowCommand.RECORDING, out::println);
        }
        Path folder = requireNonNull(wanted.toAbsolutePath().getParent(), "a file has a folder");
        Files.createDirectories(folder);
        String name = wanted.getFileName().toString();
        return Recorder.start(
                folder,
                name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name,
                out::println);
    }

    private static Scenario read(Path file) throws UsageException {
        try {
            return ScenarioParser.parse(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UsageException(Words.say("scenario.unreadable", file));
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
                        ? new IOException(Words.say("scenario.noPango"), e)
                        : e;
            }
        }
    }
}
