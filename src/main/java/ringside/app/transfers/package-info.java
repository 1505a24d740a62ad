/** All transfers with their progress (WINDOW part 4). */
@org.jspecify.annotations.NullMarked
package ringside.app.transfers;
