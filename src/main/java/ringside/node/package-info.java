/**
 * A peer as a process: sockets, timers, files, the terminal and the status channel around the core.
 * One thread runs the core and all sockets; the others only do disk, terminal and status channel
 * I/O.
 */
@org.jspecify.annotations.NullMarked
package ringside.node;
