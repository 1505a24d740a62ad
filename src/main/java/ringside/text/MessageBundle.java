package ringside.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The messages of one bundle: patterns of {@link MessageFormat}, in which an apostrophe is written
 * twice. The constructor loads the bundle, which costs a small process more than the rest of its
 * start: keep instances in a class that is first used when there is something to say. Thread-safe.
 */
public final class MessageBundle {

    private final ResourceBundle patterns;

    /**
     * Loads a bundle.
     *
     * @param bundle its name, such as {@code ringside.ring.messages}
     * @throws java.util.MissingResourceException when there is none of this name (a bug of ours)
     */
    public MessageBundle(String bundle) {
        patterns = ResourceBundle.getBundle(bundle, Locale.ROOT);
    }

    /**
     * Formats the message of a key.
     *
     * @param inserts inserted as plain text, without digit grouping; a missing reason of a library
     *     reads 'null', since reporting one failure must not cause another
     * @throws java.util.MissingResourceException when there is no such key (a bug of ours)
     */
    public String format(String key, Object... inserts) {
        Object[] plain = new Object[inserts.length];
        for (int i = 0; i < inserts.length; i++) {
            plain[i] = String.valueOf(inserts[i]);
        }
        return new MessageFormat(patterns.getString(key), Locale.ROOT).format(plain);
    }

    /**
     * Formats a number of things: with the key itself, or for 1 with the key that ends in '.one'.
     */
    public String count(String key, long number) {
        return format(number == 1 ? key + ".one" : key, number);
    }
}
