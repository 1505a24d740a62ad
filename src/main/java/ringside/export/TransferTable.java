package ringside.export;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import ringside.model.RingState;
import ringside.model.TransferState;
import ringside.model.TransferState.Outcome;
import ringside.ring.PeerId;
import ringside.status.FileEvent;
import ringside.status.ProcessEvent;
import ringside.status.StatusEntry;
import ringside.status.TransferPurpose;

/**
 * All transfers as a table of comma-separated values (WINDOW part 4), in the order in which they
 * began, also those that a window shows no longer. Stateless; any thread may call.
 */
public final class TransferTable {

    /** The titles of the columns; sizes in bytes, loss from 0 to 1. */
    static final List<String> TITLES =
            List.of(
                    "file", "purpose", "sender", "receiver", "bytes", "offset", "mss", "window",
                    "loss", "started_seconds", "took_seconds", "bytes_per_second", "segments",
                    "retransmissions", "outcome", "reason");

    /** Events are told in microseconds. */
    private static final int TIME_DIGITS = 6;

    /** A loss is set in per cent or finer. */
    private static final int LOSS_DIGITS = 4;

    private static final double MICROS_PER_SECOND = 1e6;

    private TransferTable() {}

    /** A transfer's id is drawn by its sender and unique with it. */
    private record Key(PeerId sender, long transferId) {}

    /**
     * Writes the table, a row of titles first.
     *
     * @param entries in the order in which they became known; the first one is second 0
     * @throws IOException when {@code out} fails
     */
    public static void write(Iterable<StatusEntry> entries, Appendable out) throws IOException {
        Map<Key, TransferState> all = new LinkedHashMap<>();
        RingState state = RingState.EMPTY;
        for (StatusEntry entry : entries) {
            state = state.after(entry);
            if (changesAnOutcome(entry)) {
                keep(state.transfers(), all);
            }
        }
        keep(state.transfers(), all);
        CsvRow.of(TITLES).writeTo(out);
        for (TransferState transfer : all.values()) {
            row(transfer, state.startedAtMicros()).writeTo(out);
        }
    }

    /** The picture forgets old transfers, but none at its own beginning or end. */
    private static boolean changesAnOutcome(StatusEntry entry) {
        return entry.event() instanceof FileEvent.TransferStarted
                || entry.event() instanceof FileEvent.TransferDone
                || entry.event() instanceof FileEvent.TransferFailed
                || entry.event() instanceof ProcessEvent.ProcessEnded;
    }

    private static void keep(
            Collection<TransferState> transfers, Map<Key, TransferState> all) {
        for (TransferState transfer : transfers) {
            all.put(new Key(transfer.sender(), transfer.transferId()), transfer);
        }
    }

    private static CsvRow row(TransferState transfer, long startMicros) {
        CsvRow row =
                new CsvRow()
                        .text(transfer.file().toString())
                        .text(word(transfer.purpose()))
                        .number(transfer.sender().value())
                        .number(transfer.receiver().value())
                        .number(transfer.bytes())
                        .number(transfer.offset())
                        .number(transfer.mss())
                        .number(transfer.window())
                        .number(transfer.loss(), LOSS_DIGITS)
                        .number(seconds(transfer.startedAtMicros() - startMicros), TIME_DIGITS);
        took(row, transfer)
                .number(Math.round(transfer.bytesPerSecond()))
                .number(segments(transfer))
                .number(transfer.retransmissions())
                .text(word(transfer.outcome()))
                .text(transfer.reason());
        return row;
    }

    /** How long it took, when it has ended. */
    private static CsvRow took(CsvRow row, TransferState transfer) {
        return transfer.endedAtMicros() == 0
                ? row.empty()
                : row.number(
                        seconds(transfer.endedAtMicros() - transfer.startedAtMicros()),
                        TIME_DIGITS);
    }

    /** With those sent again, as far as either side knows. */
    private static long segments(TransferState transfer) {
        return Math.max(transfer.sending().segments(), transfer.receiving().segments());
    }

    private static double seconds(long micros) {
        return micros / MICROS_PER_SECOND;
    }

    private static String word(TransferPurpose purpose) {
        return purpose.name().toLowerCase(Locale.ROOT);
    }

    private static String word(Outcome outcome) {
        return switch (outcome) {
            case UNDER_WAY -> "under way";
            case DONE -> "done";
            case FAILED -> "failed";
        };
    }
}
