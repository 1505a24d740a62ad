/** The list of past runs: what happened in them, and to open, name, keep and delete them. */
@org.jspecify.annotations.NullMarked
package ringside.app.runs;
