/** Helpers that every part of the window may use: texts, clock and frames, theme, failures. */
@org.jspecify.annotations.NullMarked
package ringside.app.base;
