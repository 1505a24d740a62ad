/** The sentences that the ring should say, and how each stands (PROGRAMS 4.2). */
@org.jspecify.annotations.NullMarked
package ringside.app.expected;
