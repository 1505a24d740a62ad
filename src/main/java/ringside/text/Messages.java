package ringside.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The messages of the program, a bundle for each package that says something. They are patterns of
 * {@link MessageFormat}, in which an apostrophe is written twice. A bundle is read with its first
 * message, because that costs a small process more than the rest of its start. Thread-safe.
 */
public final class Messages {

    public static final Messages RING = new Messages("ringside.ring.messages");
    public static final Messages STATUS = new Messages("ringside.status.messages");
    public static final Messages NODE = new Messages("ringside.node.messages");
    public static final Messages RECORDING = new Messages("ringside.recording.messages");
    public static final Messages SUPERVISOR = new Messages("ringside.supervisor.messages");
    public static final Messages HOSTS = new Messages("ringside.hosts.messages");
    public static final Messages SIMULATION = new Messages("ringside.simulation.messages");
    public static final Messages FIGURE = new Messages("ringside.figure.messages");
    public static final Messages SCENARIO = new Messages("ringside.scenario.messages");
    public static final Messages RULES = new Messages("ringside.rules.messages");
    public static final Messages STORY = new Messages("ringside.story.messages");
    public static final Messages PROGRAM = new Messages("ringside.program.messages");
    public static final Messages CHECK = new Messages("ringside.check.messages");
    public static final Messages CAPTURE = new Messages("ringside.capture.messages");
    public static final Messages EXPORT = new Messages("ringside.export.messages");
    public static final Messages EXPLANATIONS = new Messages("ringside.model.explanations");
    public static final Messages LAUNCH = new Messages("ringside.app.launch.messages");
    public static final Messages WINDOW = new Messages("ringside.app.texts");

    private final String bundle;

    /** Parsed patterns, each used by one thread at a time: some are formatted with every frame. */
    private final Map<Language, Map<String, MessageFormat>> formats = new ConcurrentHashMap<>();

    private Messages(String bundle) {
        this.bundle = bundle;
    }

    /**
     * Formats the message of a key in the language that this process speaks.
     *
     * @param inserts values to insert as plain text, without digit grouping; a null reason from a
     *     library reads 'null', since reporting one failure must not cause another
     * @throws java.util.MissingResourceException if there is no such key (a bug of the program)
     */
    public String format(String key, Object... inserts) {
        return formatIn(Language.spoken(), key, inserts);
    }

    /** Formats as {@link #format}, in another language; what it lacks is English. */
    public String formatIn(Language language, String key, Object... inserts) {
        Object[] plain = new Object[inserts.length];
        for (int i = 0; i < inserts.length; i++) {
            plain[i] = language.plain(inserts[i]);
        }
        MessageFormat format =
                formats.computeIfAbsent(language, _ -> new ConcurrentHashMap<>())
                        .computeIfAbsent(key, each -> parse(language, each));
        synchronized (format) {
            return format.format(plain);
        }
    }

    private MessageFormat parse(Language language, String key) {
        ResourceBundle patterns =
                language.equals(Language.ENGLISH)
                        ? ResourceBundle.getBundle(bundle, Locale.ROOT)
                        : ResourceBundle.getBundle(
                                bundle,
                                language.locale(),
                                ResourceBundle.Control.getNoFallbackControl(
                                        ResourceBundle.Control.FORMAT_PROPERTIES));
        return new MessageFormat(patterns.getString(key), language.locale());
    }

    /** Formats a number of things: with the key, or for exactly one with the key plus '.one'. */
    public String count(String key, long number) {
        return format(number == 1 ? key + ".one" : key, number);
    }
}
