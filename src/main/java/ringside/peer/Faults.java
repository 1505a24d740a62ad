package ringside.peer;

import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import ringside.ring.PeerId;
import ringside.status.PeerCommand.Droppable;

/** Fault injection: cut lines, and the next datagrams to drop (SPEC 7.6). */
final class Faults {

    private final Set<PeerId> cut = new TreeSet<>();
    private final Set<Droppable> next = EnumSet.noneOf(Droppable.class);

    void cut(PeerId to) {
        cut.add(to);
    }

    void mend(PeerId to) {
        cut.remove(to);
    }

    /** Returns whether the line to that peer is cut. */
    boolean isCut(PeerId to) {
        return cut.contains(to);
    }

    void dropNext(Droppable what) {
        next.add(what);
    }

    /** Returns whether to drop this datagram; resets the flag, so that the next one passes. */
    boolean takesDrop(Droppable what) {
        return next.remove(what);
    }
}
