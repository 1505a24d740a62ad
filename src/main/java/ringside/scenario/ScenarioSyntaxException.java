package ringside.scenario;

/** Signals a wrong line of a scenario file; the message names the file and the line. */
public final class ScenarioSyntaxException extends Exception {

    private static final long serialVersionUID = 1L;

    ScenarioSyntaxException(String file, int line, String sentence) {
        super(file + ":" + line + ": " + sentence);
    }
}
