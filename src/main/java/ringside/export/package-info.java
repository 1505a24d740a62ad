/** What can be taken away as text: tables for spreadsheets, a log for ShiViz (WINDOW). Pure. */
@org.jspecify.annotations.NullMarked
package ringside.export;
