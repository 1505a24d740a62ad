/** Tests of the actions and the command box. */
@org.jspecify.annotations.NullMarked
package ringside.app.actions;
