package ringside.node;

import ringside.text.MessageBundle;

/**
 * The messages of this package. Their bundle is loaded on first use, so a peer without trouble
 * never pays for it. Thread-safe.
 */
final class NodeMessages {

    private static final MessageBundle BUNDLE = new MessageBundle("ringside.node.messages");

    private NodeMessages() {}

    /** Formats the message of a key; arguments are inserted as plain text. */
    static String format(String key, Object... inserts) {
        return BUNDLE.format(key, inserts);
    }
}
