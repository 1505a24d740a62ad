package ringside.peer;

import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import ringside.ring.PeerId;
import ringside.status.PeerCommand.Droppable;

/** Faults on demand: lines that are cut, and what is thrown away next (SPEC 7.6). */
final class Faults {

    private final Set<PeerId> cut = new TreeSet<>();
    private final Set<Droppable> next = EnumSet.noneOf(Droppable.class);

    void cut(PeerId to) {
        cut.add(to);
    }

    void mend(PeerId to) {
        cut.remove(to);
    }

    /** Whether nothing goes to that peer. */
    boolean isCut(PeerId to) {
        return cut.contains(to);
    }

    void dropNext(Droppable what) {
        next.add(what);
    }

    /** Whether this one is to be thrown away; the one after it is not. */
    boolean takesDrop(Droppable what) {
        return next.remove(what);
    }
}
