package ringside.scenario;

/** Whether a condition holds. */
sealed interface Verdict {

    /** It holds; {@code what} says what was found, without a full stop. */
    record Holds(String what) implements Verdict {}

    /** It does not hold yet; {@code why} says what is there instead. */
    record NotYet(String why) implements Verdict {}

    /** It will not come to hold, however long one waits. */
    record Never(String why) implements Verdict {}
}
