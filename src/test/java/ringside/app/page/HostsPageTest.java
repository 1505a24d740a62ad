package ringside.app.page;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import ringside.app.base.RingLayout;
import ringside.ring.PeerId;
import ringside.status.ProcessEvent;

/** The hosts of a ring on a page (WINDOW 2.13, 16.3), drawn where there is a browser. */
class HostsPageTest {

    private static final Path PAGE =
            Path.of("src", "main", "resources", "ringside", "app", "page", "page.css");

    private static final Pattern COLOUR = Pattern.compile("-host-([a-f]): (#[0-9a-f]{6});");

    @TempDir(cleanup = CleanupMode.NEVER)
    private static Path profile;

    @TempDir private static Path folder;

    private static PageData data;
    private static @Nullable OpenPage opened;

    @BeforeAll
    static void writeAPage() throws Exception {
        PeerId blue = new PeerId(200);
        SimulatedRun run =
                new SimulatedRun(
                                id -> id == 200 || id == 220 ? "blue" : id == 14 ? "" : "red",
                                14,
                                77,
                                104,
                                139,
                                200,
                                220)
                        .runTo(3);
        run.tell(blue, new ProcessEvent.HostTimed("blue", 2_000));
        run.tell(blue, new ProcessEvent.HostCut("blue"));
        run.runTo(6);
        run.tell(blue, new ProcessEvent.HostGone("blue", "It hung up."));
        run.lose(200);
        run.lose(220);
        Path page = folder.resolve("hosts.html");
        RingPage.write(
                run.runTo(12),
                new PageContent("hosts", Interval.WHOLE, RingLayout.BY_ID, List.of()),
                page);
        data = PageData.of(page);
        opened = OpenPage.open(profile, page);
    }

    @AfterAll
    static void closeIt() {
        if (opened != null) {
            opened.close();
        }
    }

    private static String value(String expression) {
        return requireNonNull(opened).value(expression);
    }

    private static void seek(double seconds) {
        assumeTrue(opened != null, "there is no chromium that runs here");
        requireNonNull(opened).seek(seconds);
    }

    private static String all(String selector) {
        return value(
                "[...document.querySelectorAll('"
                        + selector
                        + "')].map(one => one.textContent).sort().join('; ')");
    }

    private static String looks(String selector) {
        return value(
                "[...document.querySelectorAll('"
                        + selector
                        + "')].map(one => one.getAttribute('class')).sort().join('; ')");
    }

    @Test
    void thePageKnowsEachHostAndWhichRunsAPeer() {
        JsonObject blue = data.at(4, "host blue");
        assertThat(blue.get("words").getAsString()).isEqualTo("blue · cut off · ±2 ms");
        assertThat(blue.get("look").getAsString()).isEqualTo("host-b cut");
        assertThat(data.at(4, "host ").get("shown").getAsString()).isEqualTo("this machine");
        assertThat(data.at(4, "peer 77").get("host").getAsString()).isEqualTo("red");
        assertThat(data.at(4, "peer 14").has("host")).isFalse();
    }

    @Test
    void thePeersOfAHostThatIsGoneHaveNoWordsOfTheirOwn() {
        assertThat(data.at(7, "host blue").get("look").getAsString()).isEqualTo("host-b gone");
        assertThat(data.at(7, "peer 200").get("words").getAsString()).isEmpty();
    }

    @Test
    void aRingOnOneHostHasNone() throws IOException {
        Path page = folder.resolve("one.html");
        RingPage.write(
                new SimulatedRun(_ -> "red", 14, 77).runTo(2),
                new PageContent("one", Interval.WHOLE, RingLayout.BY_ID, List.of()),
                page);
        assertThat(PageData.of(page).at(2).keySet()).noneMatch(name -> name.startsWith("host "));
    }

    @Test
    void anArcAndANameStandAtEachRunOfNeighboursOfOneHost() {
        seek(4);
        assertThat(looks("path.host-arc"))
                .isEqualTo("host-arc host-a; host-arc host-b cut; host-arc host-c");
        assertThat(all("text.host-name")).isEqualTo("blue · cut off · ±2 ms; red; this machine");
        assertThat(value("byId('with-hosts').hidden")).isEqualTo("false");
        seek(7);
        assertThat(looks("path.host-arc"))
                .isEqualTo("host-arc host-a; host-arc host-b gone; host-arc host-c");
        assertThat(all("text.host-name")).contains("blue · gone");
    }

    @Test
    void arcsOfTheHostUnderThePointerAreThicker() {
        seek(4);
        value("player.ring.hover(77)");
        seek(4.05);
        assertThat(looks("path.host-arc.lit")).isEqualTo("host-arc host-c lit");
        value("player.ring.hover(null)");
    }

    @Test
    void theTableHasAColumnOfHosts() {
        seek(4);
        value("byId('tab-peers').click()");
        seek(4.1);
        assertThat(value("byId('host-column').hidden")).isEqualTo("false");
        assertThat(all("#peer-rows td:nth-child(3)"))
                .isEqualTo("blue; blue; red; red; red; this machine");
        value("byId('tab-events').click()");
    }

    @Test
    void noNameLiesOnOtherWordsOrOnADisc() {
        for (double seconds : new double[] {1, 4, 6.5, 9, 11}) {
            seek(seconds);
            assertThat(
                            value(
                                    """
                                    [...document.querySelectorAll('.host-name')]
                                      .filter((one, i, all) => [...document.querySelectorAll('.labels text, circle.peer, path.file')]
                                        .filter(other => other !== one)
                                        .map(other => [one.getBoundingClientRect(), other.getBoundingClientRect()])
                                        .some(([a, b]) => a.left < b.right && b.left < a.right
                                          && a.top + 1 < b.bottom && b.top + 1 < a.bottom))
                                      .length\
                                    """))
                    .as("%s s", seconds)
                    .isEqualTo("0");
        }
    }

    @Test
    void nothingGoesWrong() {
        seek(5);
        assertThat(requireNonNull(opened).browser().problems()).isEmpty();
    }

    @Test
    void theColoursAreThoseOfTheWindow() throws IOException {
        Path base = Path.of("src", "main", "resources", "ringside", "app", "base");
        Set<String> ofWindow = colours(base.resolve("dark.css"));
        ofWindow.addAll(colours(base.resolve("light.css")));
        assertThat(ofWindow).hasSize(12);
        assertThat(colours(PAGE)).isEqualTo(ofWindow);
    }

    private static Set<String> colours(Path style) throws IOException {
        Set<String> colours = new TreeSet<>();
        COLOUR.matcher(Files.readString(style))
                .results()
                .forEach(one -> colours.add(one.group(1) + " " + one.group(2)));
        return colours;
    }
}
