/** Lists of lines: what a search has found in them, what of them is in sight, and their end. */
@org.jspecify.annotations.NullMarked
package ringside.app.search;
