/** What the user does at a peer, by menu, key or pointer, and what is asked and told there. */
@org.jspecify.annotations.NullMarked
package ringside.app.control;
