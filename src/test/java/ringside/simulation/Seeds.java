package ringside.simulation;

import java.util.List;
import java.util.stream.LongStream;

/** Which seeds are tried: {@code -Dseeds=10000} for so many, {@code -Dseeds=17..17} for one. */
final class Seeds {

    private Seeds() {}

    /** The seeds of the property, or 1 to so many. */
    static List<Long> orElse(int count) {
        String[] ends = System.getProperty("seeds", Integer.toString(count)).split("\\.\\.");
        long first = ends.length == 1 ? 1 : Long.parseLong(ends[0]);
        long last = Long.parseLong(ends[ends.length - 1]);
        return LongStream.rangeClosed(first, last).boxed().toList();
    }
}
