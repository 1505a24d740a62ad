package ringside.benchmark;

import java.util.Arrays;

/** What is told of values that were measured several times. Stateless. */
final class Measured {

    private Measured() {}

    /** Returns the middle one; of an even number, the greater of the two. */
    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** Returns all of them in their order, in thousandths. */
    static String text(double[] seconds) {
        return Arrays.toString(
                Arrays.stream(seconds).mapToObj(each -> "%.3f".formatted(each)).toArray());
    }
}
