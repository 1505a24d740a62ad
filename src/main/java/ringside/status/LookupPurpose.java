package ringside.status;

/** The reason for looking up the owner of a hash. */
public enum LookupPurpose {
    /** A user requests the file (SPEC 3.2). */
    REQUEST,
    /** A user stores a file (SPEC 8.1). */
    STORE,
    /** A peer holds a file outside its range and looks for the owner (SPEC 8.2). */
    RETURN
}
