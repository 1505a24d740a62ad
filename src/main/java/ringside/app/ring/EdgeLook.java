package ringside.app.ring;

/** How sound an edge is. */
enum EdgeLook {
    /** As it has been for a while. */
    SETTLED,
    /** It came to point there a moment ago: the ring is healing. */
    CHANGED,
    /** It points to a peer that cannot answer. */
    BROKEN
}
