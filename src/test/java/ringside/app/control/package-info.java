/** Tests of the user's actions on a peer. */
@org.jspecify.annotations.NullMarked
package ringside.app.control;
