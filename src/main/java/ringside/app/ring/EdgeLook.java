package ringside.app.ring;

/** The condition of an edge. */
enum EdgeLook {
    /** Unchanged for a while. */
    SETTLED,
    /** Its target has just changed: the ring is healing. */
    CHANGED,
    /** Its target cannot answer, or its line is cut. */
    BROKEN
}
