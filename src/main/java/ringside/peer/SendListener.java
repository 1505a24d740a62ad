package ringside.peer;

/** Whoever wants a file sent, and what it does with the outcome; exactly one of the three last. */
interface SendListener {

    /** The file is there and is being offered. */
    default void found(StoredFile file) {}

    /** There is no such file, or it cannot be read. */
    void unavailable(String reason);

    /** The other side has it whole, checked and in its place. */
    void delivered(StoredFile file);

    /** The other side did not get it. */
    void failed(String reason);
}
