/** Tables for {@link ringside.wire}. */
@org.jspecify.annotations.NullMarked
package ringside.wire;
