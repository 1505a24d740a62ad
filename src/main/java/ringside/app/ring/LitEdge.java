package ringside.app.ring;

import static java.util.Objects.requireNonNull;

import ringside.ring.PeerId;

/** The edge between two peers that an event is about. */
public record LitEdge(PeerId from, PeerId to) {

    /** Checks that nothing is missing. */
    public LitEdge {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
    }
}
