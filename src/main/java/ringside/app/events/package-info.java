/** The list of events with their reasons (WINDOW 6.1). */
@org.jspecify.annotations.NullMarked
package ringside.app.events;
