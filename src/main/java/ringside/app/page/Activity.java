package ringside.app.page;

import java.util.Arrays;
import java.util.List;

/**
 * How much happened when: events counted in columns of equal length, which doubles whenever the
 * columns do not suffice. For one thread.
 */
final class Activity {

    /** More columns than a timeline can show apart. */
    private static final int COLUMNS = 512;

    private final int[] counts = new int[COLUMNS];
    private long columnMicros = 20_000;

    /** Counts an event; {@code micros} is its time since the first column began. */
    void add(long micros) {
        while (micros / columnMicros >= COLUMNS) {
            for (int i = 0; i < COLUMNS / 2; i++) {
                counts[i] = counts[2 * i] + counts[2 * i + 1];
            }
            Arrays.fill(counts, COLUMNS / 2, COLUMNS, 0);
            columnMicros *= 2;
        }
        counts[(int) (micros / columnMicros)]++;
    }

    /** Returns the counts up to a time. */
    List<Integer> until(long micros) {
        long columns = Math.min(COLUMNS, micros / columnMicros + 1);
        return Arrays.stream(counts).limit(columns).boxed().toList();
    }

    /** Returns the length of a column in microseconds. */
    long columnMicros() {
        return columnMicros;
    }
}
