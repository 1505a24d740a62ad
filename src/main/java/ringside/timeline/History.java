package ringside.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import ringside.model.RingState;
import ringside.status.StatusEntry;

/**
 * All that happened on a ring, in the order in which it became known, and the picture after any of
 * it. A picture in the middle is folded from the checkpoint before it, so that a jump costs the
 * same in the first minute and in the last of an hour.
 *
 * <p>Positions are counts: position {@code n} is the moment after the first {@code n} entries; 0 is
 * before all. The clocks of the peers' reports may cross on their way, so that the time of a
 * position is the latest time of all entries up to it. For one thread.
 */
public final class History {

    /**
     * Entries kept: two hours of a ring of 12 peers or 8 minutes of 256, in less than 150 MB. After
     * that the oldest go, a chunk at a time; the recording on disk has its own bound.
     */
    public static final int MOST_ENTRIES = 500_000;

    private final int most;
    private final Consumer<StatusEntry> dropped;
    private final List<Chunk> chunks = new ArrayList<>();
    private RingState latest = RingState.EMPTY;
    private int first;
    private int size;

    /**
     * An empty history that keeps {@value #MOST_ENTRIES} entries.
     *
     * @param dropped is given every entry that is not kept any more, oldest first
     */
    public History(Consumer<StatusEntry> dropped) {
        this(MOST_ENTRIES, dropped);
    }

    /**
     * An empty history.
     *
     * @param most how many entries it keeps at least, before the oldest chunk goes
     */
    History(int most, Consumer<StatusEntry> dropped) {
        this.most = most;
        this.dropped = dropped;
    }

    /** Adds what happened next. */
    public void add(StatusEntry entry) {
        if (chunks.isEmpty() || chunks.getLast().isFull()) {
            chunks.add(new Chunk(size, latest));
            if (size - first - chunks.getFirst().size() >= most) {
                Chunk oldest = chunks.removeFirst();
                first += oldest.size();
                oldest.forEach(dropped);
            }
        }
        RingState next = latest.after(entry);
        chunks.getLast().add(entry, next.atMicros());
        latest = next;
        size++;
    }

    /** The position of the first moment that is still known; 0 while nothing was dropped. */
    public int first() {
        return first;
    }

    /** The position of the latest moment: how many entries there were in all. */
    public int last() {
        return size;
    }

    /** Whether nothing is known. */
    public boolean isEmpty() {
        return size == first;
    }

    /** The picture at the latest moment. */
    public RingState latest() {
        return latest;
    }

    /** The time of the first moment known, in microseconds since the epoch; 0 when empty. */
    public long startMicros() {
        return isEmpty() ? 0 : chunks.getFirst().atMicros(0);
    }

    /** The time of the latest moment, in microseconds since the epoch; 0 when empty. */
    public long endMicros() {
        return latest.atMicros();
    }

    /**
     * Returns the entry that led from one position to the next.
     *
     * @param position {@link #first()} up to {@link #last()}, without the latter
     */
    public StatusEntry entryAfter(int position) {
        Chunk chunk = chunkOf(Objects.checkIndex(position - first, size - first) + first);
        return chunk.entry(position - chunk.start());
    }

    /** The time of a position, in microseconds since the epoch; that of the first before it. */
    public long atMicros(int position) {
        int before = Math.clamp(position, first, size) - 1;
        if (before < first) {
            return startMicros();
        }
        Chunk chunk = chunkOf(before);
        return chunk.atMicros(before - chunk.start());
    }

    /** The last position whose time is not after the given one. */
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

    /** The picture at a position, folded from the checkpoint before it. */
    public RingState stateAt(int position) {
        int kept = Math.clamp(position, first, size);
        if (kept == size) {
            return latest;
        }
        Chunk chunk = chunkOf(kept);
        return chunk.after(kept - chunk.start());
    }

    /** All entries that are kept, oldest first, as they are now. */
    public List<StatusEntry> entries() {
        List<StatusEntry> entries = new ArrayList<>(size - first);
        chunks.forEach(chunk -> chunk.forEach(entries::add));
        return entries;
    }

    /** Where a picture can be had most cheaply when it is asked for one entry after another. */
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
