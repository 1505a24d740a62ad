package ringside.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import ringside.status.StatusEntry;
import ringside.supervisor.RunningHosts;
import ringside.supervisor.ScenarioRing;

/**
 * Plays a scenario line by line, on its own thread, on a ring that the window shows as well. It
 * stops at statements and questions until {@link #resume} is called. Any thread may call the
 * methods, which return at once.
 */
public final class ScenarioPlayer {

    private final Scenario scenario;
    private final Listener listener;
    private final StepExecutor steps;
    private final Semaphore allowed = new Semaphore(0);
    private final Thread thread;
    private final BlockingQueue<StatusEntry> events;
    private volatile StepMode mode;
    private volatile int firstStop;

    /** How the player proceeds from line to line. */
    public enum StepMode {
        /** It stops before each line. */
        STEP_BY_STEP,
        /** It stops only at statements and questions. */
        STRAIGHT_THROUGH
    }

    /** Receives the progress, on the player's thread. */
    public interface Listener {
        /** A line begins. */
        void began(Scenario.Step step);

        /** A line is done; {@code what} says what happened, without a full stop. */
        void done(Scenario.Step step, String what);

        /** A line failed, and no further line is run; {@code reason} is a plain sentence. */
        void failed(Scenario.Step step, String reason);

        /** The player waits for {@link ScenarioPlayer#resume} before the line. */
        void waits(Scenario.Step step);

        /** No line is left, or the player was stopped. */
        void ended();
    }

    /**
     * Creates a player; {@link #start} begins the run.
     *
     * @param ring the ring to command; its events arrive through {@link #accept}
     * @param eventsSoFar all events of the ring until now
     * @param paths finds the files that the scenario names
     */
    public ScenarioPlayer(
            Scenario scenario,
            ScenarioRing ring,
            List<StatusEntry> eventsSoFar,
            PathFinder paths,
            StepMode mode,
            Listener listener) {
        this.scenario = scenario;
        this.listener = listener;
        this.mode = mode;
        this.events = new LinkedBlockingQueue<>(eventsSoFar);
        this.steps = new StepExecutor(ring, new Waiter(this::drain, new RunningHosts(ring)), paths);
        this.thread = Thread.ofPlatform().daemon().name("scenario").unstarted(this::run);
    }

    /**
     * Starts the thread; call once.
     *
     * @param firstStop the number of the first line at which it may stop; 0 for any
     */
    public void start(int firstStop) {
        this.firstStop = firstStop;
        thread.start();
    }

    /** Takes an event of the ring; ignored unless the player runs. */
    public void accept(StatusEntry entry) {
        if (thread.isAlive()) {
            var _ = events.offer(entry);
        }
    }

    private int drain(Consumer<StatusEntry> receiver, int most) {
        List<StatusEntry> taken = new ArrayList<>();
        events.drainTo(taken, most);
        taken.forEach(receiver);
        return taken.size();
    }

    /** Continues from the current stop in a mode. */
    public void resume(StepMode next) {
        mode = next;
        allowed.release();
    }

    /** Stops before the next line; the ring stays as it is. */
    public void stop() {
        thread.interrupt();
    }

    private void run() {
        try {
            for (Scenario.Step step : scenario.steps()) {
                if (stopsAt(step)) {
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

    private boolean stopsAt(Scenario.Step step) {
        boolean isStop = step.line() instanceof ScenarioLine.Text || mode == StepMode.STEP_BY_STEP;
        return isStop && step.number() >= firstStop;
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
