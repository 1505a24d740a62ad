package ringside.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ringside.ring.Circle;
import ringside.ring.PeerId;

/**
 * Values by the ids of one circle, in the order of the circle. Immutable: it is a tree over the
 * digits of the positions, and a change copies the short rows on the way to one of them and shares
 * the rest. So it costs two rows on the circle of processes, and five on one with room for ten
 * thousand peers, however many there are.
 *
 * @param <V> the type of the values
 */
final class IdMap<V> {

    private static final int DIGIT_BITS = 4;

    /** Places of a row: few make a change copy little, many make the tree low. */
    private static final int ROW = 1 << DIGIT_BITS;

    private static final IdMap<?> EMPTY = new IdMap<>(null, null, 0);

    /** The circle of all ids; null before the first one. */
    private final @Nullable Circle circle;

    /** The first row; null when there is no value. */
    private final @Nullable Object @Nullable [] root;

    private final int size;

    private IdMap(@Nullable Circle circle, @Nullable Object @Nullable [] root, int size) {
        this.circle = circle;
        this.root = root;
        this.size = size;
    }

    /** Returns a map without values, of no circle yet. */
    @SuppressWarnings("unchecked")
    static <V> IdMap<V> empty() {
        return (IdMap<V>) EMPTY;
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Returns the circle of all ids; empty before the first one. */
    Optional<Circle> circle() {
        return Optional.ofNullable(circle);
    }

    /** Returns the value of an id; null without one, and for the ids of other circles. */
    @Nullable V get(PeerId id) {
        @Nullable Object @Nullable [] row = id.circle() == circle ? root : null;
        for (int shift = firstShift(id.circle()); shift > 0 && row != null; shift -= DIGIT_BITS) {
            row = rowAt(row, place(id.position(), shift));
        }
        return row == null ? null : valueAt(row, place(id.position(), 0));
    }

    /**
     * Returns the map with a value in place of the earlier one, if any.
     *
     * @throws IllegalArgumentException for an id of another circle than those before it
     */
    IdMap<V> with(PeerId id, V value) {
        requireSame(id);
        return new IdMap<>(
                id.circle(),
                changed(root, firstShift(id.circle()), id.position(), value),
                get(id) == null ? size + 1 : size);
    }

    /** Returns the map without the value of an id, or the same map when it has none. */
    IdMap<V> without(PeerId id) {
        if (get(id) == null) {
            return this;
        }
        return new IdMap<>(
                circle, changed(root, firstShift(id.circle()), id.position(), null), size - 1);
    }

    /** Returns a copy of a row with one value changed in or below it; null when none is left. */
    private static @Nullable Object @Nullable [] changed(
            @Nullable Object @Nullable [] row, int shift, long position, @Nullable Object value) {
        @Nullable Object[] copy = row == null ? new Object[ROW] : row.clone();
        int place = place(position, shift);
        copy[place] =
                shift == 0
                        ? value
                        : changed(rowAt(copy, place), shift - DIGIT_BITS, position, value);
        return copy[place] == null && isBare(copy) ? null : copy;
    }

    private static boolean isBare(@Nullable Object[] row) {
        for (Object each : row) {
            if (each != null) {
                return false;
            }
        }
        return true;
    }

    /** Returns the value of the first id at or after an id, clockwise; null in an empty map. */
    @Nullable V atOrAfter(PeerId id) {
        requireSame(id);
        return around(id.position(), 1);
    }

    /** Returns the value of the first id after an id, clockwise; null in an empty map. */
    @Nullable V after(PeerId id) {
        requireSame(id);
        return around((id.position() + 1) & id.circle().last(), 1);
    }

    /** Returns the value of the last id before an id; null in an empty map. */
    @Nullable V before(PeerId id) {
        requireSame(id);
        return around((id.position() - 1) & id.circle().last(), -1);
    }

    /** Returns the value at a position, or the nearest in a direction, round the circle. */
    private @Nullable V around(long position, int step) {
        if (root == null || circle == null) {
            return null;
        }
        int shift = firstShift(circle);
        V found = nearest(root, shift, position, step);
        return found == null ? end(root, shift, step) : found;
    }

    private void requireSame(PeerId id) {
        if (circle != null && circle != id.circle()) {
            throw new IllegalArgumentException(circle + ", " + id.circle());
        }
    }

    /** Returns the value at a position in or below a row, or the nearest in a direction. */
    private @Nullable V nearest(@Nullable Object[] row, int shift, long position, int step) {
        int place = place(position, shift);
        if (shift == 0) {
            return firstFrom(row, shift, place, step);
        }
        @Nullable Object @Nullable [] below = rowAt(row, place);
        V found = below == null ? null : nearest(below, shift - DIGIT_BITS, position, step);
        return found == null ? firstFrom(row, shift, place + step, step) : found;
    }

    /** Returns the outermost value in or below a row: the first one for a step of 1. */
    private @Nullable V end(@Nullable Object[] row, int shift, int step) {
        return firstFrom(row, shift, step > 0 ? 0 : ROW - 1, step);
    }

    private @Nullable V firstFrom(@Nullable Object[] row, int shift, int from, int step) {
        for (int place = from; place >= 0 && place < ROW; place += step) {
            if (row[place] != null) {
                @Nullable Object @Nullable [] below = shift == 0 ? null : rowAt(row, place);
                return below == null ? valueAt(row, place) : end(below, shift - DIGIT_BITS, step);
            }
        }
        return null;
    }

    /** Returns all values, in the order of the circle. */
    List<V> values() {
        List<V> values = new ArrayList<>(size);
        forEach(values::add);
        return values;
    }

    /** Hands out all values, in the order of the circle. */
    void forEach(Consumer<? super V> receiver) {
        if (root != null && circle != null) {
            forEach(root, firstShift(circle), receiver);
        }
    }

    private void forEach(@Nullable Object[] row, int shift, Consumer<? super V> receiver) {
        for (int place = 0; place < ROW; place++) {
            if (shift == 0) {
                V value = valueAt(row, place);
                if (value != null) {
                    receiver.accept(value);
                }
            } else {
                @Nullable Object @Nullable [] below = rowAt(row, place);
                if (below != null) {
                    forEach(below, shift - DIGIT_BITS, receiver);
                }
            }
        }
    }

    /** Returns where the digit begins by which the first row is ordered. */
    private static int firstShift(Circle circle) {
        return (circle.bits() - 1) / DIGIT_BITS * DIGIT_BITS;
    }

    private static int place(long position, int shift) {
        return (int) (position >>> shift) & (ROW - 1);
    }

    private static @Nullable Object @Nullable [] rowAt(@Nullable Object[] row, int place) {
        return (@Nullable Object @Nullable []) row[place];
    }

    @SuppressWarnings("unchecked")
    private @Nullable V valueAt(@Nullable Object[] row, int place) {
        return (V) row[place];
    }
}
