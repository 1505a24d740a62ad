package ringside.peer;

/** Receives the outcome of sending a file; exactly one of the last three methods is called. */
interface SendListener {

    /** Called when the file was found and is being offered. */
    default void found(StoredFile file) {}

    /** Called when the file does not exist or cannot be read. */
    void unavailable(String reason);

    /** Called when the receiver has the complete file, verified and in place. */
    void delivered(StoredFile file);

    /** Called when the receiver did not get the file. */
    void failed(String reason);
}
