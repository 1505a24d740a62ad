package ringside.status;

/** Why the owner of a hash is being looked for. */
public enum LookupPurpose {
    /** Somebody wants the file (SPEC 3.2). */
    REQUEST,
    /** Somebody wants to put a file there (SPEC 8.1). */
    STORE,
    /**
     * A peer holds a file that is not its to hold, and looks for the one that owns it (SPEC 8.2).
     */
    RETURN
}
