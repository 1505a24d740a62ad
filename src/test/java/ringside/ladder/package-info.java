/** Tests of the trace of a transfer and of its rows. */
@org.jspecify.annotations.NullMarked
package ringside.ladder;
