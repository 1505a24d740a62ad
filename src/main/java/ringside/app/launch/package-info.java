/** What the command line means: options, and the scenario and window that they start. */
@org.jspecify.annotations.NullMarked
package ringside.app.launch;
