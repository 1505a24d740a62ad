/** Why something happened, and the rule behind it (WINDOW part 6). */
@org.jspecify.annotations.NullMarked
package ringside.app.why;
