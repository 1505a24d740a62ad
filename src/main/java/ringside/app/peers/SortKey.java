package ringside.app.peers;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/** One column by which the table of peers is sorted. */
public record SortKey(PeerColumn column, Direction direction) {

    private static final char SEPARATOR = ':';

    public enum Direction {
        ASCENDING,
        DESCENDING
    }

    /**
     * Reads what {@link #toString} wrote.
     *
     * @throws IllegalArgumentException if it names no column or direction
     */
    public static SortKey parse(String text) {
        int end = Math.max(0, text.indexOf(SEPARATOR));
        return new SortKey(
                PeerColumn.valueOf(text.substring(0, end)),
                Direction.valueOf(text.substring(end + 1)));
    }

    /** Returns it for a file, such as 'AGE:DESCENDING'. */
    @Override
    public String toString() {
        return column.name() + SEPARATOR + direction.name();
    }

    /**
     * Returns the order of rows by several columns, the most important first, and at last by id.
     * What is not known comes last in both directions.
     */
    static Comparator<PeerFigures> comparator(List<SortKey> keys) {
        Comparator<PeerFigures> byId = Comparator.comparing(PeerFigures::id);
        return keys.reversed().stream()
                .map(key -> (Comparator<PeerFigures>) key::compare)
                .reduce(byId, (less, more) -> more.thenComparing(less));
    }

    private int compare(PeerFigures one, PeerFigures other) {
        OptionalDouble first = column.number(one);
        OptionalDouble second = column.number(other);
        if (first.isEmpty() || second.isEmpty()) {
            return Boolean.compare(first.isEmpty(), second.isEmpty());
        }
        int ascending = Double.compare(first.getAsDouble(), second.getAsDouble());
        return switch (direction) {
            case ASCENDING -> ascending;
            case DESCENDING -> -ascending;
        };
    }
}
