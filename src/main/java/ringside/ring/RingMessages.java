package ringside.ring;

import ringside.text.MessageBundle;

/** The messages of this package; their bundle is loaded on first use. Thread-safe. */
final class RingMessages {

    private static final MessageBundle BUNDLE = new MessageBundle("ringside.ring.messages");

    private RingMessages() {}

    static String format(String key, Object... inserts) {
        return BUNDLE.format(key, inserts);
    }
}
