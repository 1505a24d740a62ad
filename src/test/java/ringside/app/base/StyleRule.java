package ringside.app.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One rule of the window's style sheets.
 *
 * @param declarations values by the names of properties without '-fx-'
 */
record StyleRule(String selector, Map<String, String> declarations) {

    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^}]*)}");
    private static final Pattern DECLARATION = Pattern.compile("-fx-([a-z-]+):([^;]+)");
    private static final Pattern LOOKED_UP = Pattern.compile("-ring-([a-z-]+)");

    /** Reads the rules of style sheets of the window. */
    static List<StyleRule> of(String... sheets) {
        return Stream.of(sheets)
                .map(sheet -> read("/ringside/app/base/" + sheet).replaceAll("(?s)/\\*.*?\\*/", ""))
                .flatMap(css -> RULE.matcher(css).results())
                .map(rule ->
                        new StyleRule(
                                rule.group(1).strip().replaceAll("\\s+", " "),
                                DECLARATION
                                        .matcher(rule.group(2))
                                        .results()
                                        .collect(
                                                Collectors.toMap(
                                                        one -> one.group(1),
                                                        one -> one.group(2).strip(),
                                                        (first, last) -> last))))
                .toList();
    }

    /** Returns the selectors of which each suffices. */
    List<String> selectors() {
        return List.of(selector.split(", "));
    }

    /** Returns the name of the colour that a property looks up, such as 'red'; empty for none. */
    String lookedUp(String property) {
        Matcher found = LOOKED_UP.matcher(declarations.getOrDefault(property, ""));
        return found.find() ? found.group(1) : "";
    }

    /** Reads a resource whole. */
    static String read(String resource) {
        try (InputStream in =
                Objects.requireNonNull(StyleRule.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
