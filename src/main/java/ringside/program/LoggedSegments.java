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
import org.jspecify.annotations.Nullable;
import ringside.ring.PeerId;
import ringside.rules.Rules;
import ringside.status.FileEvent.SegmentTraced;
import ringside.status.SegmentStep;
import ringside.status.StatusEntry;
import ringside.transcript.LogClock;
import ringside.transcript.LogRow;

/** The rows of a program's transfer log as steps of segments (PROGRAMS 3.5). */
final class LoggedSegments {

    private static final double MICROS_PER_SECOND = 1e6;

    private final Path folder;
    private final Rules.Files names;
    private final long startedAtMicros;

    /**
     * Creates a reader of one peer's logs.
     *
     * @param startedAtMicros when its process started
     */
    LoggedSegments(Path folder, Rules.Files names, long startedAtMicros) {
        this.folder = folder;
        this.names = names;
        this.startedAtMicros = startedAtMicros;
    }

    /** One side of a transfer that has ended. */
    record Transfer(
            long id,
            PeerId peer,
            boolean sending,
            PeerId other,
            long beganMicros,
            long endedMicros) {}

    /**
     * Reads the log of a side as it is now.
     *
     * @return the steps with their times on this machine's clock; empty if there is no log
     */
    List<StatusEntry> read(Transfer transfer) {
        List<LogRow> rows = rowsOf(transfer.sending() ? names.sendingLog() : names.receivingLog());
        LogClock.Frame frame =
                new LogClock.Frame(
                        seconds(startedAtMicros),
                        seconds(transfer.beganMicros()),
                        OptionalDouble.of(seconds(transfer.endedMicros())));
        Optional<LogClock> clock = LogClock.of(rows, frame);
        Set<Long> received = new HashSet<>();
        List<StatusEntry> steps = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            LogRow row = rows.get(i);
            long evenly =
                    transfer.beganMicros()
                            + (transfer.endedMicros() - transfer.beganMicros()) * i / rows.size();
            long atMicros =
                    clock.map(found -> Math.round(found.timeOf(row, frame) * MICROS_PER_SECOND))
                            .orElse(evenly);
            SegmentStep step = transfer.sending() ? sending(row) : receiving(row, received);
            steps.add(
                    new StatusEntry(
                            atMicros,
                            transfer.peer(),
                            new SegmentTraced(
                                    transfer.id(),
                                    step,
                                    transfer.other(),
                                    sequenceOf(row),
                                    Math.toIntExact(row.length()),
                                    row.acknowledgement())));
        }
        return steps;
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

    private static SegmentStep receiving(LogRow row, Set<Long> received) {
        return switch (row.action()) {
            case RECEIVED ->
                    received.add(row.sequence())
                            ? SegmentStep.RECEIVED
                            : SegmentStep.DUPLICATE_RECEIVED;
            case DROPPED, RESENT_DROPPED -> SegmentStep.ACKNOWLEDGEMENT_DROPPED;
            case SENT, RESENT -> SegmentStep.ACKNOWLEDGEMENT_SENT;
        };
    }

    private List<LogRow> rowsOf(@Nullable String name) {
        if (name == null) {
            return List.of();
        }
        try {
            return Files.readAllLines(folder.resolve(name), StandardCharsets.ISO_8859_1).stream()
                    .map(LogRow::parse)
                    .flatMap(Optional::stream)
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static double seconds(long micros) {
        return micros / MICROS_PER_SECOND;
    }
}
