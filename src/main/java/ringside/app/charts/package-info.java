/**
 * Charts of round trips, transfer rates, heals and hops (WINDOW 13). Its views and view models are
 * for the JavaFX thread alone.
 */
@org.jspecify.annotations.NullMarked
package ringside.app.charts;
