/**
 * Starts peers as processes of this machine, and watches, quits, kills, pauses and restarts them
 * (SPEC 9, WINDOW 9.1). The window, the scenario runner and the tests share it; it does not use
 * JavaFX.
 */
@org.jspecify.annotations.NullMarked
package ringside.supervisor;
