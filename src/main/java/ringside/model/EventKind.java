package ringside.model;

/** What an event is about: the kinds that the list of events can be filtered by. */
public enum EventKind {
    /** Peers that start, join, leave, die, pause and go on. */
    MEMBERSHIP,
    /** Pings, suspicion and declarations of death. */
    PINGS,
    /** Who is whose neighbour, and heals. */
    NEIGHBOURS,
    /** Lookups, hop by hop. */
    REQUESTS,
    /** Transfers, segments and files. */
    TRANSFERS,
    /** Terminal lines, statistics and settings. */
    OUTPUT
}
