/**
 * The commands of the command line with their options, and how they start a window or a scenario.
 */
@org.jspecify.annotations.NullMarked
package ringside.app.launch;
