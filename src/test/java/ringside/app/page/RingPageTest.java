package ringside.app.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.app.base.PeerLook;
import ringside.app.base.RingLayout;
import ringside.app.ring.CentreWords;
import ringside.app.ring.ShownPeers;
import ringside.model.Explanation;
import ringside.model.Explanations;
import ringside.model.PeerState;
import ringside.model.Reasons;
import ringside.model.RingState;
import ringside.model.RingVerdict;
import ringside.ring.Circle;
import ringside.ring.PeerId;
import ringside.runs.Bookmark;
import ringside.status.LifeEvent;
import ringside.status.ProcessEvent;
import ringside.status.StatusEntry;

/** What a page holds is what the window draws and says (WINDOW 16.3). */
class RingPageTest {

    @TempDir private static Path folder;

    private static final SimulatedRun RUN =
            new SimulatedRun(14, 77, 104, 139)
                    .runTo(3)
                    .store(77, "2012", 4_000)
                    .runTo(8)
                    .kill(104)
                    .runTo(10)
                    .request(139, "2012", 4_000)
                    .runTo(72)
                    .pause(14)
                    .runTo(73);

    private static PageData whole;

    @BeforeAll
    static void writeTheWhole() throws IOException {
        whole = written(RUN, "whole", Interval.WHOLE);
    }

    private static PageData written(RingPage.Run run, String name, Interval interval)
            throws IOException {
        Path page = folder.resolve(name + ".html");
        RingPage.write(run, content(RingPage.titleOf(page), interval), page);
        return PageData.of(page);
    }

    private static PageContent content(String title, Interval interval) {
        return new PageContent(
                title,
                interval,
                RingLayout.BY_ID,
                List.of(
                        new Bookmark(microsAt(10), "the <b>request</b>"),
                        new Bookmark(microsAt(7.5), "")));
    }

    private static RingState stateAt(double seconds) {
        RingState state = RingState.EMPTY;
        for (StatusEntry entry : RUN.entries()) {
            if (entry.atMicros() <= microsAt(seconds)) {
                state = state.after(entry);
            }
        }
        return state;
    }

    private static long microsAt(double seconds) {
        return SimulatedRun.START_MICROS + Math.round(seconds * 1e6);
    }

    /** Words that go with the time are at most a tenth of a second old. */
    @Test
    void peersAndTheMiddleAreWhatTheWindowShowsAtAnyTime() {
        for (double seconds : new double[] {0.05, 2, 8.05, 9.95, 13, 30, 67.9, 68.2, 73}) {
            Map<String, JsonObject> drawn = whole.at(seconds);
            RingState state = stateAt(seconds);
            List<PeerState> shown = ShownPeers.of(state, microsAt(seconds));
            assertThat(drawn.keySet().stream().filter(name -> name.startsWith("peer ")))
                    .as("peers at %s s", seconds)
                    .containsExactlyInAnyOrderElementsOf(
                            shown.stream().map(peer -> "peer " + peer.id()).toList());
            for (PeerState peer : shown) {
                JsonObject one = whole.at(seconds, "peer " + peer.id());
                assertThat(one.get("look").getAsString()).isEqualTo(PeerLook.of(peer).styleClass());
                assertThat(one.get("words").getAsString())
                        .as("words of %s at %s s", peer.id(), seconds)
                        .isIn(
                                PeerLook.words(peer, microsAt(seconds)),
                                PeerLook.words(peer, microsAt(seconds - 0.1)));
                assertThat(one.getAsJsonArray("successors").toString())
                        .isEqualTo(
                                peer.successors().stream()
                                        .limit(2)
                                        .map(PeerId::value)
                                        .toList()
                                        .toString()
                                        .replace(" ", ""));
            }
            RingVerdict verdict = RingVerdict.of(state);
            JsonObject middle = whole.at(seconds, "middle");
            assertThat(middle.get("alive").getAsString()).isEqualTo(CentreWords.counts(shown));
            assertThat(middle.get("health").getAsString())
                    .as("health at %s s", seconds)
                    .isIn(
                            CentreWords.health(verdict, microsAt(seconds)),
                            CentreWords.health(verdict, microsAt(seconds - 0.1)));
        }
    }

    @Test
    void peersOfAWiderCircleHaveTheNumbersThatTheWindowShows() throws IOException {
        PeerId between = Circle.of(18).at(14 * 1024 + 256);
        PeerId process = new PeerId(77).on(Circle.of(18));
        List<StatusEntry> started =
                Stream.of(between, process)
                        .map(id ->
                                new StatusEntry(
                                        SimulatedRun.START_MICROS,
                                        id,
                                        new ProcessEvent.ProcessStarted(1, 0)))
                        .toList();

        PageData page = written(started::forEach, "wide", Interval.WHOLE);

        assertThat(page.at(0, "peer 14.25").get("id").getAsString()).isEqualTo("14.25");
        assertThat(page.at(0, "peer 77").get("id").getAsString()).isEqualTo("77");
    }

    @Test
    void theMiddleTellsWhoStillNamesTheDead() {
        assertThat(whole.at(10, "middle").get("contradiction").getAsString())
                .startsWith("Peer 77 still names 104 as its first successor, which was killed");
        assertThat(whole.at(10, "light LISTS").get("violation").getAsString()).isNotEmpty();
        assertThat(whole.at(30, "middle").get("contradiction").getAsString()).isEmpty();
        assertThat(whole.at(30, "light LISTS").get("violation").getAsString()).isEmpty();
    }

    @Test
    void theDeadAreDrawnForAMinute() {
        assertThat(whole.at(8.1, "peer 104").get("look").getAsString()).isEqualTo("killed");
        assertThat(whole.at(67.9)).containsKey("peer 104");
        assertThat(whole.at(68.2)).doesNotContainKey("peer 104");
    }

    @Test
    void everyEventThatTheWindowListsIsThereWithItsReason() {
        List<String> expected = new ArrayList<>();
        RingState before = RingState.EMPTY;
        for (StatusEntry entry : RUN.entries()) {
            RingState after = before.after(entry);
            if (!Explanations.isRoutine(entry, before)) {
                Explanation what = Explanations.of(entry, before);
                expected.add(what.text() + " | " + Reasons.of(entry, before).why());
            }
            Explanations.ofHeal(before, after)
                    .ifPresent(heal -> expected.add(heal.text() + " | " + Reasons.ofHeal().why()));
            before = after;
        }
        assertThat(expected).hasSizeGreaterThan(20);
        assertThat(whole.said())
                .extracting(
                        one -> one.get("text").getAsString() + " | " + one.get("why").getAsString())
                .isEqualTo(expected);
        assertThat(whole.said())
                .extracting(one -> one.get("rule").getAsString())
                .allMatch(rule -> whole.json().getAsJsonObject("rules").has(rule));
    }

    @Test
    void aFileHasItsOwnerItsCopiesAndItsLadder() {
        JsonObject file = whole.at(7, "file 2012");
        assertThat(file.get("hash").getAsInt()).isEqualTo(220);
        assertThat(file.getAsJsonArray("owners").toString()).isEqualTo("[14]");
        assertThat(file.getAsJsonArray("copies").toString()).isEqualTo("[77,104]");
        List<JsonObject> asked =
                whole.list("ladders").stream()
                        .filter(ladder -> ladder.get("asked").getAsBoolean())
                        .toList();
        JsonObject requested = asked.getLast().getAsJsonObject("script");
        assertThat(requested.get("title").getAsString())
                .isEqualTo("2012 from peer 14 to peer 139, stop-and-wait");
        assertThat(requested.getAsJsonArray("rows").toString())
                .contains("\"SEGMENT\"", "\"ACKNOWLEDGEMENT\"", "Segment 401 with 400 bytes");
    }

    @Test
    void marksAreThoseOfTheTimeline() {
        assertThat(whole.list("marks"))
                .extracting(mark -> mark.get("kind").getAsString())
                .contains("joined", "killed", "suspected", "healed", "paused", "transfer");
    }

    @Test
    void anIntervalBeginsWithTheWholeRingAndEndsWhereItEnds() throws IOException {
        PageData part = written(RUN, "part", new Interval(9_000_000, 20_000_000));
        assertThat(part.json().get("from").getAsLong()).isEqualTo(9_000_000);
        assertThat(part.json().get("to").getAsLong()).isBetween(19_000_000L, 20_000_000L);
        assertThat(part.at(9)).containsKeys("peer 14", "peer 104", "middle", "light FILES");
        assertThat(part.at(9, "peer 104").get("look").getAsString()).isEqualTo("killed");
        assertThat(part.at(20, "middle")).isEqualTo(whole.at(19.98, "middle"));
        assertThat(part.said())
                .extracting(one -> one.get("time").getAsString())
                .allMatch(time -> time.compareTo("00:09.0") >= 0 && time.compareTo("00:20.0") <= 0);
        assertThat(part.list("marks")).allMatch(mark -> mark.get("at").getAsLong() >= 9_000_000);
    }

    @Test
    void anIntervalAfterTheEndHoldsTheLastRing() throws IOException {
        PageData late = written(RUN, "late", new Interval(900_000_000, 910_000_000));
        assertThat(late.json().get("from")).isEqualTo(late.json().get("to"));
        assertThat(late.at(1e4)).containsKeys("peer 14", "middle");
    }

    @Test
    void tenMinutesOfEightPeersTakeLessThanThreeMegabytes() throws IOException {
        Path page = folder.resolve("ten minutes.html");
        PageSummary summary =
                RingPage.write(
                        SimulatedRun.tenMinutes(), content("ten minutes", Interval.WHOLE), page);
        assertThat(summary.micros()).isBetween(599_000_000L, 601_000_000L);
        assertThat(summary.peers()).isEqualTo(8);
        assertThat(Files.size(page)).isBetween(300_000L, 3_000_000L);
    }

    @Test
    void bookmarksOfTheIntervalStandInOrderOfTime() throws IOException {
        assertThat(whole.list("bookmarks"))
                .extracting(
                        kept -> kept.get("at").getAsLong(), kept -> kept.get("word").getAsString())
                .containsExactly(tuple(7_500_000L, ""), tuple(10_000_000L, "the <b>request</b>"));
        PageData part = written(RUN, "part", new Interval(9_000_000, 12_000_000));
        assertThat(part.list("bookmarks")).hasSize(1);
    }

    @Test
    void anEmptyRunIsAPageToo() throws IOException {
        assertThat(written(receiver -> {}, "empty", Interval.WHOLE).said()).isEmpty();
    }

    /** A peer of somebody else's may say anything. */
    @Test
    void wordsOfPeersEndNoElementOfThePage() throws IOException {
        String evil = "</script><script>alert(1)</script><!--<script>\u2028";
        SimulatedRun run = new SimulatedRun(3, 5).runTo(2);
        run.tell(new PeerId(5), new LifeEvent.ActionFailed("request 1", evil));
        run.tell(new PeerId(5), new LifeEvent.TerminalLine(evil));
        Path page = folder.resolve("evil.html");
        RingPage.write(run, content(evil, Interval.WHOLE), page);
        PageData data = PageData.of(page);
        assertThat(data.said()).anyMatch(one -> one.get("text").getAsString().contains(evil));
        assertThat(data.html())
                .doesNotContain("<script>alert", "<!--<script")
                .contains("<title>&lt;/script&gt;");
        assertThat(data.html().split("</script>", -1)).hasSize(3);
    }

    @Test
    void aPageThatCannotBeWrittenWholeLeavesTheOldOne() throws IOException {
        Path page = Files.writeString(folder.resolve("old.html"), "old");
        RingPage.Run broken =
                receiver -> {
                    RUN.forEach(receiver);
                    throw new IOException("the disk is gone");
                };
        assertThatThrownBy(() -> RingPage.write(broken, content("x", Interval.WHOLE), page))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the disk is gone");
        assertThat(page).hasContent("old");
        try (var left = Files.list(folder)) {
            assertThat(left.map(Path::toString)).noneMatch(name -> name.endsWith(".part"));
        }
    }
}
