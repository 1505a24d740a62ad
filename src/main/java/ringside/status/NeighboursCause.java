package ringside.status;

/** Why a peer's neighbours changed. */
public enum NeighboursCause {
    /** They were given at the start (SPEC 1.2). */
    STARTED,
    /** The peer joined through a known one (SPEC 7.1). */
    JOINED,
    /** A ping told of a predecessor (rectify, SPEC 2.2 and 7.1). */
    PING_HEARD,
    /** A ping reply told of the successor's neighbours (stabilize, SPEC 7.1). */
    STABILISED,
    /** A successor was declared dead (SPEC 6.1). */
    SUCCESSOR_DIED,
    /** A successor that had never been pinged did not answer when it was tested (SPEC 7.1). */
    SUCCESSOR_SILENT,
    /** A peer of another ring, or one thought dead, was found alive (SPEC 7.3). */
    FOUND_AGAIN,
    /** A predecessor fell silent and did not answer when it was tested (rectify, SPEC 7.1). */
    PREDECESSOR_SILENT,
    /** A neighbour said that it leaves (SPEC 5). */
    NEIGHBOUR_LEFT
}
