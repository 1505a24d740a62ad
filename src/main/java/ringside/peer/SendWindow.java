package ringside.peer;

import org.jspecify.annotations.Nullable;

/**
 * The segments of one file that are on their way, in the order of the file: a ring of as many
 * places as the window is wide. All but the last segment of a file have the same length.
 */
final class SendWindow {

    /** Where a segment stands. */
    enum State {
        /** The disk reads it. */
        READING,
        /** It was sent, and may arrive. */
        UNDER_WAY,
        /** It is to be sent again. */
        LOST,
        /** The receiver has it. */
        ACKNOWLEDGED
    }

    /** One segment. */
    static final class Slot {
        final long offset;
        final int length;
        State state = State.READING;
        Bytes data = Bytes.EMPTY;

        /** Which of the transmissions of its flow its latest was. */
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

    private final Slot[] places;
    private final int mss;
    private int first;
    private int size;

    SendWindow(int width, int mss) {
        places = new Slot[width];
        this.mss = mss;
    }

    int size() {
        return size;
    }

    boolean isFull() {
        return size == places.length;
    }

    /** Counted from the first that is not acknowledged; 0 to size - 1. */
    Slot get(int index) {
        return places[(first + index) % places.length];
    }

    /** The one that begins at an offset of the file; null when there is none. */
    @Nullable Slot slotAt(long offset) {
        if (size == 0) {
            return null;
        }
        long index = (offset - get(0).offset) / mss;
        boolean isInside = index >= 0 && index < size;
        return isInside && get((int) index).offset == offset ? get((int) index) : null;
    }

    void add(Slot slot) {
        places[(first + size) % places.length] = slot;
        size++;
    }

    /** Forgets the first ones that are acknowledged. */
    void moveOn() {
        while (size > 0 && get(0).state == State.ACKNOWLEDGED) {
            first = (first + 1) % places.length;
            size--;
        }
    }

    /** The first that is to be sent again; null when there is none. */
    @Nullable Slot firstLost() {
        for (int i = 0; i < size; i++) {
            if (get(i).state == State.LOST) {
                return get(i);
            }
        }
        return null;
    }
}
