package ringside.scenario;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import ringside.status.EventSource;
import ringside.text.Messages;

/** Waits for conditions and meanwhile takes the events of the ring. For one thread. */
final class Waiter {

    /** Time between two polls: short enough for times in hundredths of a second. */
    private static final long POLL_MS = 5;

    /** Maximum number of events taken at once: more than arrive between two polls. */
    private static final int BATCH = 10_000;

    /** Longest delay between the reports of two peers about the same event. */
    private static final long SETTLING_MS = 1_000;

    private final EventSource events;
    private final ObservedEvents observedEvents = new ObservedEvents();

    Waiter(EventSource events) {
        this.events = events;
    }

    ObservedEvents observedEvents() {
        return observedEvents;
    }

    /** Takes all events that have arrived. */
    void drain() {
        int taken;
        do {
            taken = events.drain(observedEvents::add, BATCH);
        } while (taken == BATCH);
    }

    /**
     * Waits until a condition holds.
     *
     * @return what was found
     * @throws StepFailedException if it never will, or does not in time
     */
    String await(Supplier<ConditionResult> question, long withinMs) throws StepFailedException {
        return poll(question, withinMs, "step.wrongInTime");
    }

    /**
     * Checks that a condition holds now. It waits a moment for the reports of all peers.
     *
     * @return what was found
     * @throws StepFailedException if it does not hold
     */
    String expect(Supplier<ConditionResult> question) throws StepFailedException {
        return poll(question, SETTLING_MS, "step.wrong");
    }

    private String poll(Supplier<ConditionResult> question, long withinMs, String wrong)
            throws StepFailedException {
        long deadlineNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(withinMs);
        while (true) {
            boolean isLast = System.nanoTime() - deadlineNanos >= 0;
            drain();
            switch (question.get()) {
                case ConditionResult.Holds(String what) -> {
                    return what;
                }
                case ConditionResult.Never(String reason) ->
                        throw new StepFailedException(
                                Messages.SCENARIO.format("step.wrong", reason));
                case ConditionResult.NotYet(String reason) -> {
                    if (isLast) {
                        throw new StepFailedException(
                                Messages.SCENARIO.format(wrong, reason, withinMs / 1_000.0));
                    }
                }
            }
            pause();
        }
    }

    private static void pause() throws StepFailedException {
        try {
            Thread.sleep(POLL_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StepFailedException(Messages.SCENARIO.format("step.interrupted"));
        }
    }
}
