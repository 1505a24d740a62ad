/** The card with the reason of an event and the rule behind it (WINDOW 6.3). */
@org.jspecify.annotations.NullMarked
package ringside.app.explanation;
