/** Tests of the window: it is used as a user does, and what it shows is checked. */
@org.jspecify.annotations.NullMarked
package ringside.app.window;
