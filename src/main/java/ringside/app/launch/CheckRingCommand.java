package ringside.app.launch;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import ringside.check.run.IsolatedRing;

/**
 * {@code check-ring}: one ring of a check, in namespaces of its own; only this program calls it.
 */
@Command(name = CheckRingCommand.NAME, hidden = true)
final class CheckRingCommand implements Callable<Integer> {

    static final String NAME = "check-ring";

    /** Plays the ring whose order comes from the standard input. */
    @Override
    public Integer call() throws InterruptedException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        IsolatedRing.runInside(in, System.out::println);
        return 0;
    }
}
