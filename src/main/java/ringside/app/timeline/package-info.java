/** The timeline of the window: where in time the view is, and how it moves (WINDOW 5). */
@org.jspecify.annotations.NullMarked
package ringside.app.timeline;
