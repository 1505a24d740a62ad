/** Exports from the window: pictures, animations, tables and logs (WINDOW 16). */
@org.jspecify.annotations.NullMarked
package ringside.app.export;
