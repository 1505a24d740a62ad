/** Settings that can change while the ring runs, of all peers or one, and of the window. */
@org.jspecify.annotations.NullMarked
package ringside.app.settings;
