package ringside.app.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.Test;
import ringside.app.events.EventItem.Event;
import ringside.app.events.EventItem.Folded;
import ringside.app.events.EventItem.Head;
import ringside.model.EventKind;
import ringside.model.EventOrigin;
import ringside.model.EventTraits;
import ringside.model.Explanation;
import ringside.model.Repetition;
import ringside.model.Severity;
import ringside.ring.Circle;
import ringside.ring.PeerId;

/** Repeated events in one row (WINDOW 6.6). */
class EventFoldsTest {

    private final ObservableList<EventRow> rows = FXCollections.observableArrayList();
    private final EventFolds folds = new EventFolds(rows);
    private int position;

    /** Returns the newest row so far: a step of a lookup, or an event for itself if it is 0. */
    private EventRow next(long lookup) {
        position++;
        PeerId peer = new PeerId(position % Circle.IDS_OF_PROCESSES);
        Explanation told =
                new Explanation(
                        position,
                        peer,
                        EventKind.REQUESTS,
                        Severity.PLAIN,
                        "event " + position,
                        List.of(peer));
        Optional<Repetition> story =
                lookup == 0
                        ? Optional.empty()
                        : Optional.of(new Repetition(Repetition.Kind.PASSED_ON, lookup, "2012"));
        return EventRow.of(position, told, new EventTraits(false, EventOrigin.USER, story), 0);
    }

    private void add(long... lookups) {
        for (long lookup : lookups) {
            rows.addFirst(next(lookup));
        }
    }

    /** Writes the items: positions, those of a fold in brackets, an asterisk for a head. */
    private static List<String> written(List<EventItem> items) {
        return items.stream()
                .map(item ->
                        switch (item) {
                            case Event event -> Integer.toString(event.row().position());
                            case Folded folded -> positions(folded).toString();
                            case Head _ -> "*";
                        })
                .toList();
    }

    private static List<Integer> positions(EventItem item) {
        return item.rows().stream().map(EventRow::position).toList();
    }

    private List<String> written() {
        return written(folds.items());
    }

    @Test
    void theSegmentsThatOnePeerTellsOfNameItOnce() {
        Repetition segments = new Repetition(Repetition.Kind.SEGMENTS, 1, "");
        PeerId sender = new PeerId(1);
        assertThat(segments.told(List.of(sender, sender)))
                .isEqualTo("2 steps of the segments of one transfer, told by 1.");
        assertThat(segments.told(List.of(sender, new PeerId(2), sender)))
                .endsWith("told by both sides.");
    }

    @Test
    void fourStepsOfOneStoryFoldAndThreeDoNot() {
        add(0, 7, 7, 7);
        assertThat(written()).containsExactly("4", "3", "2", "1");
        add(7);
        assertThat(written()).containsExactly("[5, 4, 3, 2]", "1");
        assertThat(((Folded) folds.items().getFirst()).text())
                .isEqualTo("The lookup for 2012 is passed on 4 times, first by 2, last by 5.");
    }

    @Test
    void aFoldIsAsSeriousAsItsMostSeriousEvent() {
        add(7, 7, 7);
        EventRow bad = next(7);
        Explanation told = bad.explanation();
        rows.addFirst(
                EventRow.of(
                        bad.position(),
                        new Explanation(
                                told.atMicros(),
                                told.peer(),
                                told.kind(),
                                Severity.BAD,
                                told.text(),
                                told.concerned()),
                        bad.traits(),
                        0));
        add(7);
        assertThat(folds.items().getFirst().severity()).isEqualTo(Severity.BAD);
    }

    @Test
    void twoStoriesAtOnceAreTwoFolds() {
        add(7, 8, 7, 8, 7, 8, 7, 8);
        assertThat(written()).containsExactly("[8, 6, 4, 2]", "[7, 5, 3, 1]");
    }

    /** The list is newest first, and a fold is as new as its newest event. */
    @Test
    void aFoldStandsWhereItsNewestEventStood() {
        add(7, 8, 8, 8, 8, 9, 7, 7, 7);
        assertThat(written()).containsExactly("[9, 8, 7, 1]", "6", "[5, 4, 3, 2]");
    }

    @Test
    void theFoldOfAChosenEventOpens() {
        add(0, 7, 7, 7, 7, 0);
        folds.open(rows.get(3));
        assertThat(written()).containsExactly("6", "*", "5", "4", "3", "2", "1");
        folds.open(rows.get(3));
        folds.open(rows.getFirst());
        folds.open(next(0));
        assertThat(written()).hasSize(7);
    }

    @Test
    void anEventThatMattersPartsTheFoldsAroundIt() {
        add(7, 7, 7, 7, 0, 7, 7, 7, 7);
        assertThat(written()).containsExactly("[9, 8, 7, 6]", "5", "[4, 3, 2, 1]");
    }

    @Test
    void aFoldOpensAndCloses() {
        add(0, 7, 7, 7, 7, 0);
        folds.toggle(folds.items().get(1));
        assertThat(written()).containsExactly("6", "*", "5", "4", "3", "2", "1");
        add(7);
        assertThat(written()).containsExactly("7", "6", "*", "5", "4", "3", "2", "1");
        folds.toggle(folds.items().get(3));
        assertThat(written()).hasSize(8);
        folds.toggle(folds.items().get(2));
        assertThat(written()).containsExactly("7", "6", "[5, 4, 3, 2]", "1");
    }

    @Test
    void anOpenFoldStaysOpenWhileItGrows() {
        add(7, 7, 7, 7);
        EventItem fold = folds.items().getFirst();
        folds.toggle(fold);
        add(7);
        assertThat(written()).containsExactly("*", "5", "4", "3", "2", "1");
        assertThat(folds.indexOf(fold)).isZero();
    }

    @Test
    void nothingFoldsWhenNobodyWantsIt() {
        add(7, 7, 7, 7);
        folds.foldsProperty().set(false);
        assertThat(written()).containsExactly("4", "3", "2", "1");
        folds.foldsProperty().set(true);
        assertThat(written()).containsExactly("[4, 3, 2, 1]");
    }

    @Test
    void anEventIsFoundInItsFold() {
        add(0, 7, 7, 7, 7, 0);
        assertThat(folds.indexOf(rows.get(3))).isEqualTo(1);
        assertThat(folds.indexOf(rows.getLast())).isEqualTo(2);
        rows.removeLast();
        assertThat(folds.indexOf(next(0))).isEqualTo(-1);
    }

    /** However rows come and go, each is told once. */
    @Test
    void rowsThatComeLateAndGoAreToldOnceEach() {
        Random random = new Random(1);
        for (int round = 0; round < 300; round++) {
            int size = rows.size();
            int change = random.nextInt(10);
            if (change == 0 && size > 0) {
                rows.remove(size - random.nextInt(Math.min(size, 40)) - 1, size);
            } else if (change == 1) {
                rows.add(random.nextInt(size + 1), next(random.nextInt(3)));
            } else {
                List<EventRow> fresh = new ArrayList<>();
                IntStream.rangeClosed(0, random.nextInt(12))
                        .forEach(i -> fresh.addFirst(next(random.nextInt(3))));
                rows.addAll(0, fresh);
            }
            assertThat(folds.items().stream().flatMap(item -> item.rows().stream()))
                    .containsExactlyInAnyOrderElementsOf(rows);
        }
        assertThat(rows).hasSizeGreaterThan(EventFolds.BLOCK);
        assertThat(written().size()).isLessThan(rows.size());
    }

    @Test
    void aListThatIsFilledAgainIsFoldedAgain() {
        add(7, 7, 7, 7);
        List<EventRow> all = List.copyOf(rows);
        rows.setAll(all.subList(0, 2));
        assertThat(written()).containsExactly("4", "3");
        rows.setAll(all);
        assertThat(written()).containsExactly("[4, 3, 2, 1]");
    }
}
