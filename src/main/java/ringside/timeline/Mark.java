package ringside.timeline;

/**
 * A mark on the timeline.
 *
 * @param position the position right after the event
 * @param atMicros the time of the event, in microseconds since the epoch
 */
public record Mark(int position, long atMicros, MarkKind kind) {}
