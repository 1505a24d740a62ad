package ringside.simulation;

/** What can happen to a question over TCP. */
public enum TcpTrouble {
    /** It is answered. */
    NONE,
    /** The connection is refused at once. */
    REFUSED,
    /** The question arrives, and the connection breaks before the answer. */
    RESET,
    /** Nothing ever comes. */
    SILENT
}
