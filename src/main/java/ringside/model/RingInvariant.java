package ringside.model;

/** The invariants of a consistent ring. */
public enum RingInvariant {
    /** The first successors form one circle through all living members. */
    ONE_RING,
    /** Every successor list is ordered clockwise and does not contain the peer itself. */
    ORDERED,
    /** Every successor list names the peers that really follow. */
    LISTS,
    /** Every peer knows its two predecessors. */
    PREDECESSORS,
    /** The owner of every file and its right successors hold a copy. */
    FILES,
    /** Every copy of a file equals the stored file, byte for byte. */
    CONTENT
}
