package ringside.model;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.model.EventStory.id;
import static ringside.model.EventStory.ids;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import ringside.ring.FileName;
import ringside.ring.FileNumber;
import ringside.status.FileEvent;
import ringside.status.LifeEvent;
import ringside.status.LookupEvent;
import ringside.status.LookupPurpose;
import ringside.status.NeighbourEvent;
import ringside.status.NeighboursCause;
import ringside.status.PeerEvent;
import ringside.status.PeerSettings;
import ringside.status.ProcessEvent;
import ringside.status.SegmentStep;
import ringside.status.Shortcut;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;
import ringside.status.SuccessorRole;
import ringside.status.TransferPurpose;

class ExplanationsTest {

    private static final FileNumber NUMBER = new FileNumber("2012");
    private static final FileName FILE = FileName.parse("2012.pdf");

    /** Returns the ring of the design, with one transfer whose segments can be explained. */
    private static EventStory ring() {
        return EventStory.ring(14, 43, 77, 104, 139, 168, 201, 236)
                .that(77, new NeighbourEvent.PingSent(id(139), 4, SuccessorRole.SECOND))
                .that(104, new NeighbourEvent.PingSent(id(139), 8, SuccessorRole.FIRST))
                .that(236, transfer(true, 43));
    }

    private static FileEvent.TransferStarted transfer(boolean sending, int other) {
        return new FileEvent.TransferStarted(
                7, sending, id(other), FILE, 804_000, 0, 400, 1, 0.1, TransferPurpose.REQUEST);
    }

    static Stream<Arguments> sentences() {
        return Stream.of(
                arguments(
                        139,
                        new ProcessEvent.ProcessKilled(),
                        "Killed by you (SIGKILL). Nobody was told: 77 and 104 will notice that"
                                + " 139 does not answer."),
                arguments(
                        139,
                        new ProcessEvent.ProcessPaused(),
                        "Paused by you (SIGSTOP). 139 cannot answer now; after 4 missed pings in a"
                                + " row the others take it for dead."),
                arguments(
                        57,
                        new ProcessEvent.ProcessEnded(
                                ProcessEvent.ExitKind.REFUSED, 3, "Port 50057 is taken."),
                        "57 could not start (exit code 3). Port 50057 is taken."),
                arguments(
                        57,
                        new ProcessEvent.ProcessEnded(
                                ProcessEvent.ExitKind.CRASHED, 9, "It last printed: x"),
                        "57 crashed (exit code 9). It last printed: x"),
                arguments(
                        57,
                        new ProcessEvent.ProcessEnded(
                                ProcessEvent.ExitKind.CRASHED, 0, "Its exit code is not known."),
                        "57 has ended although nobody had told it to. Its exit code is not"
                                + " known."),
                arguments(
                        104,
                        new NeighbourEvent.PingMissed(id(139), 3, 3, 4),
                        "104 missed the 3rd ping reply from 139. One more and it declares 139"
                                + " dead."),
                arguments(
                        104,
                        new NeighbourEvent.PingMissed(id(139), 3, 1, 4),
                        "104 missed the 1st ping reply in a row from 139. 3 more and it declares"
                                + " 139 dead."),
                arguments(
                        104,
                        new NeighbourEvent.PeerDead(id(139), 4),
                        "104 declares 139 dead after 4 missed pings in a row. It asks 168 who"
                                + " comes next."),
                arguments(
                        104,
                        new NeighbourEvent.NeighboursChanged(
                                ids(168, 201), ids(77, 43), NeighboursCause.SUCCESSOR_DIED),
                        "104's successors are now 168 and 201 (were 139 and 168): a successor was"
                                + " declared dead."),
                arguments(
                        168,
                        new NeighbourEvent.NeighboursChanged(
                                ids(201, 236, 14, 43), ids(104, 77), NeighboursCause.PING_HEARD),
                        "168's predecessors are now 104 and 77 (were 139 and 104): a ping told of"
                                + " a predecessor."),
                arguments(
                        201,
                        new LookupEvent.LookupForwarded(1, NUMBER, id(43), 5, id(236), false, 0),
                        "2012 is not here: 220 is outside (168, 201]. Forwards the request to"
                                + " 236."),
                arguments(
                        201,
                        new LookupEvent.LookupForwarded(1, NUMBER, id(43), 5, id(236), true, 0),
                        "2012 is not here: 220 is outside (168, 201]. 220 lies in (201, 236], so"
                                + " the request is meant for 236."),
                arguments(
                        236,
                        new LookupEvent.LookupArrived(
                                1, LookupPurpose.REQUEST, NUMBER, id(43), 6, true),
                        "2012 is here: 220 lies in (201, 236]. Tells 43, then sends it."),
                arguments(
                        236,
                        transfer(true, 43),
                        "236 sends 2012.pdf to 43: 804 kB in 2010 segments, one at a time."),
                arguments(
                        236,
                        new FileEvent.SegmentTraced(
                                7, SegmentStep.DROPPED, id(43), 498_801, 400, 0),
                        "Segment 498801 to 43 dropped by the loss setting (10 %). Sent again after"
                                + " 1 s."),
                arguments(
                        43,
                        new FileEvent.FileReceived(FILE, 804_000, id(236), "/tmp/2012.pdf"),
                        "43 has received 2012.pdf whole (804 kB) from 236. Its digest is right."),
                arguments(
                        43,
                        new LifeEvent.ActionFailed("store x as 2012", "There is no file x."),
                        "'store x as 2012' did not work at 43. There is no file x."));
    }

    private static Arguments arguments(int peer, StatusEvent event, String sentence) {
        return Arguments.of(peer, event, sentence);
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void anEventIsExplainedInPlainWordsWithItsNumbers(
            int peer, StatusEvent event, String sentence) {
        EventStory told = ring();
        Explanation explanation = Explanations.of(told.entry(peer, event), told.state());
        assertThat(explanation.text()).isEqualTo(sentence);
        assertThat(explanation.concerned()).startsWith(id(peer));
    }

    @ParameterizedTest
    @EnumSource(SegmentStep.class)
    void everySegmentStepIsExplainedAndOnlyNotableOnesAreListed(SegmentStep step) {
        PeerEvent event = new FileEvent.SegmentTraced(7, step, id(43), 1, 400, 401);
        EventStory told = ring();
        assertThat(Explanations.of(told.entry(236, event), told.state()).text())
                .doesNotContain("{")
                .endsWith(".");
        assertThat(Explanations.isRoutine(told.entry(236, event), told.state()))
                .isEqualTo(
                        !step.isNotable()
                                || step == SegmentStep.TIMED_OUT
                                || step == SegmentStep.OVERTAKEN);
    }

    @ParameterizedTest
    @EnumSource(NeighboursCause.class)
    void everyCauseIsExplained(NeighboursCause cause) {
        EventStory told = ring();
        PeerEvent event = new NeighbourEvent.NeighboursChanged(ids(43, 104), ids(236, 201), cause);
        assertThat(Explanations.of(told.entry(14, event), told.state()).text())
                .startsWith("14's successors are now 43 and 104 (were 43 and 77): ");
    }

    @Test
    void answeredPingsAreRoutineAndAMissIsNot() {
        assertThat(isRoutine(new NeighbourEvent.PingSent(id(43), 0, SuccessorRole.FIRST))).isTrue();
        assertThat(isRoutine(new NeighbourEvent.PingMissed(id(43), 0, 1, 4))).isFalse();
    }

    @Test
    void aNeighbourChangeIsRoutineUnlessItConcernsTheFirstTwoSuccessors() {
        assertThat(isRoutine(neighbours(43, 77, 104, 201))).isTrue();
        assertThat(isRoutine(neighbours(43, 104))).isFalse();
    }

    private static PeerEvent neighbours(int... successors) {
        return new NeighbourEvent.NeighboursChanged(
                ids(successors), ids(236, 201), NeighboursCause.STABILISED);
    }

    /** Judges an event of peer 14, whose first two successors are 43 and 77. */
    private static boolean isRoutine(PeerEvent event) {
        EventStory told = ring();
        return Explanations.isRoutine(told.entry(14, event), told.state());
    }

    @Test
    void aHealIsExplainedOnceWithItsTimeAndCause() {
        EventStory told = EventStory.ring(1, 2, 3, 4, 5);
        told.that(3, new ProcessEvent.ProcessKilled());
        RingState broken = told.state();
        told.afterMillis(4_096).rightNeighbours(1, 2, 4, 5);
        assertThat(Explanations.ofHeal(broken, told.state()))
                .hasValueSatisfying(heal ->
                        assertThat(heal.text())
                                .isEqualTo(
                                        "The ring of 4 is right again after 4.1 s: 3 was"
                                                + " killed."));
        assertThat(Explanations.ofHeal(told.state(), told.state())).isEmpty();
    }

    @Test
    void onlyChangedSettingsAreMentioned() {
        EventStory told = EventStory.ring(1, 2);
        PeerSettings now = PeerSettings.DEFAULTS.withWindow(32).withMisses(3).withShortcuts(true);
        assertThat(
                        Explanations.of(
                                        new StatusEntry(
                                                9,
                                                EventStory.id(1),
                                                new LifeEvent.SettingsChanged(now)),
                                        told.state())
                                .text())
                .isEqualTo(
                        "1 has new settings: dead after 3 misses, 32 segments at once, requests take"
                                + " shortcuts.");
    }

    @Test
    void aRequestThatTakesAShortcutIsExplainedAsSuch() {
        EventStory told =
                ring().that(
                                43,
                                new LifeEvent.SettingsChanged(
                                        PeerSettings.DEFAULTS.withShortcuts(true)));
        assertThat(
                        said(
                                told,
                                new LookupEvent.LookupSent(
                                        1, LookupPurpose.REQUEST, NUMBER, id(201), 1)))
                .isEqualTo(
                        "43 requests 2012: 2012 mod 256 = 220. Asks 201, the closest peer before"
                                + " that which it knows.");
        assertThat(
                        said(
                                told,
                                new LookupEvent.LookupForwarded(
                                        1, NUMBER, id(14), 2, id(201), false, 0)))
                .isEqualTo(
                        "2012 is not here: 220 is outside (14, 43]. Forwards the request to 201,"
                                + " the closest peer before 220 that it knows.");
        assertThat(
                        said(
                                told,
                                new LookupEvent.LookupForwarded(
                                        1, NUMBER, id(14), 2, id(77), false, 0)))
                .endsWith("Forwards the request to 77.");
        assertThat(
                        said(
                                told,
                                new NeighbourEvent.ShortcutsChanged(
                                        List.of(
                                                new Shortcut(id(44), id(77)),
                                                new Shortcut(id(45), id(77)),
                                                new Shortcut(id(171), id(201))))))
                .isEqualTo("43 has shortcuts to 77 and 201.");
    }

    private static String said(EventStory told, StatusEvent event) {
        return Explanations.of(told.entry(43, event), told.state()).text();
    }

    @Test
    void aStartingPeerIsCalledLateAndNotNearlyDead() {
        EventStory told =
                ring().that(57, new ProcessEvent.ProcessStarted(100, 50_057))
                        .that(43, new NeighbourEvent.PingSent(id(57), 0, SuccessorRole.FIRST));
        StatusEntry missed = told.entry(43, new NeighbourEvent.PingMissed(id(57), 3, 4, 4));
        assertThat(Explanations.of(missed, told.state()).text())
                .isEqualTo("43 has no answer from 57 yet (4th ping): 57 is still starting.");
    }

    @Test
    void aDropIsExplainedWithTheCurrentLossSetting() {
        EventStory told =
                ring().that(236, new LifeEvent.SettingsChanged(PeerSettings.DEFAULTS.withLoss(1)));
        StatusEntry dropped =
                told.entry(
                        236,
                        new FileEvent.SegmentTraced(7, SegmentStep.DROPPED, id(43), 401, 400, 0));
        assertThat(Explanations.of(dropped, told.state()).text())
                .contains("dropped by the loss setting (100 %)");
    }
}
