package ringside.peer;

import java.util.List;
import ringside.ring.PeerId;

/** How a peer comes onto the ring (SPEC 1.2). */
public sealed interface Origin {

    /**
     * It was told who follows it; nearest first, without itself. Empty when it begins a ring.
     *
     * @param successors at most two, clockwise
     */
    record Neighbours(List<PeerId> successors) implements Origin {
        public Neighbours {
            successors = List.copyOf(successors);
        }
    }

    /** It joins a running ring through one of its peers. */
    record Join(PeerId known) implements Origin {}
}
