/** Tests that use the window as a user does, and check what it shows. */
@org.jspecify.annotations.NullMarked
package ringside.app.window;
