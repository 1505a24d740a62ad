package ringside.model;

/** A line of a peer's own terminal, with its time in microseconds since the epoch. */
public record OutputLine(long atMicros, String text) {}
