/** A second recording beside the ring of the window, on one axis of time (WINDOW 15.2). */
@org.jspecify.annotations.NullMarked
package ringside.app.comparison;
