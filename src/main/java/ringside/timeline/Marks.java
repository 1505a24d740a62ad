package ringside.timeline;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import ringside.model.RingState;
import ringside.status.StatusEntry;

/** The marks of a history, oldest first. For one thread. */
public final class Marks {

    /** Marks kept: more than a timeline has pixels. The oldest half is dropped at once. */
    static final int KEPT = 8_192;

    private final List<Mark> marks = new ArrayList<>();
    private long added;

    /** Takes the next event with the position right after it. */
    public void add(StatusEntry entry, RingState before, RingState after, int position) {
        MarkKind.of(entry, before, after)
                .ifPresent(kind -> add(new Mark(position, after.atMicros(), kind)));
    }

    private void add(Mark mark) {
        if (marks.size() >= KEPT) {
            marks.subList(0, KEPT / 2).clear();
        }
        marks.add(mark);
        added++;
    }

    /** Returns a live view of all marks, oldest first. */
    public List<Mark> all() {
        return marks;
    }

    /**
     * Returns the marks on an axis, oldest first.
     *
     * @param apart least distance of two marks of the same kind, in pixels
     */
    public List<Mark> on(TimeAxis axis, double apart) {
        List<Mark> placed = new ArrayList<>();
        Map<MarkKind, Double> last = new EnumMap<>(MarkKind.class);
        for (Mark mark : marks) {
            double x = axis.xOf(mark.atMicros());
            double before = last.getOrDefault(mark.kind(), Double.NEGATIVE_INFINITY);
            if (x >= 0 && x <= axis.width() && x - before >= apart) {
                placed.add(mark);
                last.put(mark.kind(), x);
            }
        }
        return placed;
    }

    /** Returns how many marks were ever added, so that a view notices new ones. */
    public long added() {
        return added;
    }
}
