package ringside.model;

/** The stage of a peer's life (WINDOW 9.1). */
public enum PeerPhase {
    /** Its process has started and has not reported on the ring yet. */
    STARTING,
    /** It looks for its position (SPEC 7.1). */
    JOINING,
    /** A member of the ring. */
    RUNNING,
    /** It is leaving and hands its files over (SPEC 5.1). */
    LEAVING,
    /** It left the ring in an orderly way. */
    QUIT,
    /** The user killed it. */
    KILLED,
    /**
     * It vanished, and nobody knows whether it was killed or crashed: it was started by hand (SPEC
     * 9.3), or its host is gone (SPEC 9.8).
     */
    VANISHED,
    /** It ended in another way. */
    CRASHED,
    /** It could not start, or the ring refused it (SPEC 1.3, 7.4). */
    REFUSED;

    /** Returns whether the peer's process runs, paused or not. */
    public boolean isAlive() {
        return switch (this) {
            case STARTING, JOINING, RUNNING, LEAVING -> true;
            case QUIT, KILLED, VANISHED, CRASHED, REFUSED -> false;
        };
    }

    /**
     * Returns whether the peer belongs to the ring or is joining it; a leaving peer no longer does.
     */
    public boolean isMember() {
        return switch (this) {
            case STARTING, JOINING, RUNNING -> true;
            case LEAVING, QUIT, KILLED, VANISHED, CRASHED, REFUSED -> false;
        };
    }
}
