package ringside.simulation;

/** The classes of fault in a {@link Storm}. Each is counted: a run must draw all of them. */
enum FaultClass {
    /** SIGKILL for one peer. */
    KILL,
    /** SIGKILL for two neighbours at once. */
    KILL_TWO_ADJACENT,
    /** A killed peer comes back with its old id and its old folder. */
    RESTART,
    /** SIGSTOP. */
    PAUSE,
    /** SIGCONT. */
    RESUME,
    /** Some peers can no longer reach the others. */
    PARTITION,
    /** A partition ends. */
    HEAL,
    /** A newcomer joins. */
    JOIN,
    /** Two newcomers join between the same two peers at once. */
    JOIN_TWICE_IN_ONE_GAP,
    /** A newcomer's contact is killed in the middle of the join. */
    KILL_DURING_JOIN,
    /** A peer leaves. */
    QUIT,
    /** Two neighbours leave at once. */
    QUIT_TWO_ADJACENT,
    /** A file is stored, or a newer version under an old number. */
    STORE,
    /** A file is requested. */
    REQUEST,
    /** The sender of a requested file is killed during the transfer. */
    KILL_SENDER,
    /** A peer leaves while it waits for a requested file. */
    QUIT_DURING_TRANSFER,
    /**
     * A peer is killed while it puts a stored file in place, and comes back with the content of its
     * folder.
     */
    CRASH_BETWEEN_NAMES,
    /** A byte of a stored file changes without the peer's knowledge. */
    DAMAGE,
    /** Datagrams are lost, duplicated, delayed and reordered. */
    ROUGH_LINKS,
    /** Connections are refused. */
    TCP_REFUSED,
    /** Connections break before the answer. */
    TCP_RESET,
    /** Connections stay silent. */
    TCP_SILENT
}
