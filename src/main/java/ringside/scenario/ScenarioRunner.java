package ringside.scenario;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import ringside.model.PeerState;
import ringside.model.RingState;
import ringside.status.EventSource;
import ringside.supervisor.RingHost;
import ringside.supervisor.ScenarioRing;
import ringside.text.Messages;

/**
 * Runs a scenario line by line on a ring and prints what happened (SPEC 11). For one thread, which
 * waits whenever the scenario waits.
 */
public final class ScenarioRunner {

    private final Waiter waiter;
    private final StepExecutor steps;
    private final Consumer<String> out;

    /**
     * Creates a runner.
     *
     * @param ring a ring without peers; its owner ends it
     * @param events the events of that ring
     * @param host what that ring runs on
     * @param paths finds the files that the scenario names
     * @param out receives every line of output
     */
    public ScenarioRunner(
            ScenarioRing ring,
            EventSource events,
            RingHost host,
            PathFinder paths,
            Consumer<String> out) {
        waiter = new Waiter(events, host);
        steps = new StepExecutor(ring, waiter, paths);
        this.out = out;
    }

    /** How a run ended. */
    public enum Outcome {
        /** Every line succeeded. */
        PASSED,
        /** A line failed; the lines after it were not run. */
        FAILED
    }

    /** Runs the lines up to the first that fails. */
    public Outcome run(Scenario scenario) {
        for (Scenario.Step step : scenario.steps()) {
            long beganNanos = waiter.host().nowNanos();
            try {
                String what = steps.run(step.line());
                print(step, what, waiter.host().nowNanos() - beganNanos);
            } catch (StepFailedException e) {
                String what =
                        Messages.SCENARIO.format("run.failed", String.valueOf(e.getMessage()));
                print(step, what, waiter.host().nowNanos() - beganNanos);
                printState();
                return Outcome.FAILED;
            }
        }
        return Outcome.PASSED;
    }

    public RingState state() {
        waiter.drain();
        return waiter.observedEvents().state();
    }

    private void print(Scenario.Step step, String what, long tookNanos) {
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
    private void printState() {
        RingState state = state();
        out.accept("        " + Messages.SCENARIO.format("run.ring"));
        printFirst(state.peers(), ScenarioRunner::words);
        printFirst(state.health().problems(), problem -> problem);
    }

    private <T> void printFirst(List<T> things, Function<T, String> words) {
        int shown = PeerNames.shownOf(things.size());
        things.stream()
                .limit(shown)
                .forEach(thing -> out.accept("          " + words.apply(thing)));
        int more = things.size() - shown;
        if (more > 0) {
            out.accept("          " + Messages.SCENARIO.format("run.more", more));
        }
    }

    private static String words(PeerState peer) {
        String now =
                Messages.SCENARIO.format(
                        peer.process().paused() ? "run.peer.paused" : "run.peer",
                        peer.id(),
                        Messages.SCENARIO.format("phase." + peer.phase()),
                        peer.successors(),
                        peer.predecessors());
        String reason = peer.process().reason();
        return reason.isEmpty() ? now : now + ": " + reason;
    }
}
