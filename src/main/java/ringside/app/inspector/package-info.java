/**
 * The inspector: everything about the selected peer (WINDOW 3). Its views and view models are for
 * the JavaFX thread alone.
 */
@org.jspecify.annotations.NullMarked
package ringside.app.inspector;
