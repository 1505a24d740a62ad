package ringside.status;

import ringside.text.MessageBundle;

/** The messages of this package; their bundle is loaded on first use. Thread-safe. */
final class StatusMessages {

    private static final MessageBundle BUNDLE = new MessageBundle("ringside.status.messages");

    private StatusMessages() {}

    static String format(String key, Object... inserts) {
        return BUNDLE.format(key, inserts);
    }
}
