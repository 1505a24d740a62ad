/** The toolbar's buttons, the command box, and the check whether a command can be carried out. */
@org.jspecify.annotations.NullMarked
package ringside.app.actions;
