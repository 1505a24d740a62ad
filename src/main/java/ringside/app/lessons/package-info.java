/** Scenarios in the open window: lists them, plays them, and shows their texts and questions. */
@org.jspecify.annotations.NullMarked
package ringside.app.lessons;
