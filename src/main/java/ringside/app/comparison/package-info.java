/**
 * A second recording beside the ring of the window, on one axis of time (WINDOW 15.2). Its views
 * and view models are for the JavaFX thread alone.
 */
@org.jspecify.annotations.NullMarked
package ringside.app.comparison;
