package ringside.peer;

/** Where a complete file is put in the peer's data folder. */
public enum FilePlace {
    /** In {@code received}: files that the user asked for. */
    RECEIVED,
    /** In {@code files}: files held for the ring. */
    HELD
}
