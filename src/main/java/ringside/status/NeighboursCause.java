package ringside.status;

/** The reason for a change of a peer's neighbours. */
public enum NeighboursCause {
    /** They were given at startup (SPEC 1.2). */
    STARTED,
    /** The peer joined through a known one (SPEC 7.1). */
    JOINED,
    /** A ping revealed a predecessor (rectify, SPEC 2.2 and 7.1). */
    PING_HEARD,
    /** A ping reply revealed the successor's neighbours (stabilize, SPEC 7.1). */
    STABILISED,
    /** A successor was declared dead (SPEC 6.1). */
    SUCCESSOR_DIED,
    /** A successor that had never been pinged did not answer a probe (SPEC 7.1). */
    SUCCESSOR_SILENT,
    /** A peer of another ring, or one believed dead, was found alive (SPEC 7.3). */
    FOUND_AGAIN,
    /** A predecessor fell silent and did not answer a probe (rectify, SPEC 7.1). */
    PREDECESSOR_SILENT,
    /** A neighbour announced that it is leaving (SPEC 5). */
    NEIGHBOUR_LEFT,
    /** A program of others says so, and not why (PROGRAMS 3.4). */
    SAID
}
