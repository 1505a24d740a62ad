/**
 * Targets for a coverage-guided fuzzer: one for each door through which bytes or text come in. Not
 * part of the build; {@code testing.md} has the command that runs them.
 */
@org.jspecify.annotations.NullMarked
package ringside.fuzz;
