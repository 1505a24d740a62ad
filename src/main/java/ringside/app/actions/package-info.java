/** What a user can do with the ring: the command box, the buttons, the menu of a peer. */
@org.jspecify.annotations.NullMarked
package ringside.app.actions;
