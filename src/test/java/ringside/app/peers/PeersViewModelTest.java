package ringside.app.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.app.peers.SortKey.Direction;
import ringside.model.RingState;
import ringside.ring.FileName;
import ringside.ring.PeerId;
import ringside.status.FileEvent;
import ringside.status.HeldFile;
import ringside.status.LifeEvent;
import ringside.status.NeighbourEvent;
import ringside.status.NeighboursCause;
import ringside.status.ProcessEvent;
import ringside.status.ProcessEvent.ExitKind;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;
import ringside.status.SuccessorRole;

/** The rows of the table of peers, their order and their filter (WINDOW 3.3). */
class PeersViewModelTest {

    private static final long SECOND = 1_000_000;
    private static final long START = 1_000 * SECOND;
    private static final int FRAMES_OF_A_QUARTER = 15;
    private static final int FRAMES_OF_A_SECOND = 60;

    private final ObjectProperty<@Nullable PeerId> selected = new SimpleObjectProperty<>();
    private final PeersViewModel model = new PeersViewModel(selected);
    private RingState ring = RingState.EMPTY;
    private long now = START;

    private static PeerId id(int value) {
        return new PeerId(value);
    }

    private void told(int peer, StatusEvent event) {
        ring = ring.after(new StatusEntry(now, id(peer), event));
    }

    private void start(int... peers) {
        for (int peer : peers) {
            told(peer, new ProcessEvent.ProcessStarted(1, 50_000 + peer));
            told(peer, new LifeEvent.Running());
        }
    }

    private void neighbours(int peer, List<Integer> successors, List<Integer> predecessors) {
        told(
                peer,
                new NeighbourEvent.NeighboursChanged(
                        successors.stream().map(PeersViewModelTest::id).toList(),
                        predecessors.stream().map(PeersViewModelTest::id).toList(),
                        NeighboursCause.STABILISED));
    }

    private void answered(int peer, int target, long micros) {
        told(peer, new NeighbourEvent.PingSent(id(target), 0, SuccessorRole.FIRST));
        told(peer, new NeighbourEvent.PingAnswered(id(target), 0, micros));
    }

    /** A ring of three: 14 has waited for 77, and 77 has missed a ping of 200. */
    private void aRingOfThree() {
        start(14, 77, 200);
        neighbours(14, List.of(77, 200), List.of(200, 77));
        neighbours(77, List.of(200, 14), List.of(14, 200));
        neighbours(200, List.of(14, 77), List.of(77, 14));
        answered(14, 77, 900);
        answered(200, 14, 1_200);
        told(77, new NeighbourEvent.PingSent(id(200), 0, SuccessorRole.FIRST));
        told(77, new NeighbourEvent.PingMissed(id(200), 0, 2, 4));
    }

    private void frames(int count) {
        for (int i = 0; i < count; i++) {
            if (model.update(ring, now)) {
                model.arrange();
            }
        }
    }

    private List<String> column(PeerColumn column) {
        return model.rows().stream().map(row -> column.text(row.figures())).toList();
    }

    private PeerFigures figures(int peer) {
        return model.rows().stream()
                .filter(row -> row.id().equals(id(peer)))
                .findFirst()
                .orElseThrow()
                .figures();
    }

    private void sortBy(PeerColumn column, Direction direction) {
        model.orderProperty().set(List.of(new SortKey(column, direction)));
        model.arrange();
    }

    private void filter(String words) {
        model.wordsProperty().set(words);
        model.arrange();
    }

    @Test
    void aRowSaysWhatIsKnownOfItsPeer() {
        aRingOfThree();
        told(14, new ProcessEvent.ProcessMeasured(1, 45_600_000));
        told(
                14,
                new FileEvent.FilesHeld(
                        List.of(new HeldFile(FileName.parse("2012.pdf"), 5, true))));
        told(14, new LifeEvent.Statistics(100, 100, 10, 10, 0, 0, 0, 1));
        now += 5 * SECOND;
        told(14, new LifeEvent.Statistics(150, 150, 15, 15, 0, 0, 0, 1));
        now += 200 * SECOND;
        frames(1);
        assertThat(List.of(PeerColumn.values()).stream().map(c -> c.text(figures(14))))
                .containsExactly(
                        "14", "running", "–", "77", "200", "200", "77", "0", "0.90", "1", "22/s",
                        "45.6 MB", "3 min");
    }

    @Test
    void whatIsNotKnownIsADash() {
        start(14);
        frames(1);
        assertThat(List.of(PeerColumn.values()).stream().map(c -> c.text(figures(14))))
                .containsExactly(
                        "14", "running", "–", "–", "–", "–", "–", "–", "–", "0", "–", "–", "0 s");
    }

    /** 14 and 200 run here, 77 on lab07. */
    @Test
    void theHostsHaveAColumnWhereThereAreSeveral() {
        start(14, 200);
        frames(1);
        assertThat(model.shownProperty(PeerColumn.HOST).get()).isFalse();
        told(77, new ProcessEvent.ProcessStarted(1, 50_077, "lab07"));
        frames(60);
        assertThat(model.shownProperty(PeerColumn.HOST).get()).isTrue();
        assertThat(model.looks().columns()).doesNotContain(PeerColumn.HOST);
        sortBy(PeerColumn.HOST, Direction.DESCENDING);
        assertThat(column(PeerColumn.HOST))
                .containsExactly("lab07", "this machine", "this machine");
        filter("lab07");
        assertThat(column(PeerColumn.PEER)).containsExactly("77");
        model.show(PeersLooks.USUAL);
        assertThat(model.shownProperty(PeerColumn.HOST).get()).isTrue();
    }

    @Test
    void aWrongNeighbourHasASignAndAReason() {
        aRingOfThree();
        neighbours(14, List.of(200, 77), List.of(200, 77));
        frames(1);
        assertThat(PeerColumn.FIRST_SUCCESSOR.text(figures(14))).isEqualTo("✕ 200");
        assertThat(PeerColumn.FIRST_SUCCESSOR.neighbour(figures(14)).orElseThrow().problem())
                .isEqualTo("14's first successor is 200, should be 77.");
        assertThat(PeerColumn.FIRST_PREDECESSOR.text(figures(14))).isEqualTo("200");
    }

    @Test
    void aNeighbourOverACutLinkIsMarked() {
        aRingOfThree();
        told(14, new NeighbourEvent.LinkCut(id(77)));
        frames(1);
        assertThat(PeerColumn.FIRST_SUCCESSOR.text(figures(14))).isEqualTo("✕ 77");
        assertThat(PeerColumn.FIRST_SUCCESSOR.neighbour(figures(14)).orElseThrow().problem())
                .isEqualTo("The link from 14 to 77 is cut.");
    }

    @Test
    void aPeerThatHasEndedKeepsItsRowAndGrowsNoOlder() {
        aRingOfThree();
        now += 20 * SECOND;
        told(77, new ProcessEvent.ProcessEnded(ExitKind.KILLED, 137, "Killed by you."));
        now += 500 * SECOND;
        frames(1);
        assertThat(PeerColumn.STATE.text(figures(77))).isEqualTo("killed");
        assertThat(PeerColumn.AGE.text(figures(77))).isEqualTo("20 s");
        assertThat(PeerColumn.AGE.text(figures(14))).isEqualTo("8 min");
    }

    @ParameterizedTest
    @CsvSource({
        "ROUND_TRIP, ASCENDING, '14 200 77'",
        "ROUND_TRIP, DESCENDING, '200 14 77'",
        "PEER, DESCENDING, '200 77 14'",
        "FIRST_SUCCESSOR, ASCENDING, '200 14 77'",
        "MISSED, DESCENDING, '77 14 200'",
        "STATE, DESCENDING, '200 14 77'",
        "TRAFFIC, DESCENDING, '14 77 200'"
    })
    void numbersSortAsNumbersAndWhatIsNotKnownComesLast(
            PeerColumn column, Direction direction, String expected) {
        aRingOfThree();
        frames(1);
        sortBy(column, direction);
        assertThat(column(PeerColumn.PEER)).containsExactly(expected.split(" "));
    }

    @Test
    void secondColumnsDecideAmongEquals() {
        aRingOfThree();
        frames(1);
        model.orderProperty()
                .set(
                        List.of(
                                new SortKey(PeerColumn.FILES, Direction.ASCENDING),
                                new SortKey(PeerColumn.MISSED, Direction.DESCENDING)));
        model.arrange();
        assertThat(column(PeerColumn.PEER)).containsExactly("77", "14", "200");
    }

    @ParameterizedTest
    @CsvSource({
        "'', '14 77 200'",
        "77, '14 77 200'",
        "7, ''",
        "run, '14 77'",
        "suspected, '200'",
        "missed, '77'",
        "'run missed', '77'",
        "wrong, ''",
        "'MISSED,', '77'"
    })
    void theFilterTakesPeersStatesAndTroubles(String words, String expected) {
        aRingOfThree();
        frames(1);
        filter(words);
        assertThat(String.join(" ", column(PeerColumn.PEER))).isEqualTo(expected);
        int shown = expected.isEmpty() ? 0 : expected.split(" ").length;
        assertThat(model.countProperty().get()).isEqualTo(shown + " of 3 peers");
    }

    @Test
    void wrongFindsThePeersWithWrongNeighbours() {
        aRingOfThree();
        neighbours(200, List.of(77, 14), List.of(77, 14));
        frames(1);
        filter("wrong");
        assertThat(column(PeerColumn.PEER)).containsExactly("200");
    }

    @Test
    void aPeerKeepsItsRowWhileItsFiguresChange() {
        aRingOfThree();
        frames(1);
        List<PeerRow> before = List.copyOf(model.rows());
        List<PeerFigures> told = new ArrayList<>();
        before.get(0).figuresProperty().subscribe((was, is) -> told.add(is));
        answered(200, 14, 3_000);
        frames(FRAMES_OF_A_QUARTER);
        assertThat(model.rows()).containsExactlyElementsOf(before);
        assertThat(PeerColumn.ROUND_TRIP.text(figures(200))).isEqualTo("3.00");
        assertThat(told).as("changes of a row that has not changed").isEmpty();
    }

    @Test
    void theOrderFollowsTheFiguresOnceASecondAtMost() {
        aRingOfThree();
        sortBy(PeerColumn.ROUND_TRIP, Direction.ASCENDING);
        frames(1);
        assertThat(column(PeerColumn.PEER)).containsExactly("14", "200", "77");
        answered(200, 14, 100);
        frames(FRAMES_OF_A_QUARTER);
        assertThat(column(PeerColumn.ROUND_TRIP)).containsExactly("0.90", "0.10", "–");
        frames(FRAMES_OF_A_SECOND);
        assertThat(column(PeerColumn.PEER)).containsExactly("200", "14", "77");
    }

    @Test
    void anotherOrderIsToldAsAPermutationThatASelectionSurvives() {
        aRingOfThree();
        frames(1);
        List<Boolean> permutations = new ArrayList<>();
        ListChangeListener<PeerRow> listener =
                change -> {
                    while (change.next()) {
                        permutations.add(change.wasPermutated());
                    }
                };
        model.rows().addListener(listener);
        sortBy(PeerColumn.PEER, Direction.DESCENDING);
        assertThat(permutations).containsExactly(true);
    }

    @Test
    void aNewPeerIsShownAtOnceAndOneThatNeverWasIsNot() {
        start(14);
        frames(1);
        RingState before = ring;
        start(9);
        frames(FRAMES_OF_A_QUARTER);
        assertThat(column(PeerColumn.PEER)).containsExactly("9", "14");
        ring = before;
        frames(FRAMES_OF_A_QUARTER);
        assertThat(column(PeerColumn.PEER)).containsExactly("14");
    }

    @Test
    void aRowSelectsItsPeerAndASelectedPeerHasItsRow() {
        aRingOfThree();
        frames(1);
        model.choose(model.rows().get(2));
        assertThat(selected.get()).isEqualTo(id(200));
        assertThat(model.selectedIndex()).contains(2);
        selected.set(id(77));
        assertThat(model.selectedIndex()).contains(1);
        filter("suspected");
        assertThat(model.selectedIndex()).isEmpty();
        model.choose(null);
        assertThat(selected.get()).isEqualTo(id(77));
    }

    @Test
    void columnsAndOrderAreTakenOverAndGivenBack() {
        PeersLooks looks =
                new PeersLooks(
                        Set.of(PeerColumn.PEER, PeerColumn.AGE),
                        List.of(new SortKey(PeerColumn.AGE, Direction.DESCENDING)));
        assertThat(model.looks()).isEqualTo(PeersLooks.USUAL);
        model.show(looks);
        assertThat(model.looks()).isEqualTo(looks);
        assertThat(model.shownProperty(PeerColumn.STATE).get()).isFalse();
    }
}
