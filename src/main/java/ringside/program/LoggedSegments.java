package ringside.program;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import ringside.ring.PeerId;
import ringside.status.FileEvent.SegmentTraced;
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

    /** Rows of earlier transfers, and those that were reported. */
    private List<LogRow> done;

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
        this.side = side;
        done = List.copyOf(earlier);
    }

    /** Returns all rows that were read so far, those of earlier transfers included. */
    List<LogRow> rowsRead() {
        return done;
    }

    /**
     * Returns the steps of new rows, with their times on this machine's clock; none as long as the
     * clock of the log is not found.
     */
    List<StatusEntry> grown() {
        return steps(OptionalDouble.empty());
    }

    /**
     * Returns the steps of the remaining rows.
     *
     * @param endedAtMicros when the program said that the transfer is over; if no clock fits, the
     *     rows are spread over the transfer
     */
    List<StatusEntry> rest(long endedAtMicros) {
        return steps(OptionalDouble.of(seconds(endedAtMicros)));
    }

    private List<StatusEntry> steps(OptionalDouble end) {
        List<LogRow> all = rows();
        boolean isAppended = all.size() >= done.size() && all.subList(0, done.size()).equals(done);
        List<LogRow> rows = isAppended ? all.subList(done.size(), all.size()) : all;
        LogClock.Frame frame =
                new LogClock.Frame(
                        seconds(side.startedAtMicros()), seconds(side.beganAtMicros()), end);
        Optional<LogClock> clock = LogClock.of(rows, frame);
        if (clock.isEmpty() && end.isEmpty()) {
            return List.of();
        }
        List<StatusEntry> steps = new ArrayList<>();
        for (LogRow row : rows) {
            double evenly =
                    frame.request()
                            + (end.orElse(frame.request()) - frame.request())
                                    * steps.size()
                                    / rows.size();
            double time = clock.map(found -> found.timeOf(row, frame)).orElse(evenly);
            steps.add(entry(row, Math.round(time * MICROS_PER_SECOND)));
        }
        done = all;
        return steps;
    }

    private StatusEntry entry(LogRow row, long atMicros) {
        return new StatusEntry(
                atMicros,
                side.peer(),
                new SegmentTraced(
                        side.transferId(),
                        side.sending() ? sending(row) : receiving(row),
                        side.other(),
                        sequenceOf(row),
                        Math.toIntExact(row.length()),
                        row.acknowledgement()));
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

    private List<LogRow> rows() {
        try {
            return Files.readAllLines(log, StandardCharsets.ISO_8859_1).stream()
                    .map(LogRow::parse)
                    .flatMap(Optional::stream)
                    .toList();
        } catch (IOException e) {
            // It does not exist yet, or its folder is gone.
            return List.of();
        }
    }

    private static double seconds(long micros) {
        return micros / MICROS_PER_SECOND;
    }
}
