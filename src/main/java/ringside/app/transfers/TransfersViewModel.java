package ringside.app.transfers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import ringside.model.RingState;
import ringside.model.TransferState;

/** All transfers, newest first; ended ones stay until they are cleared. JavaFX thread only. */
public final class TransfersViewModel {

    private final ObservableList<TransferRow> rows = FXCollections.observableArrayList();
    private final Map<TransferState.Key, TransferRow> known = new HashMap<>();
    private final Set<TransferState.Key> cleared = new HashSet<>();
    private final ObjectProperty<@Nullable TransferState> selected = new SimpleObjectProperty<>();
    private List<TransferState> last = List.of();
    private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper();

    /** The transfer that the ladder shows; null for none. */
    public ReadOnlyObjectProperty<@Nullable TransferState> selectedProperty() {
        return selected;
    }

    /** Selects a transfer that the user chose; from then on newer ones do not replace it. */
    public void choose(TransferState transfer) {
        selected.set(transfer);
        chosen.set(chosen.get() + 1);
    }

    /** How often the user has chosen a transfer; the ladder comes to the front at each change. */
    public ReadOnlyIntegerProperty chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** Selects the newest transfer that a user asked for, until the user has chosen one. */
    private void selectNewest() {
        TransferState shown = selected.get();
        if (chosen.get() == 0) {
            last.reversed().stream()
                    .filter(TransferState::isAskedFor)
                    .findFirst()
                    .filter(newest -> shown == null || !newest.key().equals(shown.key()))
                    .ifPresent(selected::set);
        }
    }

    /** The rows to show, newest first. */
    public ObservableList<TransferRow> rows() {
        return rows;
    }

    /** Takes over the transfers of the ring, once a frame. */
    public void update(RingState ring) {
        if (ring.transfers().equals(last)) {
            return;
        }
        last = ring.transfers();
        Set<TransferState.Key> present = new HashSet<>();
        List<TransferRow> wanted = new ArrayList<>();
        for (TransferState transfer : last.reversed()) {
            TransferState.Key key = transfer.key();
            present.add(key);
            TransferRow row = known.computeIfAbsent(key, fresh -> new TransferRow(transfer));
            row.update(transfer);
            if (!cleared.contains(key)) {
                wanted.add(row);
            }
        }
        selectNewest();
        known.keySet().retainAll(present);
        cleared.retainAll(present);
        if (!rows.equals(wanted)) {
            rows.setAll(wanted);
        }
    }

    public void clearEnded() {
        known.forEach((key, row) -> {
            if (row.isEnded()) {
                cleared.add(key);
            }
        });
        rows.removeIf(TransferRow::isEnded);
    }
}
