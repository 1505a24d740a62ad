package ringside.app.page;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import ringside.app.base.RingLayout;
import ringside.runs.Bookmark;

/** A page in a real browser, Debian's chromium, where there is one (WINDOW 16.3). */
class PageInBrowserTest {

    /** The last of the events at the beginning. */
    private static final String FIRST =
            "player.recording.events.findLastIndex(one => one.at === 0)";

    /** The browser writes into its profile until its last process has gone. */
    @TempDir(cleanup = CleanupMode.NEVER)
    private static Path profile;

    @TempDir private static Path folder;

    private static @Nullable OpenPage opened;
    private static String address = "";

    @BeforeAll
    static void openAPage() throws Exception {
        Path page = folder.resolve("a kill.html");
        SimulatedRun run =
                new SimulatedRun(14, 77, 104, 139)
                        .runTo(3)
                        .store(77, "2012", 4_000)
                        .runTo(8)
                        .kill(104)
                        .runTo(10)
                        .request(139, "2012", 4_000)
                        .runTo(20)
                        .shortcuts()
                        .runTo(36);
        RingPage.write(
                run,
                new PageContent(
                        RingPage.titleOf(page),
                        Interval.WHOLE,
                        RingLayout.BY_ID,
                        List.of(
                                new Bookmark(SimulatedRun.START_MICROS + 8_000_000, "the kill"),
                                new Bookmark(SimulatedRun.START_MICROS + 12_000_000, ""))),
                page);
        address = page.toUri().toString();
        opened = OpenPage.open(profile, page);
        assumeTrue(opened != null, "there is no chromium that runs here");
    }

    @AfterAll
    static void closeIt() {
        if (opened != null) {
            opened.close();
        }
    }

    private static OpenPage page() {
        return requireNonNull(opened);
    }

    private static String value(String expression) {
        return page().value(expression);
    }

    private static void seek(double seconds) {
        page().seek(seconds);
    }

    private static void frames() {
        page().frames();
    }

    private static String count(String selector) {
        return value("document.querySelectorAll('" + selector + "').length");
    }

    private static String text(String selector) {
        return value("document.querySelector('" + selector + "').textContent");
    }

    @Test
    void peersWithTheirStatesAreDrawnAtTheTimeOfTheSlider() {
        seek(5);
        assertThat(count(".peer.running")).isEqualTo("4");
        assertThat(text("#alive")).isEqualTo("4 alive");
        assertThat(text("#health")).contains("consistent");
        assertThat(count(".file")).isNotEqualTo("0");
        assertThat(count(".edge.first-successor")).isEqualTo("5");
        seek(9.5);
        assertThat(count(".peer.running")).isEqualTo("3");
        assertThat(count(".peer.killed")).isEqualTo("1");
        assertThat(value("document.querySelector('.peer.killed').dataset.peer")).isEqualTo("104");
        assertThat(
                        value(
                                "[...document.querySelectorAll('.labels text')].map(one => one.textContent).join()"))
                .contains("killed 1 s ago");
        assertThat(text("#contradiction")).contains("still names 104");
        seek(5);
        assertThat(count(".peer.killed")).isEqualTo("0");
    }

    @Test
    void theShortcutsOfTheSelectedPeerAreDrawnAndListed() {
        seek(35);
        value("byId('tab-peers').click(), player.select({ peer: '14' })");
        frames();
        assertThat(count(".shortcut.right")).isNotEqualTo("0");
        assertThat(text("#shortcuts-of")).isEqualTo("Shortcuts of peer 14");
        assertThat(count("#shortcut-rows tr")).isEqualTo("8");
        page().browser().press("5");
        frames();
        assertThat(count("#drawing .shortcut")).isEqualTo("0");
        page().browser().press("5");
        value("player.select({}), byId('tab-events').click()");
    }

    @Test
    void noWordsLieOnOthers() {
        for (double seconds : new double[] {8.5, 9.5, 10.1, 11, 12}) {
            seek(seconds);
            assertThat(
                            value(
                                    """
                                    [...document.querySelectorAll('.labels text, .badge, .words-box')]
                                      .map(one => one.getBoundingClientRect())
                                      .filter((one, i, all) => all.some((other, j) => i < j
                                        && one.left < other.right && other.left < one.right
                                        && one.top + 1 < other.bottom && other.top + 1 < one.bottom))
                                      .length\
                                    """))
                    .isEqualTo("0");
        }
    }

    @Test
    void eventsHaveTheirReasonsAndFollowTheTime() {
        seek(8.05);
        assertThat(text("[aria-current] .what")).contains("104");
        assertThat(text("[aria-current] .why")).isNotEmpty();
        assertThat(count(".future")).isNotEqualTo("0");
        seek(20);
        assertThat(count(".future")).isEqualTo("0");
    }

    @Test
    void aBookmarkLeadsToItsMoment() {
        seek(1);
        assertThat(text("#bookmarks")).isEqualTo("00:08.0 the kill00:12.0");
        value("document.querySelector('#bookmarks button').click()");
        frames();
        assertThat(text("#time")).isEqualTo("00:08.0");
        assertThat(count(".bookmark")).isEqualTo("2");
    }

    @Test
    void keysPlayStepAndGoToTheEnds() {
        Browser keyboard = page().browser();
        keyboard.press("Home");
        frames();
        assertThat(text("#time")).isEqualTo("00:00.0");
        keyboard.press("ArrowRight");
        keyboard.press("ArrowRight");
        frames();
        assertThat(value("player.event")).isEqualTo(value(FIRST + " + 2"));
        keyboard.press("ArrowLeft");
        frames();
        assertThat(value("player.event")).isEqualTo(value(FIRST + " + 1"));
        keyboard.press(" ");
        value(
                "new Promise(done => { const look = () => player.now > 2e5 ? done(1) : setTimeout(look, 5); look(); })");
        keyboard.press(" ");
        assertThat(value("player.playing")).isEqualTo("false");
        keyboard.press("End");
        frames();
        assertThat(value("player.now === player.to")).isEqualTo("true");
    }

    @Test
    void theLadderIsThatOfTheTransferAtTheTime() {
        value("byId('tab-ladder').click()");
        seek(3);
        assertThat(count(".arrow")).isEqualTo("0");
        seek(20);
        assertThat(text("#ladder-notice"))
                .startsWith("2012 from peer 14 to peer 139, stop-and-wait");
        assertThat(Integer.parseInt(count(".arrow.segment, .arrow.again"))).isGreaterThan(5);
        value("byId('tab-events').click()");
    }

    @Test
    void darkAndLightCanBeChosen() {
        String background = "getComputedStyle(document.body).backgroundColor";
        value("document.documentElement.dataset.theme = 'light'");
        assertThat(value(background)).isEqualTo("rgb(246, 248, 251)");
        page().browser().press("t");
        assertThat(value(background)).isEqualTo("rgb(15, 20, 27)");
    }

    /** The page itself is the only thing that is asked for, and its own policy refuses the rest. */
    @Test
    void nothingIsAskedForAndNothingGoesWrong() {
        seek(12);
        assertThat(page().browser().requests()).containsExactly(address);
        assertThat(page().browser().problems()).isEmpty();
        assertThat(value("fetch('http://127.0.0.1:9/').then(() => 'sent', () => 'refused')"))
                .isEqualTo("refused");
        assertThat(page().browser().problems().toString()).contains("Content Security Policy");
    }
}
