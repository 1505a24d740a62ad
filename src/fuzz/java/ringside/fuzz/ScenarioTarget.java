package ringside.fuzz;

import java.nio.charset.StandardCharsets;
import ringside.scenario.ScenarioParser;
import ringside.scenario.ScenarioSyntaxException;

/** Scenario files. */
public final class ScenarioTarget {

    private ScenarioTarget() {}

    /** Reads one file. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        Budget.spend(() -> read(text));
    }

    private static void read(String text) {
        try {
            Budget.requireEqual(
                    ScenarioParser.parse("fuzz", text), ScenarioParser.parse("fuzz", text));
        } catch (ScenarioSyntaxException expected) {
            // The one way in which a file may be wrong.
        }
    }
}
