/**
 * Starts peers as processes of this machine, watches them, quits, kills, pauses and restarts them
 * (SPEC 9, WINDOW 9.1). The window, the scenario runner and the tests use the same one; there is no
 * JavaFX in it.
 */
@org.jspecify.annotations.NullMarked
package ringside.supervisor;
