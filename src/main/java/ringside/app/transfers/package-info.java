/**
 * The list of transfers with their progress (WINDOW 4.1). Its views and view models are for the
 * JavaFX thread alone.
 */
@org.jspecify.annotations.NullMarked
package ringside.app.transfers;
