/** Helpers for lists of lines: highlighted matches, visible rows, and auto-scroll. */
@org.jspecify.annotations.NullMarked
package ringside.app.search;
