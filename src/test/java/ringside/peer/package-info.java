/** The core, one concern at a time: a state, an input, the effects. */
@org.jspecify.annotations.NullMarked
package ringside.peer;
