package ringside.model;

/** How an explained event is to be taken; a view gives each a colour and a mark. */
public enum Severity {
    /** As it should be. */
    PLAIN,
    /** Something got well, or worked out. */
    GOOD,
    /** A file moves. */
    TRANSFER,
    /** Something may be wrong. */
    WARNING,
    /** Something is wrong, lost or dead. */
    BAD
}
