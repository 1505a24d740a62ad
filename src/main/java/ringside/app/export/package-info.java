/**
 * Exports from the window: pictures, animations, tables and logs (WINDOW 16). Its views and view
 * models are for the JavaFX thread alone.
 */
@org.jspecify.annotations.NullMarked
package ringside.app.export;
