package ringside.app.launch;

import ringside.text.MessageBundle;

/** The messages of this package; their bundle is loaded on first use. Thread-safe. */
final class LaunchMessages {

    private static final MessageBundle BUNDLE = new MessageBundle("ringside.app.launch.messages");

    private LaunchMessages() {}

    static String format(String key, Object... inserts) {
        return BUNDLE.format(key, inserts);
    }
}
