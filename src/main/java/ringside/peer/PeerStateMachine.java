package ringside.peer;

/** A peer as its runner sees it: a function of state, time and input (ARCHITECTURE rule 1). */
public interface PeerStateMachine {

    /**
     * Processes one input.
     *
     * @param nowMicros microseconds on a monotonic clock; only differences count
     * @param outbox where the effects are appended, in order
     */
    void step(long nowMicros, Input input, Outbox outbox);
}
