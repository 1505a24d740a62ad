/**
 * The window itself: composes the views, moves them a frame at a time, and remembers its place on
 * the desktop. It may use every other package of the window; none of them uses it, but for {@code
 * launch}.
 */
@org.jspecify.annotations.NullMarked
package ringside.app.window;
