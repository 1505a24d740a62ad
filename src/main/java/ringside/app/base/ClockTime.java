package ringside.app.base;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ringside.text.Language;

/** Formats times of a run as the window shows them. Pure. */
public final class ClockTime {

    private static final long MICROS_PER_TENTH = 100_000;
    private static final long MICROS_PER_MILLI = 1_000;
    private static final long MILLIS_PER_MINUTE = 60_000;
    private static final int TENTHS_PER_MINUTE = 600;
    private static final int MINUTES_PER_HOUR = 60;
    private static final long MICROS_PER_MINUTE = 60_000_000;
    private static final double MICROS_PER_SECOND = 1e6;

    /** Hours, minutes and seconds; a day is longer than any run. */
    private static final Pattern TIME =
            Pattern.compile("(?:(?:([0-9]{1,2}):)?([0-9]{1,3}):)?([0-9]{1,6}(?:[.,][0-9]{1,6})?)");

    private ClockTime() {}

    /** Formats tenths: '02:10.9', or '1:02:10.9' after an hour; a negative time counts as 0. */
    public static String tenths(long sinceStartMicros) {
        long tenths = Math.max(0, sinceStartMicros) / MICROS_PER_TENTH;
        return minutes(tenths / TENTHS_PER_MINUTE)
                + Language.format(":%04.1f", tenths % TENTHS_PER_MINUTE / 10.0);
    }

    /** Formats milliseconds: '02:10.932', to tell apart events within a tenth of a second. */
    public static String millis(long sinceStartMicros) {
        long millis = Math.max(0, sinceStartMicros) / MICROS_PER_MILLI;
        return minutes(millis / MILLIS_PER_MINUTE)
                + Language.format(":%06.3f", millis % MILLIS_PER_MINUTE / 1000.0);
    }

    /**
     * Reads a time as somebody types it: '2:10', '02:10.9', '1:02:10.9', or seconds alone, '130.9'.
     *
     * @return microseconds; empty for anything else
     */
    public static OptionalLong parse(String typed) {
        Matcher time = TIME.matcher(typed.strip());
        if (!time.matches()) {
            return OptionalLong.empty();
        }
        long hours = number(time.group(1));
        long minutes = hours * MINUTES_PER_HOUR + number(time.group(2));
        double seconds = Double.parseDouble(time.group(3).replace(',', '.'));
        return OptionalLong.of(
                minutes * MICROS_PER_MINUTE + Math.round(seconds * MICROS_PER_SECOND));
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
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
