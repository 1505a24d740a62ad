/** Exports as text: tables for spreadsheets and a log for ShiViz (WINDOW 16.2). Pure. */
@org.jspecify.annotations.NullMarked
package ringside.export;
