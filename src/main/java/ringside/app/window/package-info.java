/**
 * The window itself: it composes the views, draws them frame by frame, and remembers its position
 * on the desktop. It may use every other package of the window; of those, only {@code launch} uses
 * it. Its views and view models are for the JavaFX thread alone.
 */
@org.jspecify.annotations.NullMarked
package ringside.app.window;
