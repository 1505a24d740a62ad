package ringside.figure;

import java.util.Arrays;

/** Whole numbers that were measured, sorted. Immutable. */
final class Distribution {

    private static final double PERCENT = 100;

    private final int[] sorted;

    /** Takes over what was measured; at least one. */
    Distribution(int... values) {
        sorted = values.clone();
        Arrays.sort(sorted);
    }

    double mean() {
        return Arrays.stream(sorted).average().orElse(Double.NaN);
    }

    /**
     * Returns the least value that so many percent of all do not exceed.
     *
     * @param percent 0 to 100
     */
    int percentile(double percent) {
        int rank = (int) Math.ceil(percent / PERCENT * sorted.length);
        return sorted[Math.clamp(rank - 1L, 0, sorted.length - 1)];
    }

    int most() {
        return sorted[sorted.length - 1];
    }
}
