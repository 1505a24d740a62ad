/**
 * Scenarios in the open window: lists them, plays them, and shows their texts and questions. Its
 * views and view models are for the JavaFX thread alone.
 */
@org.jspecify.annotations.NullMarked
package ringside.app.lessons;
