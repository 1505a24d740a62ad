package ringside.scenario;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import ringside.supervisor.EventSource;

/** Follows the ring while a scenario waits. For one thread. */
final class Waiter {

    /** How often is looked: often enough for times in hundredths of a second. */
    private static final long POLL_MS = 5;

    /** Events taken at once: all that come between two looks. */
    private static final int BATCH = 10_000;

    /** How long the report of one peer may come after that of another about the same thing. */
    private static final long SETTLING_MS = 1_000;

    private final EventSource events;
    private final ObservedEvents observedEvents = new ObservedEvents();

    Waiter(EventSource events) {
        this.events = events;
    }

    ObservedEvents observedEvents() {
        return observedEvents;
    }

    /** Takes all that has happened so far. */
    void drain() {
        int taken;
        do {
            taken = events.drain(observedEvents::add, BATCH);
        } while (taken == BATCH);
    }

    /**
     * Waits until something holds.
     *
     * @return what was found
     * @throws StepFailedException when it never will, or not in time
     */
    String await(Supplier<Verdict> question, long withinMs) throws StepFailedException {
        return poll(question, withinMs, "step.wrongInTime");
    }

    /**
     * Tells whether something holds now: as soon as the reports of all peers are there.
     *
     * @return what was found
     * @throws StepFailedException when it does not hold
     */
    String expect(Supplier<Verdict> question) throws StepFailedException {
        return poll(question, SETTLING_MS, "step.wrong");
    }

    private String poll(Supplier<Verdict> question, long withinMs, String wrong)
            throws StepFailedException {
        long deadlineNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(withinMs);
        while (true) {
            boolean isLast = System.nanoTime() - deadlineNanos >= 0;
            drain();
            switch (question.get()) {
                case Verdict.Holds(String what) -> {
                    return what;
                }
                case Verdict.Never(String why) ->
                        throw new StepFailedException(ScenarioMessages.format("step.wrong", why));
                case Verdict.NotYet(String why) -> {
                    if (isLast) {
                        throw new StepFailedException(
                                ScenarioMessages.format(wrong, why, withinMs / 1_000.0));
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
            throw new StepFailedException(ScenarioMessages.format("step.interrupted"));
        }
    }
}
