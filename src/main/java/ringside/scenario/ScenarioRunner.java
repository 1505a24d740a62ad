package ringside.scenario;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import ringside.model.PeerState;
import ringside.model.RingState;
import ringside.supervisor.EventSource;
import ringside.supervisor.ScenarioRing;

/**
 * Runs a scenario line by line on a ring of real processes and says what happened (SPEC 11). For
 * one thread, which waits where the scenario waits.
 */
public final class ScenarioRunner {

    private final Waiter waiter;
    private final Steps steps;
    private final Consumer<String> out;

    /**
     * Takes what a run needs.
     *
     * @param ring on which nothing was started yet; its owner ends it
     * @param events of that ring
     * @param paths where the files lie that the scenario names
     * @param out is given every line to show
     */
    public ScenarioRunner(
            ScenarioRing ring, EventSource events, PathFinder paths, Consumer<String> out) {
        waiter = new Waiter(events);
        steps = new Steps(ring, waiter, paths);
        this.out = out;
    }

    /** How a run ended. */
    public enum Outcome {
        /** Every line did what it says. */
        PASSED,
        /** A line failed; what follows it was not run. */
        FAILED
    }

    /** Runs all lines, up to the first that fails. */
    public Outcome run(Scenario scenario) {
        for (Scenario.Step step : scenario.steps()) {
            long beganNanos = System.nanoTime();
            try {
                String what = steps.run(step.line());
                tell(step, what, System.nanoTime() - beganNanos);
            } catch (StepFailedException e) {
                String what = ScenarioMessages.format("run.failed", String.valueOf(e.getMessage()));
                tell(step, what, System.nanoTime() - beganNanos);
                tellState();
                return Outcome.FAILED;
            }
        }
        return Outcome.PASSED;
    }

    /** The ring as it is now. */
    public RingState state() {
        waiter.drain();
        return waiter.observedEvents().state();
    }

    private void tell(Scenario.Step step, String what, long tookNanos) {
        if (step.line() instanceof ScenarioLine.Say) {
            out.accept("        " + what);
            return;
        }
        if (step.line() instanceof ScenarioLine.Ask ask) {
            out.accept("        " + ask.question() + " (" + ask.answer() + ")");
            return;
        }
        double seconds = (double) tookNanos / TimeUnit.SECONDS.toNanos(1);
        out.accept(
                String.format(
                        Locale.ROOT,
                        "%5d  %s%n        %s (%.2f s)",
                        step.number(),
                        step.text(),
                        what,
                        seconds));
    }

    /** Prints the state of the ring, which explains why a line failed. */
    private void tellState() {
        RingState state = state();
        out.accept("        " + ScenarioMessages.format("run.ring"));
        state.peers().forEach(peer -> out.accept("          " + words(peer)));
        state.health().problems().forEach(problem -> out.accept("          " + problem));
    }

    private static String words(PeerState peer) {
        String now =
                ScenarioMessages.format(
                        peer.process().paused() ? "run.peer.paused" : "run.peer",
                        peer.id(),
                        ScenarioMessages.format("phase." + peer.phase()),
                        peer.successors(),
                        peer.predecessors());
        String reason = peer.process().reason();
        return reason.isEmpty() ? now : now + ": " + reason;
    }
}
