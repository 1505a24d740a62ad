package ringside.app.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.app.drawing.Ink;
import ringside.app.drawing.Palette;

/**
 * The contrast of the colours, as WCAG 2.2 defines it: 4.5:1 for words (1.4.3) and 3:1 for marks
 * (1.4.11), in each style sheet of colours.
 */
class ContrastTest {

    private static final double WORDS = 4.5;
    private static final double MARKS = 3;

    /** What stands on what: each colour, its least contrast and its backgrounds. */
    private static final List<Use> USES =
            List.of(
                    words("text", "background panel sunken raised footer peer"),
                    words("text", "blue-wash amber-wash red-wash"),
                    words("muted", "background panel sunken raised footer peer"),
                    words("muted", "blue-wash amber-wash"),
                    words("faint", "background panel footer"),
                    words("on-blue", "blue"),
                    words("on-violet", "violet"),
                    words("background", "violet text"),
                    words("blue", "background panel raised blue-wash"),
                    words("cyan", "background panel raised blue-wash"),
                    words("violet", "background panel raised footer blue-wash amber-wash"),
                    words("violet", "violet-wash"),
                    words("green", "background panel raised footer blue-wash amber-wash"),
                    words("green", "green-wash"),
                    words("amber", "background panel raised footer blue-wash amber-wash"),
                    words("red", "background panel raised footer blue-wash amber-wash red-wash"),
                    marks("blue", "sunken"),
                    marks("cyan", "sunken blue-wash"),
                    marks("amber", "sunken"),
                    words("host-a", "background panel"),
                    words("host-b", "background panel"),
                    words("host-c", "background panel"),
                    words("host-d", "background panel"),
                    words("host-e", "background panel"),
                    words("host-f", "background panel"),
                    marks("predecessor", "background panel"),
                    marks("tick", "background panel"));

    /** Lines that only divide: nothing is lost to who does not see them. */
    private static final Set<String> GUIDES = Set.of("line", "circle");

    /** Colours that are seen through, on the ring's background, in the rules of these selectors. */
    private static final Map<String, String> SEEN_THROUGH =
            Map.of(
                    ".ring-view .range-arc", "blue",
                    ".ring-view .range-arc:of-file", "violet",
                    ".edge.second-successor", "blue",
                    ".ring-view .edge:broken", "red",
                    ".peer .halo", "text",
                    ".hop", "violet");

    /** What recedes on purpose, or lies under a mark of full contrast. */
    private static final Set<String> RECEDES =
            Set.of(
                    ".ring-view .edge:unlit",
                    ".chord-track",
                    ".lit-edge",
                    ".timeline-overview .part",
                    ".card-choices:disabled .button, .card-choices:disabled .text-field");

    private static final Pattern COLOUR =
            Pattern.compile("--?(?:ring-)?([a-z-]+): (#\\p{XDigit}{6})\\b");
    private static final Pattern LOOKED_UP = Pattern.compile("-ring-([a-z-]+)");
    private static final Pattern WORDS_IN_RING = Pattern.compile("number|words");

    private record Use(String colour, double least, List<String> backgrounds) {}

    private static Use words(String colour, String backgrounds) {
        return new Use(colour, WORDS, List.of(backgrounds.split(" ")));
    }

    private static Use marks(String colour, String backgrounds) {
        return new Use(colour, MARKS, List.of(backgrounds.split(" ")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dark.css", "light.css"})
    void everyColourOfTheWindowStandsOutFromItsBackgrounds(String sheet) {
        String[] looks =
                StyleRule.read("/ringside/app/base/" + sheet).split("\\.root\\.presentation", 2);
        Map<String, String> usual = colours(looks[0]);
        Map<String, String> presented = new HashMap<>(usual);
        presented.putAll(colours(looks[1]));
        assertThat(unreadable(usual)).isEmpty();
        assertThat(unreadable(presented)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dark.css", "light.css"})
    void theWordsOfTheControlsStandOutFromThem(String sheet) {
        Map<String, String> colours = colours(StyleRule.read("/ringside/app/base/" + sheet));
        List<String> poor = new ArrayList<>();
        for (String words : List.of("color-fg-default", "color-fg-muted", "color-fg-subtle")) {
            for (String on : List.of("default", "overlay", "subtle", "inset")) {
                poor.addAll(poor(colours, words, "color-bg-" + on, WORDS));
            }
        }
        assertThat(poor).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dark.css", "light.css"})
    void everyColourIsInTheTable(String sheet) {
        Set<String> known = new TreeSet<>(GUIDES);
        for (Use use : USES) {
            known.add(use.colour());
            known.addAll(use.backgrounds());
        }
        assertThat(ringColours(StyleRule.read("/ringside/app/base/" + sheet)))
                .isSubsetOf(known)
                .isNotEmpty();
    }

    @Test
    void theTableHasTheWordsOfTheStyleSheets() {
        Set<String> missing = new TreeSet<>();
        for (StyleRule rule : StyleRule.of("window.css", "ring.css")) {
            for (String word : wordsIn(rule)) {
                String background = rule.lookedUp("background-color");
                boolean known =
                        USES.stream()
                                .anyMatch(use ->
                                        use.least() == WORDS
                                                && use.colour().equals(word)
                                                && (background.isEmpty()
                                                        || use.backgrounds().contains(background)));
                if (!known) {
                    missing.add(rule.selector() + ": " + word + " on " + background);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void whatIsSeenThroughStillStandsOut() {
        Set<String> poor = new TreeSet<>();
        for (StyleRule rule : StyleRule.of("window.css", "ring.css")) {
            String opacity = rule.declarations().getOrDefault("opacity", "1");
            if (Double.parseDouble(opacity) < 1 && !RECEDES.contains(rule.selector())) {
                String colour =
                        Objects.requireNonNull(SEEN_THROUGH.get(rule.selector()), rule.selector());
                for (String sheet : List.of("dark.css", "light.css")) {
                    Map<String, String> colours =
                            colours(StyleRule.read("/ringside/app/base/" + sheet));
                    Color background = of(colours, "background");
                    Color seen =
                            background.interpolate(
                                    of(colours, colour), Double.parseDouble(opacity));
                    if (contrast(seen, background) < MARKS) {
                        poor.add(sheet + " " + rule.selector());
                    }
                }
            }
        }
        assertThat(poor).isEmpty();
    }

    @Test
    void thePageHasTheColoursOfTheWindow() {
        String[] looks = StyleRule.read("/ringside/app/page/page.css").split(":root", -1);
        assertThat(looks).hasSize(4);
        assertThat(pageColours(looks[1])).isEqualTo(windowColours("light.css", looks[1]));
        assertThat(pageColours(looks[2])).isEqualTo(windowColours("dark.css", looks[2]));
        assertThat(pageColours(looks[3])).isEqualTo(pageColours(looks[2]));
        assertThat(unreadable(pageColours(looks[1]))).isEmpty();
        assertThat(unreadable(pageColours(looks[2]))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"index.html.mustache", "report.html.mustache"})
    void theWordsOfTheReportStandOut(String template) {
        String[] looks = StyleRule.read("/ringside/check/report/" + template).split(":root", -1);
        assertThat(looks).hasSize(3);
        List<String> poor = new ArrayList<>();
        for (String look : List.of(looks[1], looks[2])) {
            for (String words : List.of("ink", "dim", "good", "bad", "odd", "link")) {
                for (String on : List.of("page", "card")) {
                    poor.addAll(poor(colours(look), words, on, WORDS));
                }
            }
        }
        assertThat(poor).isEmpty();
    }

    @Test
    void theInksStandOutOnPaper() {
        Map<String, Double> poor = new TreeMap<>();
        for (Ink ink : Ink.values()) {
            double least =
                    switch (ink) {
                        case TEXT, MUTED, RESENT, LOST, ACKNOWLEDGEMENT -> WORDS;
                        case SEGMENT, FAINT -> MARKS;
                        case PAPER, RUN, HOVER -> 1;
                    };
            double ratio = contrast(Palette.PAPER.of(ink), Palette.PAPER.of(Ink.PAPER));
            if (ratio < least) {
                poor.put(ink.name(), ratio);
            }
        }
        assertThat(poor).isEmpty();
    }

    private static List<String> unreadable(Map<String, String> colours) {
        List<String> poor = new ArrayList<>();
        for (Use use : USES) {
            for (String background : use.backgrounds()) {
                if (colours.containsKey(use.colour()) && colours.containsKey(background)) {
                    poor.addAll(poor(colours, use.colour(), background, use.least()));
                }
            }
        }
        return poor;
    }

    private static List<String> poor(
            Map<String, String> colours, String colour, String background, double least) {
        double ratio = contrast(of(colours, colour), of(colours, background));
        return ratio >= least
                ? List.of()
                : List.of("%s on %s %.2f of %.1f".formatted(colour, background, ratio, least));
    }

    private static Color of(Map<String, String> colours, String name) {
        return Color.web(Objects.requireNonNull(colours.get(name), name));
    }

    private static double contrast(Color one, Color other) {
        double brighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (brighter + 0.05) / (darker + 0.05);
    }

    /** Returns the relative luminance of WCAG 2.2, 0 to 1. */
    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    private static Map<String, String> colours(String css) {
        Map<String, String> colours = new HashMap<>();
        for (Matcher found = COLOUR.matcher(css); found.find(); ) {
            colours.putIfAbsent(found.group(1), found.group(2));
        }
        return colours;
    }

    private static Set<String> ringColours(String css) {
        return LOOKED_UP
                .matcher(css)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static Map<String, String> pageColours(String css) {
        Map<String, String> colours = colours(css);
        colours.put("background", Objects.requireNonNull(colours.remove("page")));
        return colours;
    }

    /** Returns the window's colours of the names that the page has. */
    private static Map<String, String> windowColours(String sheet, String page) {
        Map<String, String> colours = colours(StyleRule.read("/ringside/app/base/" + sheet));
        colours.put(
                "on-violet",
                Objects.requireNonNull(
                        colours.get(sheet.startsWith("light") ? "panel" : "background")));
        colours.keySet().retainAll(pageColours(page).keySet());
        return colours;
    }

    /** Returns the colours of words in a rule: of labels, or of texts drawn in the ring. */
    private static Set<String> wordsIn(StyleRule rule) {
        Stream<String> properties =
                WORDS_IN_RING.matcher(rule.selector()).find()
                        ? Stream.of("text-fill", "fill")
                        : Stream.of("text-fill");
        return properties
                .map(rule::lookedUp)
                .filter(colour -> !colour.isEmpty())
                .collect(Collectors.toSet());
    }
}
