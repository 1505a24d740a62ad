/**
 * Peers that run anybody's program, unchanged: found, built, started in a terminal, and reported by
 * what they print (PROGRAMS 1).
 */
@org.jspecify.annotations.NullMarked
package ringside.program;
