/**
 * The list of events with their reasons (WINDOW 6.1). Its views and view models are for the JavaFX
 * thread alone.
 */
@org.jspecify.annotations.NullMarked
package ringside.app.events;
