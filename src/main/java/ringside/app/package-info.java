/**
 * The window and the command line, without the peers. {@code launch} reads the command line, {@code
 * window} composes the window, each other package is one part of it, and {@code base} serves them
 * all.
 */
@org.jspecify.annotations.NullMarked
package ringside.app;
