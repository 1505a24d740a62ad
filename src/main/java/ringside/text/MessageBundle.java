package ringside.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The messages of one bundle: patterns of {@link MessageFormat}, in which an apostrophe is written
 * twice. The constructor loads the bundle, which costs a small process more than the rest of its
 * start: keep instances in a class that is first used with the first message. Thread-safe.
 */
public final class MessageBundle {

    private final ResourceBundle patterns;

    /** Parsed patterns, each used by one thread at a time: some are formatted with every frame. */
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

    /**
     * Loads a bundle.
     *
     * @param bundle name of the bundle, such as {@code ringside.ring.messages}
     * @throws java.util.MissingResourceException if there is no such bundle (a bug of the program)
     */
    public MessageBundle(String bundle) {
        patterns = ResourceBundle.getBundle(bundle, Locale.ROOT);
    }

    /**
     * Formats the message of a key.
     *
     * @param inserts values to insert as plain text, without digit grouping; a null reason from a
     *     library reads 'null', since reporting one failure must not cause another
     * @throws java.util.MissingResourceException if there is no such key (a bug of the program)
     */
    public String format(String key, Object... inserts) {
        Object[] plain = new Object[inserts.length];
        for (int i = 0; i < inserts.length; i++) {
            plain[i] = String.valueOf(inserts[i]);
        }
        MessageFormat format =
                formats.computeIfAbsent(
                        key, name -> new MessageFormat(patterns.getString(name), Locale.ROOT));
        synchronized (format) {
            return format.format(plain);
        }
    }

    /** Formats a number of things: with the key, or for exactly one with the key plus '.one'. */
    public String count(String key, long number) {
        return format(number == 1 ? key + ".one" : key, number);
    }
}
