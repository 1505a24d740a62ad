/** The ladder diagram in the window, and the same rows as a table (WINDOW part 4). */
@org.jspecify.annotations.NullMarked
package ringside.app.ladder;
