package ringside.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import ringside.model.RingState;
import ringside.model.TransferState;
import ringside.ring.PeerId;
import ringside.status.StatusEntry;

/** Exports all transfers as a table: one row each, with the final state. */
public final class TransfersCsv {

    private static final List<String> HEAD =
            List.of(
                    "file",
                    "sender",
                    "receiver",
                    "purpose",
                    "bytes",
                    "offset",
                    "mss",
                    "window",
                    "loss",
                    "started_s",
                    "took_s",
                    "bytes_per_second",
                    "segments",
                    "retransmissions",
                    "outcome",
                    "reason");

    private TransfersCsv() {}

    /** Identifies a transfer: its sender draws its id. */
    private record Key(long id, PeerId sender) {}

    /** Writes the transfers among events in order of arrival. */
    public static String of(List<StatusEntry> entries) {
        Map<Key, TransferState> last = new LinkedHashMap<>();
        RingState state = RingState.EMPTY;
        for (StatusEntry entry : entries) {
            RingState next = state.after(entry);
            if (!next.transfers().equals(state.transfers())) {
                next.transfers().forEach(t -> last.put(new Key(t.transferId(), t.sender()), t));
            }
            state = next;
        }
        StringBuilder table = new StringBuilder(Csv.row(HEAD));
        for (TransferState transfer : last.values()) {
            table.append(Csv.row(row(transfer, state)));
        }
        return table.toString();
    }

    private static List<String> row(TransferState transfer, RingState end) {
        long ended = transfer.endedAtMicros() == 0 ? end.atMicros() : transfer.endedAtMicros();
        List<String> cells = new ArrayList<>();
        cells.add(transfer.file().toString());
        cells.add(transfer.sender().toString());
        cells.add(transfer.receiver().toString());
        cells.add(transfer.purpose().name().toLowerCase(Locale.ROOT));
        cells.add(Long.toString(transfer.bytes()));
        cells.add(Long.toString(transfer.offset()));
        cells.add(Integer.toString(transfer.mss()));
        cells.add(Integer.toString(transfer.window()));
        cells.add(Double.toString(transfer.loss()));
        cells.add(EventsCsv.seconds(transfer.startedAtMicros() - end.startedAtMicros()));
        cells.add(EventsCsv.seconds(ended - transfer.startedAtMicros()));
        cells.add(Long.toString(Math.round(transfer.bytesPerSecond())));
        cells.add(Long.toString(transfer.sending().segments()));
        cells.add(Long.toString(transfer.sending().retransmissions()));
        cells.add(transfer.outcome().name().toLowerCase(Locale.ROOT));
        cells.add(transfer.reason());
        return cells;
    }
}
