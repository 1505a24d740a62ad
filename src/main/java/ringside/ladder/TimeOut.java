package ringside.ladder;

/**
 * The sender waited for an acknowledgement in vain.
 *
 * @param sequence of the segment
 * @param fromMicros when it was last sent, in microseconds since the epoch
 * @param atMicros when the waiting ended
 */
public record TimeOut(long sequence, long fromMicros, long atMicros) {}
