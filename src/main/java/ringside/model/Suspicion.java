package ringside.model;

import ringside.ring.PeerId;

/**
 * A suspicion: one peer has had no answer from another (SPEC 2.3).
 *
 * @param by the suspecting peer
 * @param missed misses in a row
 * @param limit misses after which {@code by} declares the other dead
 * @param declaredDead whether it has done so
 */
public record Suspicion(PeerId by, int missed, int limit, boolean declaredDead) {}
