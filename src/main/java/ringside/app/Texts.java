package ringside.app;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words that the window shows, from the resource bundle {@code texts}. Any thread. */
public final class Texts {

    private static final ResourceBundle TEXTS =
            ResourceBundle.getBundle("ringside.app.texts", Locale.ROOT);

    private Texts() {}

    /** The words for a number of things: the key itself, or the one that ends in '.one'. */
    public static String count(String key, long number) {
        return text(number == 1 ? key + ".one" : key, number);
    }

    /**
     * The words of a key.
     *
     * @param inserts put in as plain text, without digit grouping
     * @throws java.util.MissingResourceException when there is no such key (a bug of ours)
     */
    public static String text(String key, Object... inserts) {
        String pattern = TEXTS.getString(key);
        Object[] plain = new Object[inserts.length];
        for (int i = 0; i < inserts.length; i++) {
            plain[i] = inserts[i].toString();
        }
        return new MessageFormat(pattern, Locale.ROOT).format(plain);
    }
}
