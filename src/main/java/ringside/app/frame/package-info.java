/** The window as the desktop has it: place, look, borders, keys, its end, and what is remembered of them. */
@org.jspecify.annotations.NullMarked
package ringside.app.frame;
