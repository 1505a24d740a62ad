/** Tests of what can be done on the ring, and why it cannot. */
@org.jspecify.annotations.NullMarked
package ringside.app.command;
