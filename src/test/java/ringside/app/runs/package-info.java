/** Tests of the highlighted matches. */
@org.jspecify.annotations.NullMarked
package ringside.app.runs;
