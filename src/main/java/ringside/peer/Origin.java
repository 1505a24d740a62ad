package ringside.peer;

import java.util.List;
import ringside.ring.PeerId;

/** The way in which a peer comes onto the ring (SPEC 1.2). */
public sealed interface Origin {

    /**
     * The peer starts with configured successors, nearest first, without itself; empty when it
     * begins a ring.
     *
     * @param successors at most two, clockwise
     */
    record Neighbours(List<PeerId> successors) implements Origin {
        public Neighbours {
            successors = List.copyOf(successors);
        }
    }

    /** The peer joins a running ring through one of its members. */
    record Join(PeerId known) implements Origin {}
}
