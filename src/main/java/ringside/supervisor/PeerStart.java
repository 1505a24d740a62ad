package ringside.supervisor;

import ringside.ring.PeerId;

/** The way in which a peer gets onto the ring (SPEC 1.2). */
public sealed interface PeerStart {

    /** With known neighbours; in a ring of one, both are the peer itself. */
    record WithNeighbours(PeerId first, PeerId second) implements PeerStart {}

    /** Through a peer that is on the ring. */
    record Joining(PeerId known) implements PeerStart {}
}
