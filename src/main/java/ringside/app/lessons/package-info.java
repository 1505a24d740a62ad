/** Scenarios in the open window: lists them, plays them, and shows what they say and ask. */
@org.jspecify.annotations.NullMarked
package ringside.app.lessons;
