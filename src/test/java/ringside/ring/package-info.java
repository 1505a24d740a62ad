/** Table-driven tests of {@link ringside.ring}. */
@org.jspecify.annotations.NullMarked
package ringside.ring;
