package ringside.scenario;

/** Signals that a line of a scenario failed; the message is a sentence that says why. */
final class StepFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    StepFailedException(String sentence) {
        super(sentence);
    }
}
