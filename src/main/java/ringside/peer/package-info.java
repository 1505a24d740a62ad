/**
 * The core of a peer, without any I/O: {@link ringside.peer.Peer#step} is a function of state, time
 * and input. One class a concern; sockets, files, timers and the terminal are effects that somebody
 * else carries out: a process, a simulation or a unit test.
 */
@org.jspecify.annotations.NullMarked
package ringside.peer;
