package ringside.ring;

import java.util.List;

/** Where a newcomer on a circle of processes has the most room. Stateless. */
public final class WidestGap {

    private WidestGap() {}

    /**
     * Returns the middle of the widest gap between ids; 0 for none.
     *
     * @param taken in the order of the circle, each once, fewer than all
     */
    public static PeerId middle(List<PeerId> taken) {
        PeerId best = new PeerId(0);
        long widest = 0;
        for (int i = 0; i < taken.size(); i++) {
            PeerId from = taken.get(i);
            PeerId to = taken.get((i + 1) % taken.size());
            long gap = from.equals(to) ? Circle.IDS_OF_PROCESSES : from.clockwiseTo(to);
            if (gap > widest) {
                widest = gap;
                best = from.plus(gap / 2);
            }
        }
        return best;
    }
}
