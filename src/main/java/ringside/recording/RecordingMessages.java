package ringside.recording;

import ringside.text.MessageBundle;

/** The messages of this package; their bundle is loaded on first use. Thread-safe. */
final class RecordingMessages {

    private static final MessageBundle BUNDLE = new MessageBundle("ringside.recording.messages");

    private RecordingMessages() {}

    static String format(String key, Object... inserts) {
        return BUNDLE.format(key, inserts);
    }
}
