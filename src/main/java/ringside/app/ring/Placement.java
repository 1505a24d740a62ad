package ringside.app.ring;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import ringside.app.base.RingLayout;
import ringside.ring.Circle;
import ringside.ring.PeerId;

/**
 * The positions of all peers on the circle, and of all other ids between them. Pure.
 *
 * @param ids the peers, ascending
 * @param turns their positions: ascending clockwise from the first, which may lie below 0
 */
public record Placement(List<PeerId> ids, List<Double> turns) {

    /** The placement of an empty ring. */
    public static final Placement EMPTY = new Placement(List.of(), List.of());

    public Placement {
        ids = List.copyOf(ids);
        turns = List.copyOf(turns);
    }

    /**
     * Places peers on the circle.
     *
     * @param gap least distance between two of them, in turns; ignored where they do not all fit
     */
    public static Placement of(SortedSet<PeerId> peers, RingLayout layout, double gap) {
        List<PeerId> ids = List.copyOf(peers);
        if (ids.isEmpty()) {
            return EMPTY;
        }
        return switch (layout) {
            case EVENLY_SPACED -> evenly(ids);
            case BY_ID -> byId(ids, gap);
        };
    }

    private static Placement evenly(List<PeerId> ids) {
        List<Double> turns = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            turns.add((double) i / ids.size());
        }
        return new Placement(ids, turns);
    }

    private static Placement byId(List<PeerId> ids, double gap) {
        int size = ids.size();
        if (size * gap >= 1) {
            return evenly(ids);
        }
        int first = afterWidestGap(ids);
        double[] wanted = new double[size];
        for (int i = 0; i < size; i++) {
            PeerId id = ids.get((first + i) % size);
            wanted[i] = ids.get(first).turn() + id.circle().turns(ids.get(first).clockwiseTo(id));
        }
        double[] apart = Spacing.apart(wanted, gap);
        if (apart[size - 1] - apart[0] > 1 - gap) {
            return evenly(ids);
        }
        return inOrderOfIds(ids, first, apart);
    }

    /** Returns the same positions in the order of the ids. */
    private static Placement inOrderOfIds(List<PeerId> ids, int first, double[] apart) {
        int size = ids.size();
        List<Double> turns = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int index = Math.floorMod(i - first, size);
            turns.add(i < first ? apart[index] - 1 : apart[index]);
        }
        return new Placement(ids, turns);
    }

    private static int afterWidestGap(List<PeerId> ids) {
        long widest = 0;
        int start = 0;
        for (int i = 0; i < ids.size(); i++) {
            PeerId before = ids.get(Math.floorMod(i - 1, ids.size()));
            long gap = before.clockwiseTo(ids.get(i));
            if (gap > widest) {
                widest = gap;
                start = i;
            }
        }
        return start;
    }

    /**
     * Returns the position of an id, 0 up to 1: that of a peer, or in proportion between two peers.
     */
    public double turnOf(PeerId id) {
        if (ids.isEmpty()) {
            return id.turn();
        }
        int next = indexAtOrAfter(id);
        int previous = Math.floorMod(next - 1, ids.size());
        PeerId from = ids.get(previous);
        PeerId to = ids.get(next);
        if (to.equals(id)) {
            return Turns.wrap(turns.get(next));
        }
        double span = from.equals(to) ? 1 : id.circle().turns(from.clockwiseTo(to));
        double share = id.circle().turns(from.clockwiseTo(id)) / span;
        return Turns.wrap(turns.get(previous) + share * turnsBetween(previous, next));
    }

    /**
     * Returns the id of a process whose position is nearest to a turn; the inverse of {@link
     * #turnOf} on a ring of processes.
     */
    public PeerId idAt(double turn) {
        PeerId best = new PeerId(0);
        double least = 1;
        for (int value = 0; value < Circle.IDS_OF_PROCESSES; value++) {
            PeerId id = new PeerId(value);
            double off = Math.abs(Turns.nearest(turn, turnOf(id.on(circle()))));
            if (off < least) {
                least = off;
                best = id;
            }
        }
        return best;
    }

    private Circle circle() {
        return ids.isEmpty() ? Circle.OF_PROCESSES : ids.getFirst().circle();
    }

    /** Returns the least distance between neighbouring peers, in turns; 1 for fewer than two. */
    public double leastGap() {
        double least = 1;
        for (int i = 0; i < ids.size() && ids.size() > 1; i++) {
            least = Math.min(least, turnsBetween(i, (i + 1) % ids.size()));
        }
        return least;
    }

    private double turnsBetween(int from, int to) {
        return from == to ? 1 : Turns.clockwise(turns.get(from), turns.get(to));
    }

    private int indexAtOrAfter(PeerId id) {
        for (int i = 0; i < ids.size(); i++) {
            if (ids.get(i).compareTo(id) >= 0) {
                return i;
            }
        }
        return 0;
    }
}
