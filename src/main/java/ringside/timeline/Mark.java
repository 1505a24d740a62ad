package ringside.timeline;

/**
 * Something worth a mark happened.
 *
 * @param position of the moment right after it
 * @param atMicros when, in microseconds since the epoch
 */
public record Mark(int position, long atMicros, MarkKind kind) {}
