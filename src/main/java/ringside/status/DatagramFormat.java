package ringside.status;

/** What a datagram looks like that a peer could not read (PROGRAMS 3.4). */
public enum DatagramFormat {
    /** Begins like a pickle of Python: byte 128, and the number of a protocol. */
    PICKLE,
    /** Begins like a stream of serialised Java objects: AC ED 00 05. */
    JAVA_SERIALIZATION,
    /** Text that begins and ends like an object or an array in JSON. */
    JSON,
    /** UTF-8 without control characters but blanks and line breaks. */
    TEXT,
    /** A message of a peer of this program that has another ring key, or none, or one too many. */
    OTHER_KEY,
    UNKNOWN
}
