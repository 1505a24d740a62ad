package ringside.supervisor;

import java.io.IOException;

/** Sends the signals that Java itself cannot send. Waits for the moment that this takes. */
final class Signals {

    private Signals() {}

    /** Stops a process until {@link #resume}. */
    static void pause(long processId) {
        send("STOP", processId);
    }

    /** Continues a process; without effect on one that is not stopped. */
    static void resume(long processId) {
        send("CONT", processId);
    }

    private static void send(String signal, long processId) {
        try {
            Process kill =
                    new ProcessBuilder("kill", "-" + signal, Long.toString(processId))
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            if (kill.waitFor() != 0) {
                throw new ActionFailedException(Words.say("signal.gone", processId, signal));
            }
        } catch (IOException e) {
            throw new ActionFailedException(
                    Words.say("signal.noKill", String.valueOf(e.getMessage())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ActionFailedException(Words.say("signal.interrupted", signal));
        }
    }
}
