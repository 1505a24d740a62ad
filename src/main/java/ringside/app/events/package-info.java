/** The list of what happened and why (WINDOW 6.1). */
@org.jspecify.annotations.NullMarked
package ringside.app.events;
