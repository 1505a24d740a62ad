package ringside.status;

import ringside.ring.PeerId;

/**
 * One entry of a peer's shortcuts, its 'finger table' (SPEC 3.6).
 *
 * @param start the id that was looked up: a power of two beyond the peer
 * @param peer the first living peer at or after the start, as far as the peer knows
 */
public record Shortcut(PeerId start, PeerId peer) {}
