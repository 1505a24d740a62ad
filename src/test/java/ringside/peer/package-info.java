/** Unit tests of the core, one protocol at a time: a state, an input, the effects. */
@org.jspecify.annotations.NullMarked
package ringside.peer;
