/** What a search has found, marked in the text: for every list of lines in the window. */
@org.jspecify.annotations.NullMarked
package ringside.app.search;
