/** The ladder diagram in the window, and the same rows as a table (WINDOW 4.2). */
@org.jspecify.annotations.NullMarked
package ringside.app.ladder;
