package ringside.peer;

/** Exit codes of a peer's process. */
public final class ExitCode {

    /** It left the ring as commanded. */
    public static final int QUIT = 0;

    /** Wrong arguments (SPEC 1.3). */
    public static final int USAGE = 2;

    /** Its port is taken (SPEC 1.3). */
    public static final int PORT_TAKEN = 3;

    /** Its id is already alive (SPEC 7.4). */
    public static final int ID_TAKEN = 4;

    /** No peer let it join. */
    public static final int NOT_JOINED = 5;

    /** Its status channel closed, so it left the ring (SPEC 9.2). */
    public static final int UNSUPERVISED = 6;

    /** An internal invariant was violated: a bug. */
    public static final int BROKEN = 70;

    private ExitCode() {}
}
