/**
 * Encodes and decodes messages, with frames and limits. The layout of every field is described in
 * {@code protocol.md}, precisely enough to write a peer in another language from that page alone.
 */
@org.jspecify.annotations.NullMarked
package ringside.wire;
