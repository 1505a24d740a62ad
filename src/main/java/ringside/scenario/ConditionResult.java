package ringside.scenario;

import java.util.function.Supplier;

/** The verdict on a condition. */
sealed interface ConditionResult {

    /** The condition holds; {@code what} says what was found, without a full stop. */
    record Holds(String what) implements ConditionResult {}

    /**
     * The condition does not hold yet; {@code reason} says what was found instead, and is asked for
     * only when nobody waits any longer.
     */
    record NotYet(Supplier<String> reason) implements ConditionResult {}

    /** The condition will never hold; {@code reason} says why, without a full stop. */
    record Never(String reason) implements ConditionResult {
        /** Takes the full stop away from a sentence. */
        public Never {
            reason = reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason;
        }
    }
}
