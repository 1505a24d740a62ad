package ringside.words;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The sentences of one bundle: patterns of {@link MessageFormat}, in which an apostrophe is written
 * twice. Making it reads the bundle, which costs a small process more than all else that it does at
 * its start: keep it in a class that is first used when there is something to say. Any thread.
 */
public final class Sentences {

    private final ResourceBundle patterns;

    /**
     * Reads a bundle.
     *
     * @param bundle its name, such as {@code ringside.ring.words}
     * @throws java.util.MissingResourceException when there is none of this name (a bug of ours)
     */
    public Sentences(String bundle) {
        patterns = ResourceBundle.getBundle(bundle, Locale.ROOT);
    }

    /**
     * The sentence of a key.
     *
     * @param inserts put in as plain text, without digit grouping; a reason that a library leaves
     *     out reads 'null', since who tells of one trouble must not make another
     * @throws java.util.MissingResourceException when there is no such key (a bug of ours)
     */
    public String say(String key, Object... inserts) {
        Object[] plain = new Object[inserts.length];
        for (int i = 0; i < inserts.length; i++) {
            plain[i] = String.valueOf(inserts[i]);
        }
        return new MessageFormat(patterns.getString(key), Locale.ROOT).format(plain);
    }

    /** The words for a number of things: those of the key, or of the one that ends in '.one'. */
    public String count(String key, long number) {
        return say(number == 1 ? key + ".one" : key, number);
    }
}
