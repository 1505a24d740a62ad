package ringside.app.base;

import java.util.Locale;

/** Formats times of a run as the window shows them. Pure. */
public final class ClockTime {

    private static final long MICROS_PER_TENTH = 100_000;
    private static final long MICROS_PER_MILLI = 1_000;
    private static final long MILLIS_PER_MINUTE = 60_000;
    private static final int TENTHS_PER_MINUTE = 600;
    private static final int MINUTES_PER_HOUR = 60;

    private ClockTime() {}

    /** Formats tenths: '02:10.9', or '1:02:10.9' after an hour; a negative time counts as 0. */
    public static String tenths(long sinceStartMicros) {
        long tenths = Math.max(0, sinceStartMicros) / MICROS_PER_TENTH;
        return minutes(tenths / TENTHS_PER_MINUTE)
                + String.format(Locale.ROOT, ":%04.1f", tenths % TENTHS_PER_MINUTE / 10.0);
    }

    /** Formats milliseconds: '02:10.932', to tell apart events within a tenth of a second. */
    public static String millis(long sinceStartMicros) {
        long millis = Math.max(0, sinceStartMicros) / MICROS_PER_MILLI;
        return minutes(millis / MILLIS_PER_MINUTE)
                + String.format(Locale.ROOT, ":%06.3f", millis % MILLIS_PER_MINUTE / 1000.0);
    }

    private static String minutes(long minutes) {
        return minutes < MINUTES_PER_HOUR
                ? String.format(Locale.ROOT, "%02d", minutes)
                : String.format(
                        Locale.ROOT,
                        "%d:%02d",
                        minutes / MINUTES_PER_HOUR,
                        minutes % MINUTES_PER_HOUR);
    }
}
