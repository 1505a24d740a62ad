package ringside.model;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;

/**
 * The last elements of an endless sequence. Immutable: adding one returns a new list and copies at
 * most {@value #CHUNK} references, whatever the length. Old elements go a whole chunk at a time.
 *
 * @param <T> the type of the elements
 */
public final class RecentList<T> extends AbstractList<T> {

    /** Elements of a chunk: copying one costs nothing compared with reading an event. */
    static final int CHUNK = 64;

    private final List<List<T>> full;
    private final List<T> open;
    private final int mostChunks;
    private final long added;

    private RecentList(List<List<T>> full, List<T> open, int mostChunks, long added) {
        this.full = full;
        this.open = open;
        this.mostChunks = mostChunks;
        this.added = added;
    }

    /** Returns an empty list that keeps at least {@code most}, and fewer than two chunks more. */
    public static <T> RecentList<T> keeping(int most) {
        return new RecentList<>(List.of(), List.of(), (most + CHUNK - 1) / CHUNK, 0);
    }

    public RecentList<T> plus(T element) {
        List<T> longer = new ArrayList<>(open.size() + 1);
        longer.addAll(open);
        longer.add(element);
        if (longer.size() < CHUNK) {
            return new RecentList<>(full, List.copyOf(longer), mostChunks, added + 1);
        }
        List<List<T>> chunks = new ArrayList<>(full);
        chunks.add(List.copyOf(longer));
        int surplus = Math.max(0, chunks.size() - mostChunks);
        List<List<T>> kept = List.copyOf(chunks.subList(surplus, chunks.size()));
        return new RecentList<>(kept, List.of(), mostChunks, added + 1);
    }

    /** Returns how many elements were ever added, so that a view knows which are new to it. */
    public long added() {
        return added;
    }

    @Override
    public T get(int index) {
        int chunk = index / CHUNK;
        return chunk < full.size()
                ? full.get(chunk).get(index % CHUNK)
                : open.get(index - full.size() * CHUNK);
    }

    @Override
    public int size() {
        return full.size() * CHUNK + open.size();
    }
}
