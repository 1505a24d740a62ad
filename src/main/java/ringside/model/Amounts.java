package ringside.model;

import ringside.text.Language;

/**
 * Formats numbers for people, the same way in every view, with the decimal sign of the language
 * that this process speaks. Any thread may call.
 */
public final class Amounts {

    private static final double MICROS_PER_MILLI = 1e3;
    private static final double MICROS_PER_SECOND = 1e6;
    private static final int DECIMAL_STEP = 1_000;
    private static final int SECONDS_PER_MINUTE = 60;
    private static final int MINUTES_PER_HOUR = 60;
    private static final int HOURS_PER_DAY = 24;

    private Amounts() {}

    /** Formats a size, such as '804 kB'. */
    public static String bytes(long bytes) {
        if (bytes < DECIMAL_STEP) {
            return bytes + " B";
        }
        double thousands = (double) bytes / DECIMAL_STEP;
        return thousands < DECIMAL_STEP
                ? Language.format(thousands < 10 ? "%.1f kB" : "%.0f kB", thousands)
                : Language.format("%.1f MB", thousands / DECIMAL_STEP);
    }

    /** Formats a share: 0.1 is '10 %'. */
    public static String percent(double share) {
        double percent = Math.round(share * 1e4) / 1e2;
        return percent == Math.rint(percent)
                ? Language.format("%.0f %%", percent)
                : Language.format("%.1f %%", percent);
    }

    /** Formats milliseconds with two decimals, such as '0.42 ms'. */
    public static String millis(long micros) {
        return Language.format("%.2f ms", micros / MICROS_PER_MILLI);
    }

    /** Formats a short time in the unit that fits it: '420 µs', '12.3 ms', '1 s' or '1.25 s'. */
    public static String shortTime(long micros) {
        if (micros < MICROS_PER_MILLI) {
            return micros + " \u00b5s";
        }
        boolean isSeconds = micros >= MICROS_PER_SECOND;
        double amount = micros / (isSeconds ? MICROS_PER_SECOND : MICROS_PER_MILLI);
        String number = Language.format(amount < 10 ? "%.2f" : "%.1f", amount);
        return number.replaceAll("[.,]?0+$", "") + (isSeconds ? " s" : " ms");
    }

    /** Formats seconds with one decimal, such as '4.1 s'. */
    public static String seconds(long micros) {
        return Language.format("%.1f s", micros / MICROS_PER_SECOND);
    }

    /** Formats an age in whole units, such as '43 s', '2 min 11 s' or '3 h 5 min'. */
    public static String age(long micros) {
        long seconds = Math.max(0, (long) (micros / MICROS_PER_SECOND));
        long minutes = seconds / SECONDS_PER_MINUTE;
        if (minutes == 0) {
            return seconds + " s";
        }
        return minutes < MINUTES_PER_HOUR
                ? minutes + " min " + seconds % SECONDS_PER_MINUTE + " s"
                : minutes / MINUTES_PER_HOUR + " h " + minutes % MINUTES_PER_HOUR + " min";
    }

    /** Formats an age in its largest whole unit, such as '43 s', '3 min', '5 h' or '2 d'. */
    public static String roughAge(long micros) {
        long seconds = Math.max(0, (long) (micros / MICROS_PER_SECOND));
        long minutes = seconds / SECONDS_PER_MINUTE;
        long hours = minutes / MINUTES_PER_HOUR;
        if (minutes == 0) {
            return seconds + " s";
        }
        if (hours == 0) {
            return minutes + " min";
        }
        return hours < HOURS_PER_DAY ? hours + " h" : hours / HOURS_PER_DAY + " d";
    }
}
