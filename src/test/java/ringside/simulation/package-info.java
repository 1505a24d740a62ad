/**
 * Whole rings in virtual time: one queue, one seed, simulated links, disks and processes around the
 * real core. A seed that is run twice gives the same trace.
 */
@org.jspecify.annotations.NullMarked
package ringside.simulation;
