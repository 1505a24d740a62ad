/**
 * The status channel: the vocabulary of {@link ringside.status} as JSON lines, and the two ends of
 * the loopback connection between a peer and its supervisor (SPEC 9).
 *
 * <p>A peer connects and sends the token on a line of its own, then one line for each {@link
 * ringside.status.StatusEntry}, the first with a {@link ringside.status.LifeEvent.Hello}. The
 * supervisor sends {@link ringside.status.PeerCommand}s back, one per line.
 */
@org.jspecify.annotations.NullMarked
package ringside.channel;
