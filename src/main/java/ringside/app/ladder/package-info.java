/**
 * The ladder diagram in the window, and the same rows as a table (WINDOW 4.2). Its views and view
 * models are for the JavaFX thread alone.
 */
@org.jspecify.annotations.NullMarked
package ringside.app.ladder;
