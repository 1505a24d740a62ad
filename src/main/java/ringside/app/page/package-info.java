/**
 * The page to take home (WINDOW 16.3): a run as one HTML file that plays in a browser. It holds
 * what the window would draw and say; its scripts only draw and play it. Needs no display.
 */
@org.jspecify.annotations.NullMarked
package ringside.app.page;
