package ringside.program;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import ringside.ring.PeerId;
import ringside.status.FileEvent.SegmentTraced;
import ringside.status.FileEvent.TransferDone;
import ringside.status.FileEvent.TransferProgress;
import ringside.status.SegmentStep;
import ringside.status.StatusEntry;
import ringside.transcript.LogClock;
import ringside.transcript.LogRow;

/**
 * The steps of segments that one side of a transfer logs, read as its log grows (PROGRAMS 3.5). Not
 * thread-safe.
 */
final class LoggedSegments {

    private static final double MICROS_PER_SECOND = 1e6;

    private final Path log;
    private final Side side;
    private final Set<Long> received = new HashSet<>();

    /** Rows of earlier transfers. */
    private List<LogRow> earlier;

    private List<LogRow> rows = List.of();
    private int reported;
    private long segments;
    private long retransmissions;

    /**
     * One side of a transfer.
     *
     * @param startedAtMicros when the program started
     * @param beganAtMicros when it said that the transfer begins
     */
    record Side(
            long transferId,
            PeerId peer,
            boolean sending,
            PeerId other,
            long startedAtMicros,
            long beganAtMicros) {}

    /**
     * Begins to read a log, which may not exist yet.
     *
     * @param earlier the rows that it had after the transfer before; a program may append or begin
     *     anew
     */
    LoggedSegments(Path log, List<LogRow> earlier, Side side) {
        this.log = log;
        this.earlier = List.copyOf(earlier);
        this.side = side;
    }

    Path path() {
        return log;
    }

    /** Returns all rows of the log, those of earlier transfers included. */
    List<LogRow> allRows() {
        return Stream.concat(earlier.stream(), rows.stream()).toList();
    }

    /**
     * Returns the steps of new rows, with their times on this machine's clock; none as long as the
     * clock of the log is not found.
     */
    List<StatusEntry> grown(long nowMicros) {
        return steps(nowMicros, false);
    }

    /**
     * Returns the steps of the remaining rows.
     *
     * @param endedAtMicros when the program said that the transfer is over; if no clock fits, the
     *     rows are spread over the transfer
     */
    List<StatusEntry> rest(long endedAtMicros) {
        return steps(endedAtMicros, true);
    }

    /** Returns the end of the transfer with the numbers that its log has. */
    TransferDone withNumbers(TransferDone done) {
        return new TransferDone(
                done.transferId(), done.sending(), done.bytes(), segments, retransmissions);
    }

    /** Returns the progress of the transfer with the numbers that its log has so far. */
    TransferProgress withNumbers(TransferProgress progress) {
        return new TransferProgress(
                progress.transferId(),
                progress.sending(),
                progress.bytes(),
                segments,
                retransmissions);
    }

    private List<StatusEntry> steps(long latestMicros, boolean isOver) {
        read();
        LogClock.Frame frame =
                new LogClock.Frame(
                        seconds(side.startedAtMicros()),
                        seconds(side.beganAtMicros()),
                        seconds(latestMicros),
                        isOver);
        Optional<LogClock> clock = LogClock.of(rows, frame);
        if (clock.isEmpty() && !isOver) {
            return List.of();
        }
        List<StatusEntry> steps = new ArrayList<>();
        for (int i = reported; i < rows.size(); i++) {
            LogRow row = rows.get(i);
            double evenly = frame.request() + (frame.latest() - frame.request()) * i / rows.size();
            double time = clock.map(found -> found.timeOf(row, frame)).orElse(evenly);
            steps.add(entry(row, Math.round(time * MICROS_PER_SECOND)));
        }
        reported = rows.size();
        return steps;
    }

    /** Reads the rows of this transfer, from the beginning of a log that was begun anew. */
    private void read() {
        List<LogRow> all = rowsOfLog();
        boolean isAppended =
                all.size() >= earlier.size() && all.subList(0, earlier.size()).equals(earlier);
        if (!isAppended) {
            earlier = List.of();
            reported = 0;
        }
        rows = all.subList(earlier.size(), all.size());
    }

    private StatusEntry entry(LogRow row, long atMicros) {
        SegmentStep step = side.sending() ? sending(row) : receiving(row);
        count(step);
        return new StatusEntry(
                atMicros,
                side.peer(),
                new SegmentTraced(
                        side.transferId(),
                        step,
                        side.other(),
                        sequenceOf(row),
                        Math.toIntExact(row.length()),
                        row.acknowledgement()));
    }

    private void count(SegmentStep step) {
        switch (step) {
            case SENT, DROPPED, RECEIVED -> segments++;
            case RESENT, RESENT_DROPPED, DUPLICATE_RECEIVED -> {
                segments++;
                retransmissions++;
            }
            case TIMED_OUT,
                    OVERTAKEN,
                    ACKNOWLEDGEMENT_SENT,
                    ACKNOWLEDGEMENT_DROPPED,
                    ACKNOWLEDGEMENT_RECEIVED -> {}
        }
    }

    /** An acknowledgement is drawn at the segment that it confirms. */
    private static long sequenceOf(LogRow row) {
        return row.acknowledgement() > 0 ? row.acknowledgement() - row.length() : row.sequence();
    }

    private static SegmentStep sending(LogRow row) {
        return switch (row.action()) {
            case SENT -> SegmentStep.SENT;
            case DROPPED -> SegmentStep.DROPPED;
            case RESENT -> SegmentStep.RESENT;
            case RESENT_DROPPED -> SegmentStep.RESENT_DROPPED;
            case RECEIVED -> SegmentStep.ACKNOWLEDGEMENT_RECEIVED;
        };
    }

    private SegmentStep receiving(LogRow row) {
        return switch (row.action()) {
            case RECEIVED ->
                    received.add(row.sequence())
                            ? SegmentStep.RECEIVED
                            : SegmentStep.DUPLICATE_RECEIVED;
            case DROPPED, RESENT_DROPPED -> SegmentStep.ACKNOWLEDGEMENT_DROPPED;
            case SENT, RESENT -> SegmentStep.ACKNOWLEDGEMENT_SENT;
        };
    }

    private List<LogRow> rowsOfLog() {
        try {
            return LogRow.readAll(log);
        } catch (IOException e) {
            // It does not exist yet, or its folder is gone.
            return List.of();
        }
    }

    private static double seconds(long micros) {
        return micros / MICROS_PER_SECOND;
    }
}
