package ringside.runs;

/**
 * A moment of a run that somebody wants to find again.
 *
 * @param atMicros the moment, in microseconds since the epoch
 * @param word what to find there; may be empty
 */
public record Bookmark(long atMicros, String word) {}
