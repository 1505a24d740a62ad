/** The list of what happened and why (WINDOW part 6). */
@org.jspecify.annotations.NullMarked
package ringside.app.events;
