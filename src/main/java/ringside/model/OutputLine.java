package ringside.model;

import java.util.Objects;

/** A line of a peer's own terminal, with its time in microseconds since the epoch. */
public record OutputLine(long atMicros, String text) {

    /** Checks that nothing is missing. */
    public OutputLine {
        Objects.requireNonNull(text, "text");
    }
}
