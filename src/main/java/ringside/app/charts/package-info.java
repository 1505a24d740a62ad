/** Charts of round trips, transfer rates, heals and hops (WINDOW, inspector). */
@org.jspecify.annotations.NullMarked
package ringside.app.charts;
