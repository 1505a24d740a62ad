package ringside.app.base;

import ringside.text.Messages;

/** The window's texts, from the resource bundle {@code texts}. Thread-safe. */
public final class Texts {

    private Texts() {}

    /** Returns the text for a number of things: that of the key, or of the key with '.one'. */
    public static String count(String key, long number) {
        return Messages.WINDOW.count(key, number);
    }

    /**
     * Returns the text of a key.
     *
     * @param inserts inserted as plain text, without digit grouping
     * @throws java.util.MissingResourceException when there is no such key (a bug of ours)
     */
    public static String text(String key, Object... inserts) {
        return Messages.WINDOW.format(key, inserts);
    }
}
