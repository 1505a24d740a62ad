/** One run, alive or recorded: what has come of it, and what each room tells of it. */
@org.jspecify.annotations.NullMarked
package ringside.app.run;
