/** Text to take away: tables for spreadsheets, a log for ShiViz (WINDOW 16.2). Pure. */
@org.jspecify.annotations.NullMarked
package ringside.export;
