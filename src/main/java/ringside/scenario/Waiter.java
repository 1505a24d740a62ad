package ringside.scenario;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import ringside.status.EventSource;
import ringside.supervisor.RingHost;
import ringside.text.Messages;

/** Waits for conditions and meanwhile takes the events of the ring. For one thread. */
final class Waiter {

    /** Maximum number of events taken at once: more than arrive between two polls. */
    private static final int BATCH = 10_000;

    /** Longest delay between the reports of two peers about the same event. */
    private static final long SETTLING_MS = 1_000;

    private final EventSource events;
    private final RingHost host;
    private final ObservedEvents observedEvents = new ObservedEvents();

    /**
     * Creates a waiter for the events of a ring.
     *
     * @param host what that ring runs on, which makes time pass
     */
    Waiter(EventSource events, RingHost host) {
        this.events = events;
        this.host = host;
    }

    RingHost host() {
        return host;
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
        long deadlineNanos = host.nowNanos() + TimeUnit.MILLISECONDS.toNanos(withinMs);
        while (true) {
            long leftNanos = deadlineNanos - host.nowNanos();
            boolean isLast = leftNanos <= 0;
            drain();
            switch (question.get()) {
                case ConditionResult.Holds(String what) -> {
                    return what;
                }
                case ConditionResult.Never(String reason) ->
                        throw new StepFailedException(
                                Messages.SCENARIO.format("step.wrong", reason));
                case ConditionResult.NotYet(Supplier<String> reason) -> {
                    if (isLast) {
                        throw new StepFailedException(
                                Messages.SCENARIO.format(wrong, reason.get(), withinMs / 1_000.0));
                    }
                }
            }
            awaitNews(TimeUnit.NANOSECONDS.toMillis(leftNanos));
        }
    }

    private void awaitNews(long leftMs) throws StepFailedException {
        try {
            host.awaitNews(Math.max(1, leftMs));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StepFailedException(Messages.SCENARIO.format("step.interrupted"));
        }
    }
}
