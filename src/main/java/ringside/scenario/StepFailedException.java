package ringside.scenario;

/** A line of a scenario did not work out; the message is a sentence that says why. */
final class StepFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    StepFailedException(String sentence) {
        super(sentence);
    }
}
