/** Why something happened, and the rule behind it (WINDOW 6.3). */
@org.jspecify.annotations.NullMarked
package ringside.app.explanation;
