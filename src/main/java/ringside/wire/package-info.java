/**
 * Messages to bytes and back, frames and limits. The layout of every field stands in {@code
 * protocol.md}, precisely enough to write a peer in another language from that page alone.
 */
@org.jspecify.annotations.NullMarked
package ringside.wire;
