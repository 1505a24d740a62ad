/** A second recording beside what the window shows, on one axis of time (WINDOW 15.2). */
@org.jspecify.annotations.NullMarked
package ringside.app.comparison;
