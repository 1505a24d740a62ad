/**
 * The status channel: the vocabulary of {@link ringside.status} as JSON lines, and the two ends of
 * the loopback connection between a peer and its supervisor (SPEC 9).
 *
 * <p>A peer connects, sends the token as a line of its own, then one line for each {@link
 * ringside.status.StatusEntry}, of which the first holds a {@link ringside.status.LifeEvent.Hello}.
 * The supervisor sends {@link ringside.status.PeerCommand}s back, one a line.
 */
@org.jspecify.annotations.NullMarked
package ringside.channel;
