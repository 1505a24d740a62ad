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

        /** What the disk has read, of which this segment is a part. */
        private Bytes read = Bytes.EMPTY;

        private int at;

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

        /** Keeps the part of the file that has been read, from an offset at or before this one. */
        void keep(Bytes part, long from) {
            read = part;
            at = (int) (offset - from);
        }

        /** Returns the segment's data, once it has been read. */
        Bytes data() {
            return read.part(at, length);
        }

        void acknowledge() {
            state = State.ACKNOWLEDGED;
            read = Bytes.EMPTY;
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

    /** Returns the number of segments that it can still take. */
    int room() {
        return slots.length - size;
    }

    /** Returns a slot by its index from the first that is left; 0 to size - 1. */
    Slot get(int index) {
        int place = first + index;
        return slots[place < slots.length ? place : place - slots.length];
    }

    /** Returns the file offset of the first slot that is left; 0 if there is none. */
    long firstOffset() {
        return size == 0 ? 0 : get(0).offset;
    }

    /** Returns the index of the slot that begins at a file offset; negative if there is none. */
    int indexOf(long offset) {
        if (size == 0) {
            return -1;
        }
        long index = (offset - get(0).offset) / mss;
        boolean isInside = index >= 0 && index < size;
        return isInside && get((int) index).offset == offset ? (int) index : -1;
    }

    void add(Slot slot) {
        int place = first + size;
        slots[place < slots.length ? place : place - slots.length] = slot;
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
