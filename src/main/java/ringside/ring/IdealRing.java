package ringside.ring;

import java.util.List;
import java.util.SortedSet;
import java.util.stream.Stream;

/**
 * The correct state of a ring, computed by sorting the ids of the living peers: successors,
 * predecessors and owners. Peers never see it; tests, the window and the scenario runner check
 * peers against it.
 */
public final class IdealRing {

    /** A request that comes to each peer more often than this has no owner. */
    private static final int ROUNDS = 2;

    private IdealRing() {}

    /**
     * Returns the peers that follow {@code self} clockwise, nearest first.
     *
     * @param living ids of the living peers; {@code self} need not be among them
     * @param most maximum length; the list is shorter on a smaller ring and never contains {@code
     *     self}
     */
    public static List<PeerId> successors(SortedSet<PeerId> living, PeerId self, int most) {
        return Stream.concat(living.tailSet(self).stream(), living.headSet(self).stream())
                .filter(peer -> !peer.equals(self))
                .limit(most)
                .toList();
    }

    /**
     * Returns the peers that precede {@code self}, nearest first; the mirror of {@link
     * #successors}.
     */
    public static List<PeerId> predecessors(SortedSet<PeerId> living, PeerId self, int most) {
        return successors(living.reversed(), self, most);
    }

    /**
     * Returns the owner of a hash: the first living peer at or after it (SPEC 3.1).
     *
     * @throws java.util.NoSuchElementException when nobody is alive
     */
    public static PeerId owner(SortedSet<PeerId> living, PeerId hash) {
        SortedSet<PeerId> atOrAfter = living.tailSet(hash);
        return atOrAfter.isEmpty() ? living.first() : atOrAfter.first();
    }

    /**
     * Returns whether a request goes round and round: it has been forwarded more than twice as
     * often as there are peers (PROGRAMS 3.7).
     *
     * @param forwarded how often, by whomever
     * @param requests how often it was sent, or how many requests these are
     * @param living number of living peers
     */
    public static boolean circulates(long forwarded, int requests, int living) {
        return forwarded > (long) ROUNDS * living * requests;
    }
}
