package ringside.program;

import java.util.ArrayDeque;
import java.util.Deque;
import ringside.status.ProcessEvent.ExitKind;
import ringside.status.ProcessEvent.ProcessEnded;
import ringside.text.Messages;

/**
 * Says how a program in a terminal has ended, with the last lines that it printed (PROGRAMS 1.8).
 * Thread-safe.
 */
final class ProgramEnd {

    private static final int LAST_LINES = 3;
    private static final int SIGNAL_BASE = 128;

    private final ProgramProcess process;
    private final QuitDeadline quit;
    private final String quitCommand;
    private final Deque<String> lastLines = new ArrayDeque<>();

    /**
     * Creates what explains the end of a program that runs.
     *
     * @param quitCommand what is typed to it so that it leaves
     */
    ProgramEnd(ProgramProcess process, QuitDeadline quit, String quitCommand) {
        this.process = process;
        this.quit = quit;
        this.quitCommand = quitCommand;
    }

    /** Takes a line that it printed. */
    synchronized void printed(String line) {
        lastLines.addLast(line);
        if (lastLines.size() > LAST_LINES) {
            lastLines.removeFirst();
        }
    }

    /**
     * Returns how it has ended.
     *
     * @param exitCode of the process with which its terminal began
     * @param wasKilled whether Ringside was told to kill it
     */
    ProcessEnded explain(int exitCode, boolean wasKilled) {
        if (wasKilled) {
            return new ProcessEnded(
                    ExitKind.KILLED, exitCode, Messages.PROGRAM.format("ended.killed"));
        }
        return switch (process.ending()) {
            case OVERSTAYED ->
                    new ProcessEnded(
                            ExitKind.CRASHED,
                            exitCode,
                            Messages.PROGRAM.format(
                                    "ended.overstayed", quitCommand, quit.patience().toSeconds()));
            case LEFT_ALONE ->
                    new ProcessEnded(
                            ExitKind.CRASHED, 0, Messages.PROGRAM.format("ended.leftAlone"));
            case BY_ITSELF -> explainItsOwn(exitCode);
        };
    }

    private ProcessEnded explainItsOwn(int exitCode) {
        if (quit.isTold() && exitCode == 0) {
            return new ProcessEnded(
                    ExitKind.QUIT, exitCode, Messages.PROGRAM.format("ended.quit", quitCommand));
        }
        return new ProcessEnded(ExitKind.CRASHED, exitCode, reasonOf(exitCode));
    }

    private synchronized String reasonOf(int exitCode) {
        if (exitCode > SIGNAL_BASE) {
            return Messages.PROGRAM.format("ended.signal", exitCode - SIGNAL_BASE);
        }
        return lastLines.isEmpty()
                ? Messages.PROGRAM.format("ended.silent", exitCode)
                : Messages.PROGRAM.format("ended.lines", exitCode, String.join(" / ", lastLines));
    }
}
