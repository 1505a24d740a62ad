package ringside.timeline;

import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ringside.model.RingState;
import ringside.status.StatusEntry;
import ringside.status.WireEvent;

/** A run of consecutive entries, and the state of the ring before the first of them. */
final class Chunk {

    /** Minimum number of entries in a chunk: folding them takes about a millisecond. */
    static final int LEAST = 512;

    /**
     * Additional entries for each peer of the ring. A checkpoint shares unchanged parts with the
     * one before it, and shares nothing when every peer reported in between.
     */
    static final int MORE_FOR_EACH_PEER = 16;

    private final int start;
    private final RingState before;
    private final StatusEntry[] entries;
    private final long[] atMicros;
    private int size;
    private long capturedChars;

    Chunk(int start, RingState before) {
        this.start = start;
        this.before = before;
        int capacity = LEAST + MORE_FOR_EACH_PEER * before.peers().size();
        this.entries = new StatusEntry[capacity];
        this.atMicros = new long[capacity];
    }

    int start() {
        return start;
    }

    int size() {
        return size;
    }

    boolean isFull() {
        return size == entries.length;
    }

    void add(StatusEntry entry, long latestMicros) {
        entries[size] = entry;
        atMicros[size] = latestMicros;
        size++;
        capturedChars += capturedChars(entry);
    }

    /** Returns the length of the text that holds the bytes of an entry; 0 if it is no message. */
    static int capturedChars(StatusEntry entry) {
        return entry.event() instanceof WireEvent.MessageCaptured captured
                ? captured.base64().length()
                : 0;
    }

    /** Returns the length of all texts with the bytes of messages. */
    long capturedChars() {
        return capturedChars;
    }

    StatusEntry entry(int index) {
        @Nullable StatusEntry entry = entries[index];
        if (entry == null) {
            throw new IndexOutOfBoundsException(index);
        }
        return entry;
    }

    void forEach(Consumer<StatusEntry> receiver) {
        for (int i = 0; i < size; i++) {
            receiver.accept(entry(i));
        }
    }

    long atMicros(int index) {
        return atMicros[index];
    }

    int positionAt(long micros) {
        int found = Arrays.binarySearch(atMicros, 0, size, micros);
        int after = found < 0 ? -found - 1 : found;
        while (after < size && atMicros[after] <= micros) {
            after++;
        }
        return start + after;
    }

    RingState after(int count) {
        RingState state = before;
        for (int i = 0; i < count; i++) {
            state = state.after(entry(i));
        }
        return state;
    }
}
