/** The user's actions on a peer by menu, key or pointer, with their questions and notices. */
@org.jspecify.annotations.NullMarked
package ringside.app.control;
