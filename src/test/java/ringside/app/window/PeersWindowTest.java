package ringside.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import ringside.NeedsFonts;
import ringside.app.peers.PeerColumn;
import ringside.app.peers.SortKey;
import ringside.app.peers.SortKey.Direction;
import ringside.status.Command;
import ringside.status.FileEvent;

/** The table of peers beside the ring, used by pointer and keys (WINDOW 3.3). */
@NeedsFonts
class PeersWindowTest extends WindowFixture {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private void openTable() {
        user.clickOn("#tab-peers");
        until(() -> text("#peers-count").equals("8 of 8 peers"));
    }

    private TableView<?> table() {
        return user.lookup("#peers").queryTableView();
    }

    private static <T> double shownWidth(TableView<T> table) {
        return table.getVisibleLeafColumns().stream().mapToDouble(TableColumn::getWidth).sum();
    }

    /** Returns the visible cells of a column, from the top. */
    private List<TableCell<?, ?>> cells(String column) {
        return user.lookup(".table-cell.peers-" + column).<TableCell<?, ?>>queryAll().stream()
                .filter(cell -> !cell.isEmpty() && cell.getTableRow().isVisible())
                .sorted((one, other) ->
                        one.getTableRow().getIndex() - other.getTableRow().getIndex())
                .toList();
    }

    private List<String> column(String name) {
        return cells(name).stream().map(TableCell::getText).toList();
    }

    private TableCell<?, ?> peerCell(int peer) {
        return cells("peer").stream()
                .filter(cell -> Objects.equals(cell.getText(), Integer.toString(peer)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row of peer " + peer + " is in sight"));
    }

    private static double widthOf(TableView<?> table, String column) {
        return table.getColumns().stream()
                .filter(each -> column.equals(each.getId()))
                .mapToDouble(TableColumn::getWidth)
                .sum();
    }

    private String selectedRow() {
        int index = table().getSelectionModel().getSelectedIndex();
        return index < 0 ? "" : column("peer").get(index);
    }

    /** Sorts as two clicks on a head do, which do not reach the head on the headless platform. */
    private void sortDescending(String column) {
        user.interact(() -> sortDescending(table(), column));
    }

    private static <T> void sortDescending(TableView<T> table, String column) {
        TableColumn<T, ?> sorted =
                table.getColumns().stream()
                        .filter(each -> column.equals(each.getId()))
                        .findFirst()
                        .orElseThrow();
        sorted.setSortType(TableColumn.SortType.DESCENDING);
        table.getSortOrder().setAll(List.of(sorted));
    }

    private boolean isSelectedInTheRing(int peer) {
        return user.lookup("#peer-" + peer).query().getPseudoClassStates().contains(SELECTED);
    }

    @Test
    void theTableStandsBesideTheRingAndCountsThePeers() {
        openTable();
        assertThat(column("peer"))
                .containsExactly("14", "43", "77", "104", "139", "168", "201", "236");
        assertThat(column("state")).hasSize(8).containsOnly("running");
        until(() -> column("round-trip").stream().allMatch(text -> text.matches("0\\.[3-7][0-9]")));
        assertThat(isInSight("#peer-43")).isTrue();
        assertThat(shownWidth(table()))
                .as("the columns of a first start, in the 486 pixels beside a ring of 1280 x 800")
                .isLessThan(472);
        TableCell<?, ?> like = cells("files").getFirst();
        Text longest = new Text("59 min");
        longest.setFont(like.getFont());
        assertThat(widthOf(table(), "peers-age"))
                .isGreaterThan(
                        longest.getLayoutBounds().getWidth()
                                + like.getInsets().getLeft()
                                + like.getInsets().getRight());
    }

    @Test
    void aRowSelectsItsPeerInTheRingAndTheOtherWayRound() {
        openTable();
        user.clickOn(peerCell(104));
        until(() -> text("#inspector-title").equals("Peer 104"));
        assertThat(isSelectedInTheRing(104)).isTrue();
        key(KeyCode.DOWN);
        until(() -> text("#inspector-title").equals("Peer 139"));
        assertThat(isSelectedInTheRing(104)).isFalse();
        select(43);
        until(() -> selectedRow().equals("43"));
        user.clickOn("#ring");
        until(() -> selectedRow().isEmpty());
    }

    @Test
    void theKeysOfTheWindowActOnTheSelectedRow() {
        openTable();
        user.clickOn(peerCell(168));
        key(KeyCode.K);
        until(() -> ring.commands().contains(new Command.Kill(List.of(id(168)))));
        until(() -> column("state").contains("killed"));
        assertThat(text("#inspector-title")).isEqualTo("Peer 168");
    }

    @Test
    void lettersInTheFilterAreLetters() {
        openTable();
        user.clickOn(peerCell(168));
        user.clickOn("#peers-filter").write("paus");
        until(() -> text("#peers-count").equals("0 of 8 peers"));
        assertThat(ring.commands()).isEmpty();
        ring.carryOut(new Command.Pause(List.of(id(77)))).join();
        until(() -> text("#peers-count").equals("1 of 8 peers"));
        assertThat(column("peer")).containsExactly("77");
        assertThat(text("#inspector-title")).isEqualTo("Peer 168");
    }

    @Test
    void aSelectedPeerThatTheFilterHidesIsSelectedAgainAfterwards() {
        openTable();
        user.clickOn(peerCell(168));
        user.clickOn("#peers-filter").write("43");
        until(() -> text("#peers-count").equals("5 of 8 peers"));
        assertThat(selectedRow()).isEmpty();
        user.eraseText(2);
        until(() -> selectedRow().equals("168"));
        assertThat(text("#inspector-title")).isEqualTo("Peer 168");
    }

    @Test
    void aRowHasTheMenuOfItsPeer() {
        openTable();
        user.clickOn(peerCell(77));
        user.moveTo(peerCell(201)).clickOn(MouseButton.SECONDARY);
        until(() -> isShown("#menu-pause"));
        user.clickOn("#menu-pause");
        until(() -> ring.commands().contains(new Command.Pause(List.of(id(201)))));
        until(() -> column("state").contains("paused"));
        assertThat(text("#inspector-title")).isEqualTo("Peer 201");
    }

    @Test
    void theMenuKeyOpensTheMenuOfTheSelectedRow() {
        openTable();
        user.clickOn(peerCell(77));
        user.interact(() ->
                table().fireEvent(
                                new ContextMenuEvent(
                                        ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                                        5,
                                        5,
                                        40,
                                        40,
                                        true,
                                        null)));
        until(() -> isShown("#menu-kill"));
        user.clickOn("#menu-kill");
        until(() -> ring.commands().contains(new Command.Kill(List.of(id(77)))));
    }

    @Test
    void aColumnSortsTheTableAndTheWindowRemembersIt() {
        openTable();
        user.clickOn(peerCell(104));
        sortDescending("peers-peer");
        until(() -> column("peer").getFirst().equals("236"));
        assertThat(selectedRow()).isEqualTo("104");
        user.interact(stage()::hide);
        assertThat(memory.load().arrangement().peers().order())
                .containsExactly(new SortKey(PeerColumn.PEER, Direction.DESCENDING));
    }

    @Test
    void columnsCanBeChosenAndTheWindowRemembersThem() {
        openTable();
        assertThat(column("second-successor")).isEmpty();
        user.clickOn("#peers-columns");
        until(() -> isShown("#peers-show-second-successor"));
        user.clickOn("#peers-show-second-successor");
        until(() -> column("second-successor").size() == 8);
        user.interact(stage()::hide);
        Set<PeerColumn> kept = memory.load().arrangement().peers().columns();
        assertThat(kept).contains(PeerColumn.SECOND_SUCCESSOR, PeerColumn.AGE);
        assertThat(kept).doesNotContain(PeerColumn.FIRST_PREDECESSOR);
    }

    @Test
    void aSelectedRowStaysSelectedAndInSightWhenOthersPassIt() {
        openTable();
        sortDescending("peers-files");
        until(() -> column("peer").getFirst().equals("236"));
        user.clickOn(peerCell(236));
        ring.tell(id(236), new FileEvent.FilesHeld(List.of()));
        until(() -> column("peer").getFirst().equals("14"));
        assertThat(selectedRow()).isEqualTo("236");
        assertThat(peerCell(236).isVisible()).isTrue();
        assertThat(text("#inspector-title")).isEqualTo("Peer 236");
    }

    @Test
    void theTableShowsTheMomentThatIsShown() {
        openTable();
        user.clickOn(peerCell(139));
        key(KeyCode.P);
        until(() -> column("state").contains("paused"));
        pass(Duration.ofSeconds(2));
        key(KeyCode.LEFT);
        until(() -> isShown("#past-banner"));
        for (int i = 0; i < 40 && column("state").contains("paused"); i++) {
            key(KeyCode.LEFT);
            pass(Duration.ofSeconds(1));
        }
        assertThat(column("state")).doesNotContain("paused");
        key(KeyCode.END);
        until(() -> column("state").contains("paused"));
    }
}
