package ringside.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import ringside.status.StatusEntry;
import ringside.supervisor.ScenarioRing;

/**
 * Plays a scenario on a ring that somebody else watches too: line by line on its own thread, and as
 * far as it is let. It stops at what is said and asked until it is told to go on. The methods may
 * be called from any thread and return at once.
 */
public final class ScenarioPlayer {

    private final Scenario scenario;
    private final Listener listener;
    private final Steps steps;
    private final Semaphore allowed = new Semaphore(0);
    private final Thread thread;
    private final BlockingQueue<StatusEntry> heard;
    private volatile StepMode mode;

    /** How it goes from line to line. */
    public enum StepMode {
        /** It waits before each line. */
        STEP_BY_STEP,
        /** It waits only where something is said or asked. */
        STRAIGHT_THROUGH
    }

    /** Is told how it goes, on the player's thread. */
    public interface Listener {
        /** A line begins. */
        void began(Scenario.Step step);

        /** A line is done; what happened, without a full stop. */
        void done(Scenario.Step step, String what);

        /** A line did not work out, and nothing after it is run; a plain sentence. */
        void failed(Scenario.Step step, String why);

        /** It waits for {@link ScenarioPlayer#goOn} before the line. */
        void waits(Scenario.Step step);

        /** There is no line left, or it was stopped. */
        void ended();
    }

    /**
     * Takes what a run needs; {@link #start} begins it.
     *
     * @param ring that is commanded; its events arrive through {@link #hear}
     * @param sofar what happened on it until now
     * @param paths where the files lie that the scenario names
     */
    public ScenarioPlayer(
            Scenario scenario,
            ScenarioRing ring,
            List<StatusEntry> sofar,
            PathFinder paths,
            StepMode mode,
            Listener listener) {
        this.scenario = scenario;
        this.listener = listener;
        this.mode = mode;
        this.heard = new LinkedBlockingQueue<>(sofar);
        this.steps = new Steps(ring, new Waiter(this::drain), paths);
        this.thread = Thread.ofPlatform().daemon().name("scenario").unstarted(this::run);
    }

    /** Begins; once. */
    public void start() {
        thread.start();
    }

    /** Hears what happens on the ring. */
    public void hear(StatusEntry entry) {
        if (thread.isAlive()) {
            var _ = heard.offer(entry);
        }
    }

    private int drain(Consumer<StatusEntry> receiver, int most) {
        List<StatusEntry> taken = new ArrayList<>();
        heard.drainTo(taken, most);
        taken.forEach(receiver);
        return taken.size();
    }

    /** Goes on where it waits, in a mode. */
    public void goOn(StepMode next) {
        mode = next;
        allowed.release();
    }

    /** Runs no further line; the ring stays as it is. */
    public void stop() {
        thread.interrupt();
    }

    private void run() {
        try {
            for (Scenario.Step step : scenario.steps()) {
                if (isStop(step.line()) || mode == StepMode.STEP_BY_STEP) {
                    allowed.drainPermits();
                    listener.waits(step);
                    allowed.acquire();
                }
                if (!run(step)) {
                    break;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        listener.ended();
    }

    private static boolean isStop(ScenarioLine line) {
        return switch (line) {
            case ScenarioLine.Say _, ScenarioLine.Ask _ -> true;
            case ScenarioLine.Peers _,
                    ScenarioLine.Join _,
                    ScenarioLine.Do _,
                    ScenarioLine.Wait _,
                    ScenarioLine.Expect _ ->
                    false;
        };
    }

    private boolean run(Scenario.Step step) {
        listener.began(step);
        try {
            listener.done(step, steps.run(step.line()));
            return true;
        } catch (StepFailedException e) {
            listener.failed(step, String.valueOf(e.getMessage()));
            return false;
        }
    }
}
