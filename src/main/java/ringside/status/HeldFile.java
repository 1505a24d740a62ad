package ringside.status;

import ringside.ring.FileName;

/**
 * A file that a peer holds for the ring.
 *
 * @param name its number and extension
 * @param bytes its size
 * @param owned whether its hash lies in the peer's own range (SPEC 3.2); otherwise the file is a
 *     copy, or on its way to its owner
 */
public record HeldFile(FileName name, long bytes, boolean owned) {}
