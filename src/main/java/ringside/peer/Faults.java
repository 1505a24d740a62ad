package ringside.peer;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import ringside.ring.PeerId;
import ringside.status.PeerCommand.Droppable;

/**
 * Fault injection: lost segments (SPEC 4.3), cut links, and the next datagrams to drop (SPEC 7.6).
 */
final class Faults {

    /** The shared empty one until the first entry: most peers never have any. */
    private Set<PeerId> cut = Collections.emptySet();

    private final Set<Droppable> next = EnumSet.noneOf(Droppable.class);

    void cut(PeerId to) {
        if (cut.isEmpty()) {
            cut = new TreeSet<>();
        }
        cut.add(to);
    }

    void mend(PeerId to) {
        cut.remove(to);
    }

    boolean isCut(PeerId to) {
        return cut.contains(to);
    }

    void dropNext(Droppable what) {
        next.add(what);
    }

    /**
     * Returns whether a segment may be lost, by chance or on the user's command.
     *
     * @param probability 0 to 1
     */
    boolean mayLoseSegments(double probability) {
        return probability > 0 || next.contains(Droppable.SEGMENT);
    }

    /**
     * Returns whether to lose this segment, by chance or on the user's command; the next one passes
     * the command.
     *
     * @param probability 0 to 1
     */
    boolean drawSegmentLoss(double probability, SeededRandom random) {
        boolean byChance = random.fraction() < probability;
        return next.remove(Droppable.SEGMENT) || byChance;
    }

    /** Returns whether to lose this acknowledgement on the user's command; the next one passes. */
    boolean takeAcknowledgementLoss() {
        return next.remove(Droppable.ACKNOWLEDGEMENT);
    }
}
