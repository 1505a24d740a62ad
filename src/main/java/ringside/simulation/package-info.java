/**
 * Whole rings in virtual time: one queue, one seed, simulated links, disks and processes around the
 * real core. The same seed always produces the same trace. For one thread.
 */
@org.jspecify.annotations.NullMarked
package ringside.simulation;
