package ringside.model;

/** How far a peer's life is (WINDOW 9.1). */
public enum PeerPhase {
    /** Its process was started and has not said anything of the ring yet. */
    STARTING,
    /** It looks for its place (SPEC 7.1). */
    JOINING,
    /** A member of the ring. */
    RUNNING,
    /** It was told to leave and hands its files over (SPEC 5.1). */
    LEAVING,
    /** It left by itself. */
    QUIT,
    /** The user killed it. */
    KILLED,
    /** Started by hand, and gone without a goodbye: killed or crashed, nobody knows (SPEC 9.3). */
    VANISHED,
    /** It ended in another way. */
    CRASHED,
    /** It could not start, or the ring refused it (SPEC 1.3, 7.4). */
    REFUSED;

    /** Whether the peer's process runs, be it paused or not. */
    public boolean isAlive() {
        return switch (this) {
            case STARTING, JOINING, RUNNING, LEAVING -> true;
            case QUIT, KILLED, VANISHED, CRASHED, REFUSED -> false;
        };
    }

    /** Whether the peer belongs to the ring, or is about to: a leaving one no longer does. */
    public boolean isMember() {
        return switch (this) {
            case STARTING, JOINING, RUNNING -> true;
            case LEAVING, QUIT, KILLED, VANISHED, CRASHED, REFUSED -> false;
        };
    }
}
