package ringside.simulation;

/**
 * Everything that can befall a ring in a {@link Storm}. Each is counted: a run must draw them all.
 */
enum FaultClass {
    /** One peer, SIGKILL. */
    KILL,
    /** Two neighbours at once. */
    KILL_TWO_ADJACENT,
    /** A killed peer comes back with its old id and its old folder. */
    RESTART,
    /** SIGSTOP. */
    PAUSE,
    /** SIGCONT. */
    RESUME,
    /** Some peers can no longer reach the others. */
    PARTITION,
    /** They can again. */
    HEAL,
    /** A newcomer. */
    JOIN,
    /** Two newcomers at once between the same two peers. */
    JOIN_TWICE_IN_ONE_GAP,
    /** A newcomer whose contact is killed in the middle of it. */
    KILL_DURING_JOIN,
    /** A peer leaves. */
    QUIT,
    /** Two neighbours leave at once. */
    QUIT_TWO_ADJACENT,
    /** A file is put on the ring, or a newer one under an old number. */
    STORE,
    /** A file is asked for. */
    REQUEST,
    /** The sender of a requested file is killed while it sends. */
    KILL_SENDER,
    /** A peer leaves while it asks for a file. */
    QUIT_DURING_TRANSFER,
    /**
     * A peer is killed while it puts a stored file in its place, and comes back with what lay
     * there.
     */
    CRASH_BETWEEN_NAMES,
    /** A byte of a stored file changes behind its peer's back. */
    DAMAGE,
    /** Datagrams are lost, doubled, late and out of order. */
    ROUGH_LINKS,
    /** Connections are refused. */
    TCP_REFUSED,
    /** Connections break before the answer. */
    TCP_RESET,
    /** Connections stay silent. */
    TCP_SILENT
}
