/**
 * Settings that can change while the ring runs, of all peers or one, and of the window. Its views
 * and view models are for the JavaFX thread alone.
 */
@org.jspecify.annotations.NullMarked
package ringside.app.settings;
