/** Tables for {@link ringside.ring}. */
@org.jspecify.annotations.NullMarked
package ringside.ring;
