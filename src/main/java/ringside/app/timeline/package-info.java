/**
 * The timeline of the window: the position of the view in time, and how it moves (WINDOW 5). Its
 * views and view models are for the JavaFX thread alone.
 */
@org.jspecify.annotations.NullMarked
package ringside.app.timeline;
