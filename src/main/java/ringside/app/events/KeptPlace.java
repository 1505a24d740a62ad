package ringside.app.events;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.collections.ListChangeListener.Change;
import javafx.scene.control.ListView;
import org.jspecify.annotations.Nullable;
import ringside.app.search.RowsInSight;

/**
 * The place and the selection of the list of events, which stay while rows come and while the
 * filter changes (WINDOW 6.1). A chosen event that the filter hides is selected again when it is
 * back. JavaFX thread only.
 */
final class KeptPlace {

    private final ListView<EventRow> list;
    private final RowsInSight inSight;
    private final EventsViewModel model;
    private final Runnable settled;
    private @Nullable EventRow chosen;
    private Optional<Anchor> anchor = Optional.empty();

    /**
     * A row that stays where it is seen.
     *
     * @param above number of rows in sight above it
     */
    private record Anchor(EventRow row, int above) {}

    /**
     * Gives a list the rows of a model.
     *
     * @param choose is called with a row that the user has selected, and not when a selection comes
     *     back
     * @param settled runs when the list is back at its place
     */
    KeptPlace(
            ListView<EventRow> list,
            EventsViewModel model,
            Consumer<EventRow> choose,
            Runnable settled) {
        this.list = list;
        this.inSight = new RowsInSight(list);
        this.model = model;
        this.settled = settled;
        // The listeners are called in this order: the selection model's stands between the two.
        model.rows().addListener(this::beforeTheListChanges);
        list.setItems(model.rows());
        model.rows().addListener(this::afterTheSelectionChanged);
        list.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, row) -> {
                    if (row != null && !row.equals(chosen)) {
                        chosen = row;
                        choose.accept(row);
                    }
                });
    }

    /** Takes the selection off rows that go: otherwise another row would get it. */
    private void beforeTheListChanges(Change<? extends EventRow> change) {
        int first = inSight.first().orElse(0);
        int last = inSight.last().orElse(0);
        int shifted = first;
        EventRow selected = list.getSelectionModel().getSelectedItem();
        while (change.next()) {
            if (change.wasReplaced()) {
                keepPlace(change.getRemoved(), first, last);
            } else if (change.wasAdded() && change.getFrom() <= shifted) {
                shifted += change.getAddedSize();
            }
            if (selected != null && change.getRemoved().contains(selected)) {
                list.getSelectionModel().clearSelection();
            }
        }
        boolean reads = first > 0 || (selected != null && model.isBehind());
        if (reads && shifted > first && shifted < change.getList().size()) {
            keep(new Anchor(change.getList().get(shifted), 0));
        }
    }

    private void keepPlace(List<? extends EventRow> before, int first, int last) {
        int selected = list.getSelectionModel().getSelectedIndex();
        if (selected >= first && selected <= last && selected < before.size()) {
            keep(new Anchor(before.get(selected), selected - first));
        } else if (first > 0 && first < before.size()) {
            keep(new Anchor(before.get(first), 0));
        }
    }

    /** Of several changes before the next layout, only the first one sees what is in sight. */
    private void keep(Anchor seen) {
        if (anchor.isEmpty()) {
            anchor = Optional.of(seen);
            Platform.runLater(this::goBack);
        }
    }

    private void goBack() {
        anchor.ifPresent(
                seen -> list.scrollTo(Math.max(0, model.indexNear(seen.row()) - seen.above())));
        anchor = Optional.empty();
        Platform.runLater(settled);
    }

    private void afterTheSelectionChanged(Change<? extends EventRow> change) {
        boolean isRefilled = false;
        while (change.next()) {
            isRefilled |= change.getAddedSize() == change.getList().size();
        }
        EventRow row = chosen;
        int index = row == null || !isRefilled ? -1 : model.rows().indexOf(row);
        if (index >= 0) {
            list.getSelectionModel().clearAndSelect(index);
        }
    }
}
