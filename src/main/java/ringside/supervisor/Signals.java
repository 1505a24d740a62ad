package ringside.supervisor;

import java.io.IOException;
import ringside.text.Messages;

/** Sends signals that Java itself cannot send. Each call blocks briefly. */
public final class Signals {

    private Signals() {}

    /** Suspends a process until {@link #resume}. */
    static void pause(long processId) {
        send("STOP", processId);
    }

    /** Resumes a process; has no effect on one that is not suspended. */
    static void resume(long processId) {
        send("CONT", processId);
    }

    /** Suspends a process and all of its group. */
    public static void pauseGroup(long leader) {
        send("STOP", -leader);
    }

    /** Resumes a process and all of its group. */
    public static void resumeGroup(long leader) {
        send("CONT", -leader);
    }

    /** Ends a process and all of its group at once; has no effect if all have ended. */
    public static void killGroup(long leader) {
        try {
            send("KILL", -leader);
        } catch (ActionFailedException e) {
            // Nobody is left in the group.
        }
    }

    /** Uses the C locale: in Turkish, the kill of procps does not know the name CONT. */
    static ProcessBuilder command(String signal, long processId) {
        ProcessBuilder kill =
                new ProcessBuilder("kill", "-" + signal, "--", Long.toString(processId))
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD);
        kill.environment().put("LC_ALL", "C");
        return kill;
    }

    private static void send(String signal, long processId) {
        try {
            Process kill = command(signal, processId).start();
            if (kill.waitFor() != 0) {
                throw new ActionFailedException(
                        Messages.SUPERVISOR.format("signal.gone", processId, signal));
            }
        } catch (IOException e) {
            throw new ActionFailedException(
                    Messages.SUPERVISOR.format("signal.noKill", String.valueOf(e.getMessage())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ActionFailedException(
                    Messages.SUPERVISOR.format("signal.interrupted", signal));
        }
    }
}
