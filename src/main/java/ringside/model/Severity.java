package ringside.model;

/**
 * How serious an explained event is, the least serious first; a view gives each severity a colour
 * and a mark.
 */
public enum Severity {
    /** Normal operation. */
    PLAIN,
    /** Something recovered or succeeded. */
    GOOD,
    /** A file moves. */
    TRANSFER,
    /** Something may be wrong. */
    WARNING,
    /** Something is wrong, lost or dead. */
    BAD
}
