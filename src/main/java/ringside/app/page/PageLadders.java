package ringside.app.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import ringside.app.ladder.LadderScript;
import ringside.ladder.LadderTrace;
import ringside.model.RingState;
import ringside.model.TransferState;
import ringside.ring.PeerId;
import ringside.status.FileEvent;
import ringside.status.StatusEntry;

/** The ladders of all transfers of a page. For one thread. */
final class PageLadders {

    /** Segments and acknowledgements kept, in some 20 MB: a dozen files in small segments. */
    private static final int MOST_STEPS = 200_000;

    /** Transfers kept: more than anybody chooses from. */
    private static final int MOST_TRANSFERS = 500;

    private final Map<TransferState.Key, Traced> traced = new LinkedHashMap<>();
    private int steps;

    /** A transfer as it was last known, with its segments. */
    private record Traced(TransferState transfer, LadderTrace trace) {}

    /**
     * A ladder.
     *
     * @param at when the transfer began, in microseconds since the run began
     * @param asked whether a user asked for the transfer
     */
    record Ladder(long at, boolean asked, LadderScript script) {}

    /** Takes an event, and the ring after it. */
    void add(StatusEntry entry, RingState after) {
        if (entry.event() instanceof FileEvent event) {
            OptionalLong id = transferId(event);
            if (id.isPresent()) {
                transfer(after, entry.peer(), id.getAsLong())
                        .ifPresent(transfer -> note(entry, event, transfer));
            }
        }
    }

    private static Optional<TransferState> transfer(RingState ring, PeerId side, long id) {
        return ring.transfers().reversed().stream()
                .filter(transfer -> transfer.transferId() == id && transfer.involves(side))
                .findFirst();
    }

    private void note(StatusEntry entry, FileEvent event, TransferState transfer) {
        Traced known = traced.get(transfer.key());
        if (known == null && traced.size() >= MOST_TRANSFERS) {
            return;
        }
        LadderTrace trace = known == null ? new LadderTrace() : known.trace();
        if (event instanceof FileEvent.SegmentTraced step && steps < MOST_STEPS) {
            trace.add(entry.atMicros(), step);
            steps++;
        }
        traced.put(transfer.key(), new Traced(transfer, trace));
    }

    /** Forgets the transfers that ended before a time, in microseconds since the epoch. */
    void forgetBefore(long micros) {
        traced.values()
                .removeIf(known ->
                        known.transfer().endedAtMicros() != 0
                                && known.transfer().endedAtMicros() < micros);
    }

    /**
     * Returns the ladders, the first transfer first: of all that a user asked for, and of others of
     * which a segment was told.
     *
     * @param startMicros when the run began, in microseconds since the epoch
     * @param asOfMicros where the page ends
     */
    List<Ladder> all(long startMicros, long asOfMicros) {
        return traced.values().stream()
                .filter(known -> known.transfer().isAskedFor() || !known.trace().arrows().isEmpty())
                .map(known ->
                        new Ladder(
                                known.transfer().startedAtMicros() - startMicros,
                                known.transfer().isAskedFor(),
                                LadderScript.of(
                                        known.trace(), known.transfer(), startMicros, asOfMicros)))
                .toList();
    }

    private static OptionalLong transferId(FileEvent event) {
        return switch (event) {
            case FileEvent.SegmentTraced e -> OptionalLong.of(e.transferId());
            case FileEvent.TransferStarted e -> OptionalLong.of(e.transferId());
            case FileEvent.TransferDone e -> OptionalLong.of(e.transferId());
            case FileEvent.TransferFailed e -> OptionalLong.of(e.transferId());
            case FileEvent.TransferProgress _,
                    FileEvent.FilesHeld _,
                    FileEvent.FileReceived _,
                    FileEvent.FileWritten _,
                    FileEvent.FileStored _,
                    FileEvent.FileDamaged _,
                    FileEvent.FileMended _ ->
                    OptionalLong.empty();
        };
    }
}
