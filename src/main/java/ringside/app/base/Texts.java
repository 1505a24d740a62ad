package ringside.app.base;

import ringside.text.MessageBundle;

/** The words that the window shows, from the resource bundle {@code texts}. Any thread. */
public final class Texts {

    private static final MessageBundle TEXTS = new MessageBundle("ringside.app.texts");

    private Texts() {}

    /** The words for a number of things: the key itself, or the one that ends in '.one'. */
    public static String count(String key, long number) {
        return TEXTS.count(key, number);
    }

    /**
     * The words of a key.
     *
     * @param inserts put in as plain text, without digit grouping
     * @throws java.util.MissingResourceException when there is no such key (a bug of ours)
     */
    public static String text(String key, Object... inserts) {
        return TEXTS.format(key, inserts);
    }
}
