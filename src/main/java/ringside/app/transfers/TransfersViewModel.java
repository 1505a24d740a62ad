package ringside.app.transfers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import ringside.model.RingState;
import ringside.model.TransferState;
import ringside.ring.PeerId;

/** All transfers, newest first; ended ones stay until they are cleared. For the JavaFX thread. */
public final class TransfersViewModel {

    private final ObservableList<TransferRow> rows = FXCollections.observableArrayList();
    private final Map<Key, TransferRow> known = new HashMap<>();
    private final Set<Key> cleared = new HashSet<>();
    private List<TransferState> last = List.of();

    private record Key(long transferId, PeerId sender) {
        static Key of(TransferState transfer) {
            return new Key(transfer.transferId(), transfer.sender());
        }
    }

    /** The rows to show, newest first. */
    public ObservableList<TransferRow> rows() {
        return rows;
    }

    /** Takes the transfers as they are now. */
    public void update(RingState ring) {
        if (ring.transfers().equals(last)) {
            return;
        }
        last = ring.transfers();
        Set<Key> present = new HashSet<>();
        List<TransferRow> wanted = new ArrayList<>();
        for (TransferState transfer : last.reversed()) {
            Key key = Key.of(transfer);
            present.add(key);
            TransferRow row = known.computeIfAbsent(key, fresh -> new TransferRow(transfer));
            row.update(transfer);
            if (!cleared.contains(key)) {
                wanted.add(row);
            }
        }
        known.keySet().retainAll(present);
        cleared.retainAll(present);
        if (!rows.equals(wanted)) {
            rows.setAll(wanted);
        }
    }

    /** Takes the ended ones off the list. */
    public void clearEnded() {
        known.forEach(
                (key, row) -> {
                    if (row.isEnded()) {
                        cleared.add(key);
                    }
                });
        rows.removeIf(TransferRow::isEnded);
    }
}
