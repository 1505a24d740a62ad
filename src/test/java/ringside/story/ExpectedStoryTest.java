package ringside.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.rules.RulesFile;
import ringside.rules.SentenceKind;
import ringside.status.LifeEvent;
import ringside.status.LookupEvent;
import ringside.status.LookupPurpose;
import ringside.status.PeerSettings;
import ringside.status.ProcessEvent;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;

/** What is expected after each event, and how it stands at each second (PROGRAMS 4.1). */
class ExpectedStoryTest {

    private static final int[] RING = {1, 3, 4, 5, 8, 10, 12, 15};

    private ExpectedStory story;

    @BeforeEach
    void startTheRing() throws Exception {
        story = new ExpectedStory(RulesFile.read(Path.of("assets", "rules", "cdht-2019.json")));
        for (int id : RING) {
            at(0, id, new ProcessEvent.ProcessStarted(1, 50_000 + id));
            at(0, id, new LifeEvent.Running());
        }
    }

    private void at(long second, int peer, StatusEvent event) {
        story.accept(new StatusEntry(TimeUnit.SECONDS.toMicros(second), new PeerId(peer), event));
    }

    private void says(long second, int peer, String line) {
        at(second, peer, new LifeEvent.TerminalLine(line));
    }

    private void request(long second, int peer, String file) {
        at(
                second,
                peer,
                new LookupEvent.LookupSent(
                        1, LookupPurpose.REQUEST, new FileNumber(file), new PeerId(peer), 1));
    }

    private Stream<StoryLine> afterTheStart(long nowMicros) {
        return story.linesAt(nowMicros).stream().filter(line -> !isAboutPings(line));
    }

    private static boolean isAboutPings(StoryLine line) {
        return line.expected().kind() == SentenceKind.PING_REQUEST
                || line.expected().kind() == SentenceKind.PING_RESPONSE;
    }

    /** The lines at a second but those about pings: speaker, state, words. */
    private List<String> linesAt(long second) {
        long nowMicros = TimeUnit.SECONDS.toMicros(second);
        return afterTheStart(nowMicros)
                .map(line ->
                        line.expected().speaker()
                                + " "
                                + line.stateAt(nowMicros)
                                + " "
                                + line.words())
                .toList();
    }

    @Test
    void nothingIsExpectedBeforeAnythingHappens() {
        assertThat(linesAt(10)).isEmpty();
    }

    @Test
    void aKillIsTickedOffSentenceBySentence() {
        at(10, 5, new ProcessEvent.ProcessKilled());
        assertThat(linesAt(10))
                .containsExactly(
                        "4 OPEN Peer 5 is no longer alive.",
                        "4 OPEN My first successor is now peer 8.",
                        "4 OPEN My second successor is now peer 10.",
                        "3 OPEN Peer 5 is no longer alive.",
                        "3 OPEN My first successor is now peer 4.",
                        "3 OPEN My second successor is now peer 8.");
        says(14, 4, "Peer 5 is no longer alive.");
        says(15, 4, "my first succesor is now Peer 8");
        says(200, 3, "Peer 5 is no longer alive.");
        assertThat(linesAt(14).subList(0, 2))
                .containsExactly(
                        "4 SAID Peer 5 is no longer alive.",
                        "4 OPEN My first successor is now peer 8.");
        assertThat(linesAt(201))
                .containsExactly(
                        "4 SAID Peer 5 is no longer alive.",
                        "4 SAID My first successor is now peer 8.",
                        "4 MISSING My second successor is now peer 10.",
                        "3 LATE Peer 5 is no longer alive.",
                        "3 MISSING My first successor is now peer 4.",
                        "3 MISSING My second successor is now peer 8.");
    }

    @Test
    void aWrongPeerDoesNotTickTheLine() {
        at(10, 5, new ProcessEvent.ProcessKilled());
        says(11, 3, "My second successor is now peer 10.");
        says(11, 8, "Peer 5 is no longer alive.");
        says(11, 4, "My second successor is now peer 12.");
        assertThat(linesAt(12)).allMatch(line -> line.contains(" OPEN "));
    }

    @Test
    void aQuitIsExpectedOfBothPredecessorsAndItsEndIsNoKill() {
        at(10, 10, new LifeEvent.Leaving(0));
        at(11, 10, new ProcessEvent.ProcessEnded(ProcessEvent.ExitKind.QUIT, 0, "It has left."));
        assertThat(linesAt(12))
                .containsExactly(
                        "8 OPEN Peer 10 will depart from the network.",
                        "8 OPEN My first successor is now peer 12.",
                        "8 OPEN My second successor is now peer 15.",
                        "5 OPEN Peer 10 will depart from the network.",
                        "5 OPEN My first successor is now peer 8.",
                        "5 OPEN My second successor is now peer 12.");
    }

    @Test
    void aPauseIsExpectedToBeNoticedLikeAKillUnlessThePeerGoesOn() {
        at(10, 5, new ProcessEvent.ProcessPaused());
        assertThat(linesAt(10)).hasSize(6).contains("4 OPEN Peer 5 is no longer alive.");
        assertThat(linesAt(191)).contains("4 MISSING Peer 5 is no longer alive.");
        at(12, 5, new ProcessEvent.ProcessResumed());
        assertThat(linesAt(12)).hasSize(6).allMatch(line -> line.contains(" DROPPED "));
        at(20, 8, new ProcessEvent.ProcessKilled());
        assertThat(linesAt(20)).contains("5 OPEN Peer 8 is no longer alive.");
    }

    @Test
    void aPausedPeerThatWasDeclaredDeadIsNotDeclaredDeadAgainWhenItIsKilled() {
        at(10, 5, new ProcessEvent.ProcessPaused());
        says(14, 4, "Peer 5 is no longer alive.");
        at(20, 5, new ProcessEvent.ProcessKilled());
        at(20, 5, new ProcessEvent.ProcessEnded(ProcessEvent.ExitKind.KILLED, 137, "Killed."));
        assertThat(linesAt(20))
                .hasSize(6)
                .contains(
                        "4 SAID Peer 5 is no longer alive.",
                        "4 OPEN My first successor is now peer 8.",
                        "3 OPEN Peer 5 is no longer alive.");
        at(30, 8, new ProcessEvent.ProcessKilled());
        assertThat(linesAt(30)).contains("4 OPEN My first successor is now peer 10.");
    }

    @Test
    void aPeerThatGoesOnIsOnTheRingAgain() {
        at(10, 5, new ProcessEvent.ProcessPaused());
        says(14, 4, "Peer 5 is no longer alive.");
        at(20, 5, new ProcessEvent.ProcessResumed());
        at(30, 8, new ProcessEvent.ProcessKilled());
        assertThat(linesAt(30)).contains("5 OPEN Peer 8 is no longer alive.");
    }

    @Test
    void aCrashIsExpectedToBeNoticedLikeAKill() {
        at(10, 5, new ProcessEvent.ProcessEnded(ProcessEvent.ExitKind.CRASHED, 1, "It crashed."));
        assertThat(linesAt(10)).hasSize(6).contains("4 OPEN Peer 5 is no longer alive.");
    }

    @Test
    void theNextChangeDropsWhatTheRingCanNoLongerSay() {
        at(10, 5, new ProcessEvent.ProcessKilled());
        says(12, 4, "Peer 5 is no longer alive.");
        at(13, 8, new ProcessEvent.ProcessKilled());
        assertThat(linesAt(13).subList(0, 2))
                .containsExactly(
                        "4 SAID Peer 5 is no longer alive.",
                        "4 DROPPED My first successor is now peer 8.");
        assertThat(linesAt(13)).contains("4 OPEN My first successor is now peer 10.");
        assertThat(linesAt(12)).contains("4 OPEN My first successor is now peer 8.");
    }

    @Test
    void aFileMayBeNamedByItsHash() {
        request(10, 8, "2012");
        says(11, 10, "File 220 is not stored here.");
        assertThat(linesAt(12)).contains("10 SAID File 2012 is not stored here.");
    }

    @Test
    void aFileThatNobodyHasIsNotExpectedToTravel() {
        request(10, 8, "2012");
        at(
                11,
                8,
                new LookupEvent.LookupAnswered(
                        1, LookupPurpose.REQUEST, new FileNumber("2012"), new PeerId(1), false));
        assertThat(linesAt(12)).contains("1 DROPPED File 2012 is here.");
    }

    /** SPEC 3.6: whom a request passes is then not prescribed. */
    @Test
    void withShortcutsOnlyOwnerAndRequesterAreExpectedToSpeak() {
        PeerSettings settings = PeerSettings.DEFAULTS.withShortcuts(true);
        at(9, 5, new LifeEvent.SettingsChanged(settings));
        request(10, 8, "2012");
        assertThat(linesAt(12))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("1 ") || line.startsWith("8 "))
                .noneMatch(line -> line.contains("successor"));
        at(13, 5, new LifeEvent.SettingsChanged(settings.withShortcuts(false)));
        request(14, 8, "2012");
        assertThat(linesAt(15)).anyMatch(line -> line.contains("has been sent to my successor"));
    }

    @Test
    void everyLineSaysWhy() {
        at(10, 5, new ProcessEvent.ProcessKilled());
        request(10, 8, "2012");
        at(10, 15, new LifeEvent.Leaving(0));
        assertThat(story.linesAt(Long.MAX_VALUE - 1))
                .allSatisfy(line -> {
                    assertThat(line.reason()).isNotBlank().doesNotContain("{");
                    assertThat(line.expected().reason().section()).matches("\\d\\.\\d");
                });
    }

    /** What a late sentence's speaker printed instead, and how one that was said differs. */
    private List<String> spokenAt(long second) {
        long nowMicros = TimeUnit.SECONDS.toMicros(second);
        return afterTheStart(nowMicros)
                .map(line ->
                        line.expected().speaker()
                                + line.nearestAt(nowMicros).map(near -> " ~ " + near).orElse("")
                                + String.join("", line.differencesAt(nowMicros)))
                .toList();
    }

    /** The lines about the pings of a peer that are not dropped. */
    private List<String> pingsAt(long second, int speaker) {
        long nowMicros = TimeUnit.SECONDS.toMicros(second);
        return story.linesAt(nowMicros).stream()
                .filter(ExpectedStoryTest::isAboutPings)
                .filter(line -> line.expected().speaker().value() == speaker)
                .filter(line -> line.stateAt(nowMicros) != StoryLine.State.DROPPED)
                .map(line -> line.stateAt(nowMicros) + " " + line.words())
                .toList();
    }

    @Test
    void pingsAreExpectedOnceAllRun() {
        says(2, 4, "A ping request message was received from Peer 3.");
        assertThat(pingsAt(2, 4))
                .containsExactly(
                        "SAID A ping request message was received from Peer 3.",
                        "OPEN A ping request message was received from Peer 1.",
                        "OPEN A ping response message was received from Peer 5.",
                        "OPEN A ping response message was received from Peer 8.");
        at(3, 5, new ProcessEvent.ProcessKilled());
        assertThat(pingsAt(61, 4))
                .containsExactly(
                        "SAID A ping request message was received from Peer 3.",
                        "MISSING A ping request message was received from Peer 1.",
                        "MISSING A ping response message was received from Peer 8.");
        assertThat(pingsAt(61, 5)).isEmpty();
    }

    @Test
    void whatWasSaidInsteadIsKept() {
        at(10, 5, new ProcessEvent.ProcessKilled());
        says(12, 4, "Ping request message received from Peer 3.");
        says(13, 4, "My first successor is now peer 10.");
        says(14, 4, "Second successor is now peer 10!");
        says(15, 3, "peer 5 is no longer alive.");
        assertThat(spokenAt(12)).containsExactly("4", "4", "4", "3", "3", "3");
        assertThat(spokenAt(13))
                .containsExactly(
                        "4",
                        "4 ~ My first successor is now peer 10.",
                        "4 ~ My first successor is now peer 10.",
                        "3",
                        "3",
                        "3");
        assertThat(spokenAt(15))
                .containsExactly(
                        "4",
                        "4 ~ My first successor is now peer 10.",
                        "4 ~ Second successor is now peer 10!",
                        "3Upper and lower case differ from the prescribed sentence.",
                        "3",
                        "3");
    }
}
