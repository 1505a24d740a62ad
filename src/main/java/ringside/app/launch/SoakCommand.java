package ringside.app.launch;

import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import ringside.scenario.ScenarioRunner.Outcome;
import ringside.scenario.Soak;

/** {@code soak [MINUTES [SEED]]}: a long test with real peers, random faults and no window. */
public final class SoakCommand {

    private static final int MINUTES = 10;

    private SoakCommand() {}

    /**
     * Runs the test, and returns when no process is left.
     *
     * @param out receives the progress, the seed first
     * @throws UsageException when there is more than minutes and a seed, or these are no numbers
     * @throws IOException when the run's folder cannot be written
     */
    public static Outcome run(RunOptions options, PrintStream out)
            throws UsageException, IOException {
        if (options.positional().size() > 2) {
            throw new UsageException(LaunchMessages.format("soak.form"));
        }
        long minutes = number(options, 0, MINUTES);
        long seed = number(options, 1, ThreadLocalRandom.current().nextInt(1_000_000));
        out.println(LaunchMessages.format("soak.again", minutes, seed));
        try (Run run = Run.open(options, out::println)) {
            Soak soak =
                    new Soak(
                            run.ring(),
                            Installation.home().resolve("assets/files"),
                            seed,
                            out::println);
            return soak.run(Math.toIntExact(TimeUnit.MINUTES.toSeconds(minutes)));
        }
    }

    private static long number(RunOptions options, int place, long otherwise)
            throws UsageException {
        try {
            return options.positional().size() > place
                    ? Long.parseLong(options.positional().get(place))
                    : otherwise;
        } catch (NumberFormatException e) {
            throw new UsageException(LaunchMessages.format("soak.numbers"));
        }
    }
}
