/** Table-driven tests of {@link ringside.wire}. */
@org.jspecify.annotations.NullMarked
package ringside.wire;
