package ringside.simulation;

import java.util.List;
import java.util.stream.LongStream;

/**
 * The seeds to try: {@code -Dseeds=10000} for that many, {@code -Dseeds=17..17} for a single one.
 */
final class Seeds {

    private Seeds() {}

    /** Returns the seeds of the property, or by default 1 to {@code count}. */
    static List<Long> orElse(int count) {
        String[] ends = System.getProperty("seeds", Integer.toString(count)).split("\\.\\.");
        long first = ends.length == 1 ? 1 : Long.parseLong(ends[0]);
        long last = Long.parseLong(ends[ends.length - 1]);
        return LongStream.rangeClosed(first, last).boxed().toList();
    }
}
