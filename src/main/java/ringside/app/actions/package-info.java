/**
 * The toolbar's buttons, and the command box with its preview. Its views and view models are for
 * the JavaFX thread alone.
 */
@org.jspecify.annotations.NullMarked
package ringside.app.actions;
