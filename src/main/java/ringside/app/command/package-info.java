/** What can be done on the ring, and why it cannot be done now. Pure. */
@org.jspecify.annotations.NullMarked
package ringside.app.command;
