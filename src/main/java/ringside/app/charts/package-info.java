/** Charts of round trips, transfer rates, heals and hops (WINDOW 13). */
@org.jspecify.annotations.NullMarked
package ringside.app.charts;
