/**
 * The table of all peers (WINDOW 3.3). Its views and view models are for the JavaFX thread alone.
 */
@org.jspecify.annotations.NullMarked
package ringside.app.peers;
