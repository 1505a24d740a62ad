/** The list of transfers with their progress (WINDOW 4.1). */
@org.jspecify.annotations.NullMarked
package ringside.app.transfers;
