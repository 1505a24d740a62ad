package ringside.text;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * English in other letters and longer: whoever reads it sees at once what is not from a bundle, and
 * what has no room for a language with longer words.
 */
public final class PseudoLanguage {

    /** The language; its code is one of those that are kept for private use. */
    public static final Language LANGUAGE = new Language(Locale.of("qps"));

    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String ACCENTED = "áƀçđéƒĝĥíĵķĺɱñóþʠŕšţúṽŵẋýžÁƁÇĐÉƑĜĤÍĴĶĹṀÑÓÞǪŔŠŢÚṼŴẊÝŽ";

    /** What a word of another language may be longer. */
    private static final double LONGER = 0.4;

    private static final Pattern INSERT = Pattern.compile("\\{\\d+}");
    private static final String FILLING = " óñé ţŵó ţĥŕéé ƒóúŕ";

    private PseudoLanguage() {}

    /** Writes the bundles of the language beside the classes of the tests. */
    public static void write() throws IOException, URISyntaxException {
        Path classes =
                Path.of(
                        PseudoLanguage.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI());
        for (Bundle bundle : Bundle.all()) {
            Properties pseudo = new Properties();
            bundle.patterns().forEach((key, pattern) -> pseudo.put(key, of(pattern)));
            Path file =
                    classes.resolve(bundle.toString().replace(".properties", "_qps.properties"));
            Files.createDirectories(file.getParent());
            try (var out = Files.newBufferedWriter(file)) {
                pseudo.store(out, null);
            }
        }
    }

    /** Returns a pattern with other letters, in brackets, and longer; what has no letters stays. */
    static String of(String pattern) {
        String words = INSERT.matcher(pattern).replaceAll("");
        long letters = words.chars().filter(Character::isLetter).count();
        if (letters < 2) {
            return pattern;
        }
        int more = (int) Math.max(0, Math.ceil(letters * LONGER) - 2);
        StringBuilder longer = new StringBuilder("⟦");
        Matcher insert = INSERT.matcher(pattern);
        int from = 0;
        while (insert.find()) {
            longer.append(accented(pattern.substring(from, insert.start()))).append(insert.group());
            from = insert.end();
        }
        longer.append(accented(pattern.substring(from)));
        longer.append(FILLING.repeat(more / FILLING.length() + 1), 0, more);
        return longer.append('⟧').toString();
    }

    private static String accented(String text) {
        IntFunction<String> other =
                letter -> {
                    int index = PLAIN.indexOf(letter);
                    return index < 0
                            ? Character.toString(letter)
                            : ACCENTED.substring(index, index + 1);
                };
        return text.chars().mapToObj(other).collect(Collectors.joining());
    }

    /** Returns the words of a text that are not of this language: what looks like English. */
    public static List<String> foreign(String text) {
        return FOREIGN.matcher(text).results().map(each -> each.group()).toList();
    }

    private static final Pattern FOREIGN =
            Pattern.compile("(?<![\\p{L}\\p{N}._/-])[A-Za-z]{3,}(?![\\p{L}\\p{N}_/]|\\.\\w)");
}
