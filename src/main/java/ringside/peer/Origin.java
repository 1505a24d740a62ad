package ringside.peer;

import java.util.List;
import ringside.ring.PeerId;
import ringside.status.Shortcut;

/** The way in which a peer comes onto the ring (SPEC 1.2). */
public sealed interface Origin {

    /**
     * The peer starts with configured successors, nearest first, without itself; empty when it
     * begins a ring.
     *
     * @param successors at most two, clockwise
     */
    record Neighbours(List<PeerId> successors) implements Origin {
        public Neighbours {
            successors = List.copyOf(successors);
        }
    }

    /**
     * The peer has long been on its ring and knows what such a peer knows, so that a large ring in
     * virtual time begins whole. Its pings and its looks for shortcuts go on in the middle of an
     * interval.
     *
     * @param successors nearest first, without itself, as many as it keeps
     * @param predecessors nearest first; the nearest two count
     * @param shortcuts those beyond its successors; ignored by a peer without shortcuts
     * @param pauseMicros time until it pings and looks for a shortcut again
     */
    record Standing(
            List<PeerId> successors,
            List<PeerId> predecessors,
            List<Shortcut> shortcuts,
            long pauseMicros)
            implements Origin {
        public Standing {
            successors = List.copyOf(successors);
            predecessors = List.copyOf(predecessors);
            shortcuts = List.copyOf(shortcuts);
        }
    }

    /** The peer joins a running ring through one of its members. */
    record Join(PeerId known) implements Origin {}
}
