/** One run, live or recorded: its feed of events, and the view models that show it. */
@org.jspecify.annotations.NullMarked
package ringside.app.run;
