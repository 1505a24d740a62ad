package ringside.app.events;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.collections.ListChangeListener.Change;
import javafx.scene.control.ListView;
import org.jspecify.annotations.Nullable;
import ringside.app.events.EventItem.Event;
import ringside.app.events.EventItem.Folded;
import ringside.app.events.EventItem.Head;
import ringside.app.search.RowsInSight;

/**
 * The place and the selection of the list of events, which stay while rows come and while the
 * filter changes (WINDOW 6.1). A chosen event that the filter hides is selected again when it is
 * back. JavaFX thread only.
 */
final class KeptPlace {

    private final ListView<EventItem> list;
    private final RowsInSight inSight;
    private final EventsViewModel model;
    private final Runnable settled;
    private @Nullable EventItem chosen;
    private Optional<Anchor> anchor = Optional.empty();

    /**
     * An item that stays where it is seen.
     *
     * @param above number of rows in sight above it
     */
    private record Anchor(EventItem item, int above) {}

    /**
     * Gives a list the items of a model.
     *
     * @param choose is called with an event that the user has selected, and not when a selection
     *     comes back
     * @param settled runs when the list is back at its place
     */
    KeptPlace(
            ListView<EventItem> list,
            EventsViewModel model,
            Consumer<EventRow> choose,
            Runnable settled) {
        this.list = list;
        this.inSight = new RowsInSight(list);
        this.model = model;
        this.settled = settled;
        // The listeners are called in this order: the selection model's stands between the two.
        model.folds().items().addListener(this::beforeTheListChanges);
        list.setItems(model.folds().items());
        model.folds().items().addListener(this::afterTheSelectionChanged);
        list.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, item) -> {
                    if (item != null && (chosen == null || !item.isSame(chosen))) {
                        chosen = item;
                        choose(item, choose);
                    }
                });
    }

    private static void choose(EventItem item, Consumer<EventRow> choose) {
        switch (item) {
            case Event event -> choose.accept(event.row());
            case Folded _, Head _ -> {}
        }
    }

    /** Selects an event that was chosen elsewhere, and brings it in sight. */
    void select(EventRow row) {
        int index = model.folds().indexOf(row);
        if (index < 0) {
            return;
        }
        EventItem item = model.folds().items().get(index);
        if (chosen == null || !item.isSame(chosen)) {
            chosen = item;
            list.getSelectionModel().clearAndSelect(index);
        }
        if (!inSight.contain(index)) {
            list.scrollTo(index - 1);
        }
    }

    /** Takes the selection off items that go: otherwise another item would get it. */
    private void beforeTheListChanges(Change<? extends EventItem> change) {
        int first = inSight.first().orElse(0);
        int last = inSight.last().orElse(0);
        int shifted = first;
        EventItem selected = list.getSelectionModel().getSelectedItem();
        while (change.next()) {
            if (isRefill(change)) {
                keepPlace(change.getRemoved(), first, last);
            } else if (change.getFrom() <= shifted) {
                shifted += change.getAddedSize() - change.getRemovedSize();
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

    private static boolean isRefill(Change<? extends EventItem> change) {
        return change.wasReplaced() && change.getAddedSize() == change.getList().size();
    }

    private void keepPlace(List<? extends EventItem> before, int first, int last) {
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
        anchor.ifPresent(seen ->
                list.scrollTo(Math.max(0, model.folds().indexNear(seen.item()) - seen.above())));
        anchor = Optional.empty();
        Platform.runLater(settled);
    }

    /** Selects the chosen item again when it has come back, or has grown. */
    private void afterTheSelectionChanged(Change<? extends EventItem> change) {
        boolean mayBeBack = false;
        while (change.next()) {
            mayBeBack |= change.wasReplaced();
        }
        EventItem item = chosen;
        int index = item == null || !mayBeBack ? -1 : model.folds().indexOf(item);
        if (index >= 0 && list.getSelectionModel().getSelectedIndex() != index) {
            list.getSelectionModel().clearAndSelect(index);
        }
    }
}
