/**
 * Helpers for lists of lines: highlighted matches, visible rows, and auto-scroll. Its views and
 * view models are for the JavaFX thread alone.
 */
@org.jspecify.annotations.NullMarked
package ringside.app.search;
