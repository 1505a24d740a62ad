package ringside.ladder;

/**
 * A time-out: the sender waited in vain for an acknowledgement.
 *
 * @param sequence of the segment
 * @param fromMicros when the segment was last sent, in microseconds since the epoch
 * @param atMicros when the waiting ended
 */
public record TimeOut(long sequence, long fromMicros, long atMicros) {}
