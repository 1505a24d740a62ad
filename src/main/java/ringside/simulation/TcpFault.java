package ringside.simulation;

/** The possible outcomes of a question over TCP. */
public enum TcpFault {
    /** The question is answered. */
    NONE,
    /** The connection is refused at once. */
    REFUSED,
    /** The question arrives, and the connection breaks before the answer. */
    RESET,
    /** There is never an answer. */
    SILENT
}
