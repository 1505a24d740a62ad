package ringside.peer;

import org.jspecify.annotations.Nullable;

/**
 * The segments of one file that are under way, in file order: a ring buffer with one slot per
 * segment of the window. All but the last segment of a file have the same length.
 */
final class SendWindow {

    /** The state of a segment. */
    enum State {
        /** The disk is reading it. */
        READING,
        /** It was sent, and may arrive. */
        UNDER_WAY,
        /** It must be sent again. */
        LOST,
        /** The receiver has it. */
        ACKNOWLEDGED
    }

    static final class Slot {
        final long offset;
        final int length;
        State state = State.READING;
        Bytes data = Bytes.EMPTY;

        /** Sequence number of its latest transmission among those of the flow. */
        long order;

        long sentAt;
        boolean isRepeated;

        Slot(long offset, int length) {
            this.offset = offset;
            this.length = length;
        }

        long end() {
            return offset + length;
        }
    }

    private final Slot[] slots;
    private final int mss;
    private int first;
    private int size;

    SendWindow(int width, int mss) {
        slots = new Slot[width];
        this.mss = mss;
    }

    int size() {
        return size;
    }

    boolean isFull() {
        return size == slots.length;
    }

    /** Returns a slot by its index from the first unacknowledged one; 0 to size - 1. */
    Slot get(int index) {
        return slots[(first + index) % slots.length];
    }

    /** Returns the slot that begins at a file offset; null if there is none. */
    @Nullable Slot slotAt(long offset) {
        if (size == 0) {
            return null;
        }
        long index = (offset - get(0).offset) / mss;
        boolean isInside = index >= 0 && index < size;
        return isInside && get((int) index).offset == offset ? get((int) index) : null;
    }

    void add(Slot slot) {
        slots[(first + size) % slots.length] = slot;
        size++;
    }

    /** Removes acknowledged slots from the front. */
    void moveOn() {
        while (size > 0 && get(0).state == State.ACKNOWLEDGED) {
            first = (first + 1) % slots.length;
            size--;
        }
    }

    /** Returns the first slot to be sent again; null if there is none. */
    @Nullable Slot firstLost() {
        for (int i = 0; i < size; i++) {
            if (get(i).state == State.LOST) {
                return get(i);
            }
        }
        return null;
    }
}
