package ringside.figure;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A row of a figure's table. Immutable.
 *
 * @param numbers by column; NaN where the paper gives none
 */
public record Row(Map<Column, Double> numbers) {

    static final Row EMPTY = new Row(Map.of());

    public Row {
        numbers = Map.copyOf(numbers);
    }

    /** Returns the row with one number more. */
    Row with(Column column, double number) {
        Map<Column, Double> more = new LinkedHashMap<>(numbers);
        more.put(column, number);
        return new Row(more);
    }

    /**
     * Returns the number in a column.
     *
     * @throws NullPointerException when the row has no such column
     */
    public double get(Column column) {
        return Objects.requireNonNull(numbers.get(column), column.key());
    }
}
