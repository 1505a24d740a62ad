/**
 * The core of a peer, without any I/O: {@link ringside.peer.Peer#step} is a function of state, time
 * and input. One class per protocol; sockets, files, timers and the terminal are effects, executed
 * by the runner of the core: a process, a simulation or a unit test.
 */
@org.jspecify.annotations.NullMarked
package ringside.peer;
