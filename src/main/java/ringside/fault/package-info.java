/**
 * Faults planted in a peer on demand (SPEC 7.7): each one changes what passes the border of the
 * core, its inputs and its effects, and the core itself knows nothing of it.
 */
@org.jspecify.annotations.NullMarked
package ringside.fault;
