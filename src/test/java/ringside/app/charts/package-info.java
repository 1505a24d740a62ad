/** Tests of the charts. */
@org.jspecify.annotations.NullMarked
package ringside.app.charts;
