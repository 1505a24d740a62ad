/** What can be set while the ring runs, of all peers or of one, and of the window. */
@org.jspecify.annotations.NullMarked
package ringside.app.settings;
