package ringside.ring;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/**
 * The truth about a ring, as sorting the ids of the living peers gives it: who is whose successor,
 * who owns what. Peers never see this; tests, the window and the scenario runner judge them by it.
 */
public final class Living {

    private Living() {}

    /**
     * The peers that follow one clockwise, nearest first.
     *
     * @param living ids of the living peers; {@code self} need not be among them
     * @param most how many at most; fewer where the ring is smaller, never {@code self}
     */
    public static List<PeerId> successors(SortedSet<PeerId> living, PeerId self, int most) {
        List<PeerId> after = new ArrayList<>(living.tailSet(self));
        after.addAll(living.headSet(self));
        after.remove(self);
        return List.copyOf(after.subList(0, Math.min(most, after.size())));
    }

    /** The peers that precede one, nearest first; the mirror of {@link #successors}. */
    public static List<PeerId> predecessors(SortedSet<PeerId> living, PeerId self, int most) {
        List<PeerId> all = successors(living, self, PeerId.CIRCLE_SIZE).reversed();
        return List.copyOf(all.subList(0, Math.min(most, all.size())));
    }

    /**
     * The closest successor of a hash: the first living peer at or after it (SPEC 3.1).
     *
     * @throws java.util.NoSuchElementException when nobody is alive
     */
    public static PeerId owner(SortedSet<PeerId> living, PeerId hash) {
        SortedSet<PeerId> atOrAfter = living.tailSet(hash);
        return atOrAfter.isEmpty() ? living.first() : atOrAfter.first();
    }
}
