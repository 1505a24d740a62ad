package ringside.supervisor;

import static java.util.Objects.requireNonNull;

import ringside.ring.PeerId;

/** How a peer gets onto the ring (SPEC 1.2). */
sealed interface PeerStart {

    /** With known neighbours; in a ring of one both are the peer itself. */
    record WithNeighbours(PeerId first, PeerId second) implements PeerStart {
        public WithNeighbours {
            requireNonNull(first, "first");
            requireNonNull(second, "second");
        }
    }

    /** Through a peer that is on the ring. */
    record Joining(PeerId known) implements PeerStart {
        public Joining {
            requireNonNull(known, "known");
        }
    }
}
