package ringside.status;

/** Why the owner of a hash is being looked for. */
public enum LookupPurpose {
    /** Somebody wants the file (SPEC 3.2). */
    REQUEST,
    /** Somebody wants to put a file there (SPEC 8.1). */
    STORE
}
