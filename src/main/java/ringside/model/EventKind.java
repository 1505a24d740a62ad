package ringside.model;

/** The kinds of events by which the list of events can be filtered. */
public enum EventKind {
    /** Peers that start, join, leave, die, pause and go on. */
    MEMBERSHIP,
    /** Pings, suspicion and declarations of death. */
    PINGS,
    /** Changes of neighbours, and heals. */
    NEIGHBOURS,
    /** Lookups, hop by hop. */
    REQUESTS,
    /** Transfers, segments and files. */
    TRANSFERS,
    /** Terminal lines, statistics and settings. */
    OUTPUT,
    /** Captured messages, byte by byte. */
    WIRE
}
