package ringside.scenario;

import ringside.text.MessageBundle;

/** The messages of this package; their bundle is loaded on first use. Thread-safe. */
final class ScenarioMessages {

    private static final MessageBundle BUNDLE = new MessageBundle("ringside.scenario.messages");

    private ScenarioMessages() {}

    static String format(String key, Object... inserts) {
        return BUNDLE.format(key, inserts);
    }
}
