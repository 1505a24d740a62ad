/**
 * The card with the reason of an event and the rule behind it (WINDOW 6.3). Its views and view
 * models are for the JavaFX thread alone.
 */
@org.jspecify.annotations.NullMarked
package ringside.app.explanation;
