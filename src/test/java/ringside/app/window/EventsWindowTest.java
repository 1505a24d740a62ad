package ringside.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.NeedsFonts;
import ringside.app.events.EventItem;
import ringside.app.events.EventRow;
import ringside.app.events.EventsView;
import ringside.app.events.EventsViewModel;
import ringside.app.search.RowsInSight;
import ringside.model.EventKind;
import ringside.model.EventOrigin;
import ringside.model.EventTraits;
import ringside.model.Explanation;
import ringside.model.Repetition;
import ringside.model.Severity;
import ringside.ring.PeerId;
import ringside.status.CommandParser;

/** The list of events: its rows, and the highlights of a chosen one (WINDOW 6). */
@NeedsFonts
class EventsWindowTest extends WindowFixture {

    private static final PseudoClass CONCERNED = PseudoClass.getPseudoClass("concerned");

    /** Missed pings in a row after which a peer is declared dead. */
    private static final int MISSES = 4;

    /** Events of one fold, more than fit into the list. */
    private static final int FOLDED = 60;

    /** More rows than fit into the list. */
    private static final int MOST_IN_SIGHT = 12;

    private List<EventRow> rows() {
        ListView<EventItem> list = user.lookup("#events").queryListView();
        return list.getItems().stream().flatMap(item -> item.rows().stream()).toList();
    }

    private Set<String> concerned() {
        return user.lookup(".peer").<Node>queryAll().stream()
                .filter(peer -> peer.getPseudoClassStates().contains(CONCERNED))
                .map(Node::getId)
                .collect(Collectors.toSet());
    }

    private void chooseKind(String kind) {
        user.clickOn("#event-kinds");
        until(() -> isInSight(kind));
        user.clickOn(kind);
        key(KeyCode.ESCAPE);
    }

    /**
     * Filters the list for the events between two peers: pings from 104 to a killed peer, all
     * missed.
     */
    private void leaveWhatHappenedBetweenTwoPeers() {
        until(() -> isShown("#peer-104"));
        select(139);
        key(KeyCode.K);
        user.clickOn("#event-filter").write("104 missed reply");
        until(() -> rows().size() == MISSES);
    }

    private static String text(EventRow row) {
        return row.explanation().text();
    }

    @Test
    void aKindThatIsHiddenIsNotListedUntilItIsChosenAgain() {
        until(() -> rows().stream().anyMatch(EventsWindowTest::isOfNeighbours));
        chooseKind("#kind-neighbours");
        until(() -> rows().stream().noneMatch(EventsWindowTest::isOfNeighbours));
        assertThat(rows()).isNotEmpty();
        chooseKind("#kind-neighbours");
        until(() -> rows().stream().anyMatch(EventsWindowTest::isOfNeighbours));
    }

    private static boolean isOfNeighbours(EventRow row) {
        return row.explanation().kind() == EventKind.NEIGHBOURS;
    }

    @Test
    void routineEventsAreListedWhenTheUserAsksForThem() {
        until(() -> !rows().isEmpty());
        assertThat(rows()).noneMatch(EventRow::routine);
        chooseKind("Routine events, too");
        until(() -> rows().stream().anyMatch(row -> text(row).contains(" answered ping ")));
        chooseKind("Routine events, too");
        until(() -> rows().stream().noneMatch(EventRow::routine));
    }

    /** WINDOW 6.7: without a capture the page says how to get one, and then it has the fields. */
    @Test
    void anEventLeadsToItsMessageOnceMessagesAreCaptured() {
        until(() -> isShown("#peer-104"));
        chooseKind("Routine events, too");
        chooseKind("Repeated events in one row");
        user.clickOn("#event-filter").write("kind:pings peer:104 sequence");
        user.clickOn("#health");
        chooseNewestPingOf104();
        key(KeyCode.W);
        until(() -> text("#message-missing").contains("capture on"));
        key(KeyCode.ESCAPE);
        until(() -> !isShown("#message-page"));
        assertThat(isShown("#explanation-card")).isTrue();

        user.clickOn("#command").write("capture on");
        key(KeyCode.ENTER);
        key(KeyCode.ESCAPE);
        pass(Duration.ofSeconds(2));
        user.clickOn("#new-events");
        chooseNewestPingOf104();
        user.clickOn("#explanation-message");
        until(() -> isShown("#message-parts"));
        Set<String> names =
                user.lookup(".message-name").<Label>queryAll().stream()
                        .map(Label::getText)
                        .collect(Collectors.toSet());
        assertThat(names).containsExactlyInAnyOrder("type", "role", "sequence");
        user.clickOn("#message-back");
        until(() -> !isShown("#message-page"));
    }

    /** Chooses another ping than before: one that stays chosen would not be chosen again. */
    private void chooseNewestPingOf104() {
        ListView<EventItem> list = user.lookup("#events").queryListView();
        EventItem before = list.getSelectionModel().getSelectedItem();
        key(KeyCode.END);
        until(() -> newestPingOf104().filter(item -> !item.equals(before)).isPresent());
        user.interact(() -> list.getSelectionModel().select(newestPingOf104().orElseThrow()));
        until(() -> isShown("#explanation-message"));
    }

    private Optional<EventItem> newestPingOf104() {
        ListView<EventItem> list = user.lookup("#events").queryListView();
        return list.getItems().stream().filter(item -> isPingOf104(item.newest())).findFirst();
    }

    private static boolean isPingOf104(EventRow row) {
        return row.explanation().peer().value() == 104
                && row.explanation().kind() == EventKind.PINGS;
    }

    @Test
    void aChosenEventStaysChosenInItsPlaceWhileTheFilterChanges() {
        leaveWhatHappenedBetweenTwoPeers();
        ListView<EventItem> list = user.lookup("#events").queryListView();
        user.interact(() -> list.getSelectionModel().select(1));
        until(() -> isShown("#past-banner"));
        EventItem chosen = list.getSelectionModel().getSelectedItem();
        String time = text("#timeline-time");
        pass(Duration.ofSeconds(1));
        int above = above(list, chosen);
        user.clickOn("#event-filter");
        user.interact(() -> user.lookup("#event-filter").queryTextInputControl().clear());
        assertThat(list.getSelectionModel().getSelectedItem()).isEqualTo(chosen);
        assertThat(list.getItems().indexOf(chosen)).isGreaterThan(above);
        assertThat(above(list, chosen)).isEqualTo(above);
        user.write("kind:tra");
        assertThat(list.getItems()).doesNotContain(chosen);
        assertThat(list.getSelectionModel().getSelectedItem()).isNull();
        user.eraseText("kind:tra".length());
        assertThat(list.getSelectionModel().getSelectedItem()).isEqualTo(chosen);
        assertThat(text("#timeline-time")).isEqualTo(time);
    }

    /** Returns how many rows are in sight above one. */
    private static int above(ListView<EventItem> list, EventItem item) {
        return list.getItems().indexOf(item) - new RowsInSight(list).first().orElseThrow();
    }

    @Test
    void theKindsSayHowManyEventsTheyHave() {
        leaveWhatHappenedBetweenTwoPeers();
        user.clickOn("#event-filter").eraseText("104 missed reply".length());
        user.write("kind:neigh");
        until(() -> rows().stream().allMatch(EventsWindowTest::isOfNeighbours));
        int neighbours = rows().size();
        user.clickOn("#event-kinds");
        until(() -> isInSight("Neighbours and heals \u00b7 " + neighbours));
        key(KeyCode.ESCAPE);
    }

    @Test
    void aWrongTermIsToldBelowTheFilterAndTabCompletesARightOne() {
        until(() -> !rows().isEmpty());
        user.clickOn("#event-filter").write("kind:x");
        until(() -> text("#event-filter-problem").startsWith("'x' is no kind."));
        assertThat(rows()).isNotEmpty();
        user.eraseText(1).write("n");
        key(KeyCode.TAB);
        assertThat(user.lookup("#event-filter").queryTextInputControl().getText())
                .isEqualTo("kind:neighbours ");
        until(() -> !isShown("#event-filter-problem"));
        assertThat(rows()).isNotEmpty().allMatch(EventsWindowTest::isOfNeighbours);
    }

    @Test
    void aClickOnAnEventLightsItsPeersAndTheEdgeBetweenThem() {
        leaveWhatHappenedBetweenTwoPeers();
        assertThat(isShown(".lit-edge")).isFalse();
        Node row = user.lookup("#events .list-cell").match(EventsWindowTest::isFilled).query();
        user.clickOn(row);
        until(() -> isShown(".lit-edge"));
        until(() -> concerned().equals(Set.of("peer-104", "peer-139")));
        key(KeyCode.ESCAPE);
        until(() -> concerned().isEmpty());
        until(() -> !isShown(".lit-edge"));
    }

    /** The chord of a transfer takes the shorter way, whichever of the two peers tells of it. */
    @Test
    void anEventOfAReceiverLightsTheWayOfItsTransfer() {
        until(() -> isShown("#peer-43"));
        ring.carryOut(CommandParser.parse("request 2012 from 43")).join();
        user.clickOn("#event-filter").write("peer:43 kind:transfers received");
        until(() -> !rows().isEmpty());
        Explanation received = rows().getFirst().explanation();
        assertThat(received.concerned()).startsWith(id(43), id(236));
        user.clickOn(
                user.lookup("#events .list-cell").match(EventsWindowTest::isFilled).<Node>query());
        until(() -> isShown(".lit-edge"));
        Node glow = user.lookup(".lit-edge").query();
        Bounds ringBounds = user.lookup("#ring").query().getLayoutBounds();
        assertThat(glow.getBoundsInParent().getMaxY()).isLessThan(ringBounds.getCenterY());
    }

    private static boolean isFilled(Node cell) {
        return cell instanceof ListCell<?> row && !row.isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {720, 707, 698, 689})
    void noRowIsCutInHalfWhateverTheHeight(int height) {
        user.interact(() -> stage().setHeight(height));
        until(() -> rows().size() > MOST_IN_SIGHT);
        Node list = user.lookup("#events").query();
        Bounds room = list.localToScene(list.getLayoutBounds());
        List<Bounds> cells = cellsInSight(room);
        assertThat(cells).isNotEmpty().allMatch(cell -> cell.getMaxY() <= room.getMaxY() + 0.5);
        assertThat(list.getParent().getLayoutBounds().getHeight() - room.getHeight())
                .isBetween(0.0, cells.getFirst().getHeight());
    }

    private List<Bounds> cellsInSight(Bounds room) {
        return user
                .lookup("#events .list-cell")
                .match(EventsWindowTest::isFilled)
                .queryAll()
                .stream()
                .filter(Node::isVisible)
                .map(cell -> cell.localToScene(cell.getLayoutBounds()))
                .filter(cell -> cell.getMinY() < room.getMaxY())
                .toList();
    }

    @Test
    void escClearsTheFilterAndThenLeavesIt() {
        until(() -> !rows().isEmpty());
        user.clickOn("#event-filter").write("nothing has this");
        until(() -> rows().isEmpty());
        key(KeyCode.ESCAPE);
        until(() -> !rows().isEmpty());
        assertThat(user.lookup("#event-filter").<Node>query().isFocused()).isTrue();
        key(KeyCode.ESCAPE);
        assertThat(user.lookup("#events").<Node>query().isFocused()).isTrue();
    }

    /** A choice from elsewhere opens the fold, as 'First difference' does (WINDOW 15.3). */
    @Test
    void aChosenEventInAFoldIsSelectedInSight() {
        EventsViewModel model = new EventsViewModel(new NoRows());
        for (int i = 1; i <= FOLDED; i++) {
            model.add(step(i));
        }
        user.interact(() -> {
            model.flush();
            EventsView view = new EventsView(model, row -> {});
            Stage other = new Stage();
            other.initOwner(stage());
            other.setScene(new Scene(view, 600, 200));
            other.show();
            ListView<?> list = (ListView<?>) view.lookup("#events");
            assertThat(list.getItems()).hasSize(1);
            model.choose(model.rows().getLast());
            view.layout();
            assertThat(list.getSelectionModel().getSelectedIndex()).isEqualTo(FOLDED);
            list.layout();
            assertThat(new RowsInSight(list).contain(FOLDED)).isTrue();
            other.close();
        });
    }

    private static EventRow step(int position) {
        PeerId peer = new PeerId(position);
        return EventRow.of(
                position,
                new Explanation(
                        position, peer, EventKind.REQUESTS, Severity.PLAIN, "step", List.of(peer)),
                new EventTraits(
                        false,
                        EventOrigin.USER,
                        Optional.of(new Repetition(Repetition.Kind.PASSED_ON, 1, "2012"))),
                0);
    }

    private record NoRows() implements EventsViewModel.RowSource {
        @Override
        public int firstKnown() {
            return 0;
        }

        @Override
        public List<EventRow> rows(int from, int to) {
            return List.of();
        }
    }

    @Test
    void theArrowKeysChooseAnEventToo() {
        leaveWhatHappenedBetweenTwoPeers();
        ListView<EventItem> list = user.lookup("#events").queryListView();
        user.interact(() -> {
            list.requestFocus();
            list.getFocusModel().focus(0);
        });
        key(KeyCode.DOWN);
        until(() -> concerned().equals(Set.of("peer-104", "peer-139")));
        until(() -> isShown(".lit-edge"));
        assertThat(isShown("#explanation-card")).isTrue();
    }
}
