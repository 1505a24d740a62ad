package ringside.app;

import java.io.IOException;
import java.util.List;
import ringside.app.base.FailureLog;
import ringside.app.base.Texts;
import ringside.app.launch.PrepareCommand;
import ringside.app.launch.ReplayCommand;
import ringside.app.launch.RunOptions;
import ringside.app.launch.ScenarioCommand;
import ringside.app.launch.SoakCommand;
import ringside.app.launch.UsageException;
import ringside.app.launch.WindowCommand;
import ringside.node.Failures;
import ringside.scenario.ScenarioRunner.Outcome;

/**
 * The program's entry point for everything but peers: {@code window}, {@code scenario}, {@code
 * replay}, {@code soak} or {@code prepare}, followed by options. {@code run-ring.sh} starts it.
 * Exit codes: 0 success, 1 failure, 2 wrong arguments.
 */
public final class Main {

    private static final int FAILED = 1;
    private static final int USAGE = 2;

    private Main() {}

    /** Runs one command and exits. */
    public static void main(String[] arguments) {
        FailureLog.OF_PROGRAM.install();
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> words) {
        String command = words.isEmpty() ? "" : words.getFirst();
        try {
            RunOptions options = RunOptions.parse(words.stream().skip(1).toList());
            return switch (command) {
                case "scenario" ->
                        ScenarioCommand.run(options, System.out) == Outcome.PASSED ? 0 : FAILED;
                case "soak" -> SoakCommand.run(options, System.out) == Outcome.PASSED ? 0 : FAILED;
                case "window" -> {
                    WindowCommand.run(options);
                    yield 0;
                }
                case "replay" -> {
                    ReplayCommand.run(options);
                    yield 0;
                }
                case "prepare" -> PrepareCommand.run();
                case String unknown -> {
                    System.err.println("ringside: " + Texts.text("program.noCommand", unknown));
                    yield USAGE;
                }
            };
        } catch (UsageException e) {
            System.err.println("ringside: " + e.getMessage());
            return USAGE;
        } catch (IOException e) {
            System.err.println("ringside: " + Failures.sentence(e));
            return FAILED;
        } catch (RuntimeException | Error unexpected) {
            FailureLog.OF_PROGRAM.report(Thread.currentThread(), unexpected);
            return FAILED;
        }
    }
}
