package ringside.app.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ringside.model.EventKind;
import ringside.model.EventOrigin;
import ringside.model.EventTraits;
import ringside.model.Explanation;
import ringside.model.Repetition;
import ringside.model.Severity;
import ringside.ring.PeerId;

class EventsViewModelTest {

    private final List<EventRow> again = new ArrayList<>();
    private int firstKnown;
    private final EventsViewModel model =
            new EventsViewModel(
                    new EventsViewModel.RowSource() {
                        @Override
                        public int firstKnown() {
                            return firstKnown;
                        }

                        @Override
                        public List<EventRow> rows(int from, int to) {
                            return List.copyOf(again);
                        }
                    });

    private int position;

    private void add(String text, EventKind kind, boolean routine, int... peers) {
        position++;
        model.add(EventRow.of(position, explanation(text, kind, peers), traits(routine), 0));
    }

    private void addAt(long micros, String text) {
        position++;
        Explanation told =
                new Explanation(
                        micros,
                        new PeerId(1),
                        EventKind.PINGS,
                        Severity.PLAIN,
                        text,
                        List.of(new PeerId(1)));
        model.add(EventRow.of(position, told, EventTraits.NOTABLE, 0));
    }

    private static EventRow row(int position, String text, boolean routine) {
        return EventRow.of(position, explanation(text, EventKind.PINGS, 1), traits(routine), 0);
    }

    private static EventTraits traits(boolean routine) {
        return new EventTraits(routine, EventOrigin.RING, Optional.empty());
    }

    private static Explanation explanation(String text, EventKind kind, int... peers) {
        List<PeerId> concerned = Arrays.stream(peers).mapToObj(PeerId::new).toList();
        return new Explanation(
                61_500_000, concerned.getFirst(), kind, Severity.PLAIN, text, concerned);
    }

    private List<String> shown() {
        return model.rows().stream().map(row -> row.explanation().text()).toList();
    }

    @Test
    void theNewestEventComesFirstWithItsTimeSinceTheStart() {
        add("one", EventKind.PINGS, false, 1);
        add("two", EventKind.PINGS, false, 2);
        assertThat(shown()).isEmpty();
        model.flush();
        assertThat(shown()).containsExactly("two", "one");
        assertThat(model.rows().getFirst().time()).isEqualTo("01:01.5");
    }

    @Test
    void aLateEventStandsWhereItsTimeBelongs() {
        addAt(3_000_000, "one");
        addAt(3_200_000, "three");
        model.flush();
        addAt(3_100_000, "two");
        addAt(2_900_000, "zero");
        addAt(3_300_000, "four");
        model.flush();
        assertThat(shown()).containsExactly("four", "three", "two", "one", "zero");
        model.wordsProperty().set("o");
        assertThat(shown()).containsExactly("four", "two", "one", "zero");
    }

    @Test
    void aStepForwardAndBackPassesWhatArrivedLate() {
        addAt(3_000_000, "one");
        addAt(3_200_000, "three");
        addAt(3_100_000, "two");
        model.flush();
        assertThat(model.firstNotAfter(1)).isEqualTo(2);
        assertThat(model.after(1)).hasValue(3);
        assertThat(model.firstNotAfter(3)).isZero();
        assertThat(model.before(3)).hasValue(2);
        assertThat(model.before(2)).hasValue(1);
    }

    @Test
    void aNumberInTheFilterStandsForAPeerAndAWordForItself() {
        add("104 missed a ping from 139", EventKind.PINGS, false, 104, 139);
        add("segment 139 lost", EventKind.TRANSFERS, false, 7);
        model.flush();
        model.wordsProperty().set("139");
        assertThat(shown()).containsExactly("104 missed a ping from 139");
        model.wordsProperty().set("Lost");
        assertThat(shown()).containsExactly("segment 139 lost");
    }

    @Test
    void aWrongTermIsSaidAndLeavesTheOthers() {
        add("104 is killed", EventKind.MEMBERSHIP, false, 104);
        add("139 is killed", EventKind.MEMBERSHIP, false, 139);
        model.flush();
        model.wordsProperty().set("peer:139 kind:x");
        assertThat(shown()).containsExactly("139 is killed");
        assertThat(model.problemProperty().get()).startsWith("'x' is no kind.");
        model.wordsProperty().set("peer:139 kind:mem");
        assertThat(model.problemProperty().get()).isEmpty();
    }

    @Test
    void theKindsAreCountedWhateverTheFilterShows() {
        add("killed", EventKind.MEMBERSHIP, false, 1);
        add("missed", EventKind.PINGS, false, 1);
        add("missed again", EventKind.PINGS, false, 1);
        add("pinged", EventKind.PINGS, true, 1);
        model.flush();
        model.wordsProperty().set("kind:membership");
        assertThat(model.counts())
                .containsEntry(EventKind.PINGS, 2)
                .containsEntry(EventKind.MEMBERSHIP, 1)
                .containsEntry(EventKind.REQUESTS, 0);
    }

    @Test
    void thePeersThatEventsTellOfCompleteTheFilter() {
        add("139 pings 14", EventKind.PINGS, false, 139, 14);
        add("104 pings 139", EventKind.PINGS, false, 104, 139);
        model.flush();
        model.wordsProperty().set("-peer:1");
        assertThat(model.completions()).containsExactly("-peer:14 ", "-peer:104 ", "-peer:139 ");
    }

    @Test
    void hiddenKindsStayHiddenAndComeBack() {
        add("ping", EventKind.PINGS, false, 1);
        model.toggle(EventKind.PINGS);
        model.flush();
        assertThat(shown()).isEmpty();
        model.toggle(EventKind.PINGS);
        assertThat(shown()).containsExactly("ping");
    }

    @Test
    void routineEventsAreListedAgainWhenTheUserAsksForThem() {
        add("killed", EventKind.MEMBERSHIP, false, 1);
        add("pinged", EventKind.PINGS, true, 1);
        model.flush();
        assertThat(shown()).containsExactly("killed");
        again.addAll(List.of(row(1, "killed", false), row(2, "pinged", true)));
        model.routineProperty().set(true);
        assertThat(shown()).containsExactly("pinged", "killed");
        add("pinged again", EventKind.PINGS, true, 1);
        model.flush();
        assertThat(shown()).startsWith("pinged again");
        model.routineProperty().set(false);
        assertThat(shown()).containsExactly("killed");
    }

    @Test
    void withRoutineEventsAJumpFarBackListsTheEventsThere() {
        again.add(row(90_001, "now", true));
        model.routineProperty().set(true);
        again.clear();
        again.add(row(501, "then", true));
        model.showMoment(500);
        assertThat(shown()).containsExactly("then");
    }

    @Test
    void aUserWhoReadsOlderRowsSeesHowManyNewOnesWait() {
        add("one", EventKind.PINGS, false, 1);
        model.flush();
        model.heldProperty().set(true);
        add("two", EventKind.PINGS, false, 1);
        model.flush();
        assertThat(shown()).containsExactly("one");
        assertThat(model.unseenProperty().get()).isEqualTo(1);
        model.heldProperty().set(false);
        assertThat(shown()).containsExactly("two", "one");
        assertThat(model.unseenProperty().get()).isZero();
    }

    @Test
    void thePlaceOfAHiddenRowIsThatOfTheOneBeforeIt() {
        addAt(3_000_000, "one");
        addAt(3_100_000, "two");
        addAt(3_200_000, "three");
        model.flush();
        EventItem two = model.folds().items().get(1);
        assertThat(model.folds().indexNear(two)).isEqualTo(1);
        model.wordsProperty().set("-two");
        assertThat(model.folds().indexNear(two)).isEqualTo(1);
        model.wordsProperty().set("three");
        assertThat(model.folds().indexNear(two)).isEqualTo(1);
        model.wordsProperty().set("one");
        assertThat(model.folds().indexNear(two)).isZero();
    }

    @Test
    void whatSomebodyAskedForStandsAloneWhenOneWants() {
        add("a ping", EventKind.PINGS, false, 1);
        position++;
        EventTraits asked = new EventTraits(false, EventOrigin.USER, Optional.empty());
        model.add(EventRow.of(position, explanation("a request", EventKind.REQUESTS, 2), asked, 0));
        model.flush();
        model.askedProperty().set(true);
        assertThat(shown()).containsExactly("a request");
        model.askedProperty().set(false);
        assertThat(shown()).containsExactly("a request", "a ping");
    }

    @Test
    void stepsGoThroughTheRowsThatAreShown() {
        add("one", EventKind.PINGS, false, 1);
        add("hidden", EventKind.REQUESTS, false, 1);
        add("three", EventKind.PINGS, false, 1);
        model.flush();
        model.toggle(EventKind.REQUESTS);
        assertThat(model.after(1)).hasValue(3);
        assertThat(model.after(3)).isEmpty();
        assertThat(model.before(3)).hasValue(1);
        assertThat(model.before(1)).isEmpty();
        assertThat(model.firstNotAfter(2)).isEqualTo(1);
    }

    @Test
    void theListIsBounded() {
        for (int i = 0; i < 2 * EventsViewModel.KEPT; i++) {
            add("event " + i, EventKind.PINGS, false, 1);
        }
        model.flush();
        assertThat(shown().size()).isLessThanOrEqualTo(EventsViewModel.KEPT);
        assertThat(shown().getFirst()).isEqualTo("event " + (2 * EventsViewModel.KEPT - 1));
    }

    @Test
    void stepsNeverLeadToDroppedEvents() {
        for (int position = 1; position <= 5; position++) {
            add("event " + position, EventKind.PINGS, false, 1);
        }
        model.flush();
        firstKnown = 3;
        assertThat(model.before(5)).hasValue(4);
        assertThat(model.before(4)).isEmpty();
    }

    private static EventRow step(int position, long lookup) {
        return EventRow.of(
                position,
                explanation("step", EventKind.REQUESTS, 1),
                new EventTraits(
                        false,
                        EventOrigin.USER,
                        Optional.of(new Repetition(Repetition.Kind.PASSED_ON, lookup, "2012"))),
                0);
    }

    /** As a press on the timeline or a bookmark does (WINDOW 6.6). */
    @Test
    void aChosenMomentOpensTheFoldInWhichItLies() {
        for (int i = 1; i <= 5; i++) {
            model.add(step(i, 1));
        }
        model.flush();
        model.openFoldAt(0, Long.MAX_VALUE);
        model.openFoldAt(5, Long.MAX_VALUE);
        assertThat(model.folds().items()).hasSize(1);
        model.openFoldAt(3, Long.MAX_VALUE);
        assertThat(model.folds().items()).hasSize(6);
    }
}
