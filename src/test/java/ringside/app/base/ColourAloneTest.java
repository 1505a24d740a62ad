package ringside.app.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ringside.timeline.MarkKind;

/** What a colour tells in the ring and on the timeline, a shape tells, too (WINDOW 9.1). */
class ColourAloneTest {

    private static final Set<String> TELLING = Set.of("red", "green", "amber");

    /** Drawn beside the disc: the arc of misses. The head goes with its line. */
    private static final Set<String> WITH_A_SHAPE_BESIDE =
            Set.of(
                    ".peer:suspected .body",
                    ".ring-view .edge:changed .head",
                    ".ring-view .edge:broken .head",
                    ".shortcut-end:stale",
                    ".shortcut-end:dead");

    @Test
    void everyLookOfAPeerHasItsOwnShape() {
        Map<PeerLook, List<String>> shapes = new EnumMap<>(PeerLook.class);
        for (PeerLook look : PeerLook.values()) {
            String beside =
                    switch (look) {
                        case SUSPECTED -> "arc";
                        case PAUSED -> "bars";
                        case STARTING, JOINING, RUNNING, LEAVING -> "";
                        case QUIT, KILLED, VANISHED, CRASHED, REFUSED -> "small";
                    };
            String own = ".peer:" + look.styleClass() + " .body";
            shapes.put(look, List.of(last("stroke-dash-array", ".peer .body", own), beside));
        }
        assertThat(shapes.values()).doesNotHaveDuplicates();
    }

    @Test
    void marksOfOneShapeHaveOneColour() {
        Map<String, String> colours = new HashMap<>();
        for (MarkKind kind : MarkKind.values()) {
            String own = ".timeline-mark." + kind.name().toLowerCase(Locale.ROOT);
            String shape = last("shape", own);
            String colour = last("background-color", own);
            assertThat(colours.getOrDefault(shape, colour)).as(own).isEqualTo(colour).isNotEmpty();
            colours.put(shape, colour);
        }
    }

    @Test
    void aStateThatTurnsRedGreenOrAmberChangesItsShapeToo() {
        assertThat(StyleRule.of("ring.css"))
                .filteredOn(rule -> rule.selector().contains(":") && tells(rule))
                .hasSizeGreaterThan(5)
                .filteredOn(rule -> rule.selectors().stream().noneMatch(this::hasShapeOrWords))
                .allSatisfy(rule ->
                        assertThat(rule.declarations().keySet())
                                .as(rule.selector())
                                .containsAnyOf("stroke-dash-array", "stroke-width"));
    }

    private static boolean tells(StyleRule rule) {
        return Stream.of("fill", "stroke").map(rule::lookedUp).anyMatch(TELLING::contains);
    }

    private boolean hasShapeOrWords(String selector) {
        return WITH_A_SHAPE_BESIDE.contains(selector)
                || selector.contains("-words")
                || selector.contains("number");
    }

    /** Returns the value of a property in the last rule for one of some selectors. */
    private static String last(String property, String... selectors) {
        return StyleRule.of("window.css", "ring.css").stream()
                .filter(rule -> Stream.of(selectors).anyMatch(rule.selectors()::contains))
                .map(rule -> rule.declarations().getOrDefault(property, ""))
                .filter(value -> !value.isEmpty())
                .reduce("", (before, after) -> after);
    }
}
