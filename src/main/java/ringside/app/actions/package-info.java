/**
 * The toolbar's buttons, the command box, and the check whether a command can be carried out. Its
 * views and view models are for the JavaFX thread alone.
 */
@org.jspecify.annotations.NullMarked
package ringside.app.actions;
