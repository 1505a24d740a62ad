package ringside.node;

import ringside.text.MessageBundle;

/**
 * The messages of this package. Their bundle is loaded on first use, so that a peer without
 * failures never loads it. Thread-safe.
 */
final class NodeMessages {

    private static final MessageBundle BUNDLE = new MessageBundle("ringside.node.messages");

    private NodeMessages() {}

    static String format(String key, Object... inserts) {
        return BUNDLE.format(key, inserts);
    }
}
