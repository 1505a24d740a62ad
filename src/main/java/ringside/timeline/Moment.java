package ringside.timeline;

/**
 * The moment shown: a position of a history, and a time between that position and the next. The
 * time lets a view draw a moving dot where it was.
 *
 * @param position the number of entries that have happened
 * @param atMicros microseconds since the epoch
 */
public record Moment(int position, long atMicros) {}
