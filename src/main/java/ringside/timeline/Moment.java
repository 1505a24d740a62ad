package ringside.timeline;

/**
 * The moment that is shown: a position of a history and a time, between that position's and the
 * next one's, so that a dot on its way is drawn where it was.
 *
 * @param position how many entries have happened
 * @param atMicros microseconds since the epoch
 */
public record Moment(int position, long atMicros) {}
