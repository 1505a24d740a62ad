/**
 * A peer as a process: sockets, timers, files, the terminal and the status channel around the core.
 * One thread runs the core and all sockets; the others only read standard input, digest files and
 * carry status lines.
 */
@org.jspecify.annotations.NullMarked
package ringside.node;
