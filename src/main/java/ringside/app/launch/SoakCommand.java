package ringside.app.launch;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import ringside.node.UsageException;
import ringside.scenario.ScenarioRunner.Outcome;
import ringside.scenario.Soak;
import ringside.text.Messages;

/** {@code soak [MINUTES [SEED]]}: a long test with real peers and drawn faults, and no window. */
@Command(name = "soak")
final class SoakCommand implements Callable<Integer> {

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "MINUTES",
            descriptionKey = "soak.minutes")
    private int minutes = 10;

    @Parameters(index = "1", arity = "0..1", paramLabel = "SEED", descriptionKey = "soak.seed")
    private long seed = ThreadLocalRandom.current().nextInt(1_000_000);

    @Mixin private HostOptions hosts = new HostOptions();
    @Mixin private RunOptions options = new RunOptions();

    @Override
    public Integer call() throws UsageException, IOException {
        return run(System.out) == Outcome.PASSED ? 0 : 1;
    }

    /**
     * Runs the soak, and returns when no process is left.
     *
     * @param out receives the report, the seed first
     * @throws IOException when the run's folder cannot be written
     */
    private Outcome run(PrintStream out) throws UsageException, IOException {
        out.println(Messages.LAUNCH.format("soak.again", minutes, seed));
        try (Run run = Run.open(options, null, out::println, hosts.opener(Map.of()))) {
            Soak soak =
                    new Soak(
                            run.ring(),
                            Installation.home().resolve("assets/files"),
                            seed,
                            out::println);
            return soak.run(Math.toIntExact(TimeUnit.MINUTES.toSeconds(minutes)));
        }
    }
}
