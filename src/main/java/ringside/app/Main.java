package ringside.app;

import ringside.app.base.FailureLog;
import ringside.app.launch.RingsideCommand;

/** Runs the command line; {@code run-ring.sh} starts it. */
public final class Main {

    private Main() {}

    /** Runs one command and ends the program with its exit code. */
    public static void main(String[] arguments) {
        FailureLog.OF_PROGRAM.install();
        System.exit(RingsideCommand.run(arguments));
    }
}
