package ringside.transcript;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The clock of a transfer log: from when it counts, and in what (PROGRAMS 3.5).
 *
 * @param zero from when
 * @param unit in what
 * @param late how long after its process a program began to count, seconds
 */
public record LogClock(Zero zero, Unit unit, double late) {

    /** Rows are rounded, and the request is noticed a little late; seconds. */
    private static final double SLACK = 0.25;

    /** A segment is sent again after about this time; seconds (SPEC 4.2). */
    private static final double TIME_OUT = 1;

    /** A program that begins to count when it starts does so at most this long after; seconds. */
    private static final double STARTING = 3;

    /** When a log counts zero. */
    public enum Zero {
        /** The program's start. */
        PROGRAM,
        /** The start of 1970. */
        EPOCH,
        /** The request. */
        TRANSFER
    }

    /** In what a log counts. */
    public enum Unit {
        /** Seconds. */
        SECONDS(1),
        /** Milliseconds. */
        MILLISECONDS(1e-3),
        /** Microseconds. */
        MICROSECONDS(1e-6),
        /** Nanoseconds. */
        NANOSECONDS(1e-9);

        private final double seconds;

        Unit(double seconds) {
            this.seconds = seconds;
        }
    }

    /**
     * What the run's clock says about a transfer, in seconds since 1970.
     *
     * @param start of the program
     * @param latest the end of the transfer, or the present as long as it goes on
     * @param isOver which of the two it is
     */
    public record Frame(double start, double request, double latest, boolean isOver) {}

    /**
     * Finds the clock under which the rows fall between request and end, and segments are sent
     * again after about a second. Of those that fit alike the commonest is taken.
     *
     * @param rows in the order of the log
     * @return empty when none fits, or there are no rows
     */
    public static Optional<LogClock> of(List<LogRow> rows, Frame frame) {
        return rows.isEmpty()
                ? Optional.empty()
                : Arrays.stream(Unit.values())
                        .flatMap(unit ->
                                Stream.of(Zero.values()).map(zero -> of(zero, unit, rows, frame)))
                        .filter(clock -> clock.fits(rows, frame))
                        .filter(clock -> clock.isPlausible(rows, frame))
                        .min(Comparator.comparingLong(clock -> clock.misfit(rows, frame)));
    }

    /** A program's clock starts with its code, a little after its process. */
    private static LogClock of(Zero zero, Unit unit, List<LogRow> rows, Frame frame) {
        double first = frame.start() + rows.getFirst().time() * unit.seconds;
        boolean isEarly = zero == Zero.PROGRAM && first < frame.request() - SLACK;
        return new LogClock(zero, unit, isEarly ? Math.min(frame.request() - first, STARTING) : 0);
    }

    /** Returns the time of a row in seconds since 1970. */
    public double timeOf(LogRow row, Frame frame) {
        return zeroIn(frame) + row.time() * unit.seconds;
    }

    private double zeroIn(Frame frame) {
        return switch (zero) {
            case PROGRAM -> frame.start() + late;
            case EPOCH -> 0;
            case TRANSFER -> frame.request();
        };
    }

    private boolean fits(List<LogRow> rows, Frame frame) {
        return rows.stream()
                .allMatch(row -> {
                    double slack = Math.max(SLACK, unit.seconds / Math.pow(10, row.decimals()));
                    double time = timeOf(row, frame);
                    return time >= frame.request() - slack && time <= frame.latest() + slack;
                });
    }

    /**
     * Small numbers fit right behind any request when they are taken for tiny fractions: such a
     * clock needs rows that span half the transfer, or segments sent again when they should be.
     */
    private boolean isPlausible(List<LogRow> rows, Frame frame) {
        if (zero != Zero.TRANSFER || unit == Unit.SECONDS) {
            return true;
        }
        long resent = rows.stream().filter(LogRow::isRetransmission).count();
        double span = timeOf(rows.getLast(), frame) - timeOf(rows.getFirst(), frame);
        return resent > 0
                ? retransmissionsOff(rows) < resent * TIME_OUT / 2
                : frame.isOver() && span > (frame.latest() - frame.request()) / 2;
    }

    /** Returns how far the rows are from what one expects, in steps of the slack. */
    private long misfit(List<LogRow> rows, Frame frame) {
        double first = timeOf(rows.getFirst(), frame);
        double last = timeOf(rows.getLast(), frame);
        double seconds =
                Math.abs(first - frame.request())
                        + late
                        + (frame.isOver() ? Math.abs(frame.latest() - last) : 0)
                        + retransmissionsOff(rows);
        return Math.round(seconds / SLACK);
    }

    private double retransmissionsOff(List<LogRow> rows) {
        Map<Long, LogRow> latest = new HashMap<>();
        double off = 0;
        for (LogRow row : rows) {
            LogRow before = latest.put(row.sequence(), row);
            if (before != null && row.isRetransmission()) {
                off += Math.abs((row.time() - before.time()) * unit.seconds - TIME_OUT);
            }
        }
        return off;
    }
}
