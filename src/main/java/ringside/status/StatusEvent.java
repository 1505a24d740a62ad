package ringside.status;

/**
 * An event on the ring. Events are a peer's trace, the window's input, the lines of a recording and
 * the log of a simulation (SPEC 9.1).
 */
public sealed interface StatusEvent permits PeerEvent, ProcessEvent {}
