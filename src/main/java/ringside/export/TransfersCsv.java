package ringside.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import ringside.model.RingState;
import ringside.model.TransferState;
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

    /** Writes the transfers among events in order of arrival. */
    public static String of(List<StatusEntry> entries) {
        Map<TransferState.Key, TransferState> last = new LinkedHashMap<>();
        RingState state = RingState.EMPTY;
        for (StatusEntry entry : entries) {
            RingState next = state.after(entry);
            if (!next.transfers().equals(state.transfers())) {
                next.transfers().forEach(transfer -> last.put(transfer.key(), transfer));
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
        return List.of(
                transfer.file().toString(),
                transfer.sender().toString(),
                transfer.receiver().toString(),
                transfer.purpose().name().toLowerCase(Locale.ROOT),
                Long.toString(transfer.bytes()),
                Long.toString(transfer.offset()),
                Integer.toString(transfer.mss()),
                Integer.toString(transfer.window()),
                Double.toString(transfer.loss()),
                EventsCsv.seconds(transfer.startedAtMicros() - end.startedAtMicros()),
                EventsCsv.seconds(ended - transfer.startedAtMicros()),
                Long.toString(Math.round(transfer.bytesPerSecond())),
                Long.toString(transfer.sending().segments()),
                Long.toString(transfer.sending().retransmissions()),
                transfer.outcome().name().toLowerCase(Locale.ROOT),
                transfer.reason());
    }
}
