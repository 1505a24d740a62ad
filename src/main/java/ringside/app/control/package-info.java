/**
 * The user's actions on a peer by menu, key or pointer, with their questions and notices. Its views
 * and view models are for the JavaFX thread alone.
 */
@org.jspecify.annotations.NullMarked
package ringside.app.control;
