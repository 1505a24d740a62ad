package ringside.model;

/**
 * Whether one of the promises of the ring holds now (SPEC 7, 8).
 *
 * @param trouble one plain sentence of what is wrong; empty when it holds
 */
public record RingInvariant(Promise promise, String trouble) {

    /** The invariants of a right ring. */
    public enum Promise {
        /** Going from first successor to first successor, one comes through all living members. */
        ONE_RING,
        /** Every successor list goes clockwise, without the peer itself. */
        ORDERED,
        /** Every successor list names those that really follow. */
        LISTS,
        /** Every peer knows its two predecessors. */
        PREDECESSORS,
        /** Every file lies with its owner and as many successors as shall keep copies. */
        FILES,
        /** Every file is, byte for byte, what was stored, wherever it lies. */
        CONTENT
    }

    /** Whether the promise holds. */
    public boolean isOn() {
        return trouble.isEmpty();
    }
}
