package ringside.supervisor;

import ringside.text.MessageBundle;

/** The messages of this package; their bundle is loaded on first use. Thread-safe. */
final class SupervisorMessages {

    private static final MessageBundle BUNDLE = new MessageBundle("ringside.supervisor.messages");

    private SupervisorMessages() {}

    static String format(String key, Object... inserts) {
        return BUNDLE.format(key, inserts);
    }
}
