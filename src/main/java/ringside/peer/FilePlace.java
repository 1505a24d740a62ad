package ringside.peer;

/** The folder for a complete file within the peer's data folder. */
public enum FilePlace {
    /** The folder {@code received}: files that the user requested. */
    RECEIVED,
    /** The folder {@code files}: files held for the ring. */
    HELD
}
