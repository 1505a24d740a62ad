package ringside.app.ring;

import ringside.ring.PeerId;

/** The edge between two peers that an event is about. */
public record LitEdge(PeerId from, PeerId to) {}
