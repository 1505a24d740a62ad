package ringside.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import ringside.model.RingState;
import ringside.status.StatusEntry;

/**
 * All events of a ring, in order of arrival, and the state of the ring after each of them. A state
 * in the middle is folded from the checkpoint before it, so a jump costs the same in the first
 * minute of an hour and in the last.
 *
 * <p>Positions are counts: position {@code n} is the moment after the first {@code n} entries; 0 is
 * before all. Reports of different peers may overtake one another, so the time of a position is the
 * latest time of all entries up to it. For one thread.
 */
public final class History {

    /**
     * Entries kept: two hours of a ring of 12 peers or 8 minutes of 256, in less than 150 MB.
     * Beyond that the oldest chunk is dropped; the recording on disk has its own bound.
     */
    public static final int MOST_ENTRIES = 500_000;

    /**
     * Bytes of captured messages kept, as text: more than all entries have unless nearly all are
     * captured and long. Beyond that the oldest chunk is dropped, too.
     */
    static final long MOST_CAPTURED_CHARS = 64L << 20;

    private final int most;
    private final long mostCapturedChars;
    private final Consumer<StatusEntry> dropped;
    private final List<Chunk> chunks = new ArrayList<>();
    private RingState latest = RingState.EMPTY;
    private int first;
    private int size;
    private long capturedChars;

    /** Keeps {@value #MOST_ENTRIES} entries; {@code dropped} receives all others, oldest first. */
    public History(Consumer<StatusEntry> dropped) {
        this(MOST_ENTRIES, MOST_CAPTURED_CHARS, dropped);
    }

    /** Keeps at least {@code most} entries when the oldest chunk is dropped. */
    History(int most, Consumer<StatusEntry> dropped) {
        this(most, MOST_CAPTURED_CHARS, dropped);
    }

    /**
     * Keeps at least {@code most} entries when the oldest chunk is dropped, unless they hold more
     * captured bytes.
     */
    History(int most, long mostCapturedChars, Consumer<StatusEntry> dropped) {
        this.most = most;
        this.mostCapturedChars = mostCapturedChars;
        this.dropped = dropped;
    }

    /** Adds the next event. */
    public void add(StatusEntry entry) {
        if (chunks.isEmpty() || chunks.getLast().isFull()) {
            chunks.add(new Chunk(size, latest));
            while (isTooMuch()) {
                dropOldest();
            }
        }
        RingState next = latest.after(entry);
        chunks.getLast().add(entry, next.atMicros());
        capturedChars += Chunk.capturedChars(entry);
        latest = next;
        size++;
    }

    private boolean isTooMuch() {
        return chunks.size() > 1
                && (size - first - chunks.getFirst().size() >= most
                        || capturedChars > mostCapturedChars);
    }

    private void dropOldest() {
        Chunk oldest = chunks.removeFirst();
        first += oldest.size();
        capturedChars -= oldest.capturedChars();
        oldest.forEach(dropped);
    }

    /** Returns the position of the first moment that is still kept; 0 until entries are dropped. */
    public int first() {
        return first;
    }

    /** Returns the position of the latest moment, which counts all entries ever added. */
    public int last() {
        return size;
    }

    /** Returns whether no entry is kept. */
    public boolean isEmpty() {
        return size == first;
    }

    public RingState latest() {
        return latest;
    }

    /**
     * Returns the time of the first moment that is kept, in microseconds since the epoch; 0 when
     * empty.
     */
    public long startMicros() {
        return isEmpty() ? 0 : chunks.getFirst().atMicros(0);
    }

    /** Returns the time of the latest moment, in microseconds since the epoch; 0 when empty. */
    public long endMicros() {
        return latest.atMicros();
    }

    /**
     * Returns the entry that led from one position to the next.
     *
     * @param position from {@link #first()} to {@link #last()}, exclusive
     */
    public StatusEntry entryAfter(int position) {
        Chunk chunk = chunkOf(Objects.checkIndex(position - first, size - first) + first);
        return chunk.entry(position - chunk.start());
    }

    /**
     * Returns the time of a position, in microseconds since the epoch. Positions that are no longer
     * kept have the time of the first one.
     */
    public long atMicros(int position) {
        int before = Math.clamp(position, first, size) - 1;
        if (before < first) {
            return startMicros();
        }
        Chunk chunk = chunkOf(before);
        return chunk.atMicros(before - chunk.start());
    }

    /** Returns the last position whose time is not after the given one. */
    public int positionAt(long micros) {
        int from = 0;
        int to = chunks.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (chunks.get(middle).atMicros(0) <= micros) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from == 0 ? first : chunks.get(from - 1).positionAt(micros);
    }

    /** Returns the state at a position, folded from the checkpoint before it. */
    public RingState stateAt(int position) {
        int kept = Math.clamp(position, first, size);
        if (kept == size) {
            return latest;
        }
        Chunk chunk = chunkOf(kept);
        return chunk.after(kept - chunk.start());
    }

    /** Returns a copy of all entries that are kept, oldest first. */
    public List<StatusEntry> entries() {
        List<StatusEntry> entries = new ArrayList<>(size - first);
        chunks.forEach(chunk -> chunk.forEach(entries::add));
        return entries;
    }

    /** Returns a cursor, the cheapest way to read the states one after another. */
    public Cursor cursor() {
        return new Cursor(this);
    }

    private Chunk chunkOf(int position) {
        int from = 0;
        int to = chunks.size() - 1;
        while (from < to) {
            int middle = (from + to + 1) >>> 1;
            if (chunks.get(middle).start() <= position) {
                from = middle;
            } else {
                to = middle - 1;
            }
        }
        return chunks.get(from);
    }
}
