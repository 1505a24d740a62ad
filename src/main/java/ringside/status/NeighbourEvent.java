package ringside.status;

import static java.util.Objects.requireNonNull;

import java.util.List;
import ringside.ring.PeerId;

/** What a peer tells of those around it: its neighbours and the pings to them (SPEC 2, 5, 6). */
public sealed interface NeighbourEvent extends PeerEvent {

    /**
     * The neighbours as they are from now on, whole.
     *
     * @param successors nearest first, without the peer itself, at most the length of its list
     * @param predecessors nearest first, at most two
     */
    record NeighboursChanged(
            List<PeerId> successors, List<PeerId> predecessors, NeighboursCause cause)
            implements NeighbourEvent {
        public NeighboursChanged {
            successors = List.copyOf(successors);
            predecessors = List.copyOf(predecessors);
            requireNonNull(cause, "cause");
        }
    }

    /** A ping went out; the sequence number starts at 0 with a fresh target (SPEC 2.1). */
    record PingSent(PeerId target, long sequence, SuccessorRole role) implements NeighbourEvent {
        public PingSent {
            requireNonNull(target, "target");
            requireNonNull(role, "role");
        }
    }

    /** Its reply came in time, after {@code roundTripMicros}. */
    record PingAnswered(PeerId target, long sequence, long roundTripMicros)
            implements NeighbourEvent {
        public PingAnswered {
            requireNonNull(target, "target");
        }
    }

    /** Its reply did not come in time: {@code missed} in a row now, of {@code limit} (SPEC 2.3). */
    record PingMissed(PeerId target, long sequence, int missed, int limit)
            implements NeighbourEvent {
        public PingMissed {
            requireNonNull(target, "target");
        }
    }

    /** The first miss in a row. */
    record PeerSuspected(PeerId target) implements NeighbourEvent {
        public PeerSuspected {
            requireNonNull(target, "target");
        }
    }

    /** A suspected peer answered, after {@code missed} misses. */
    record PeerTrusted(PeerId target, int missed) implements NeighbourEvent {
        public PeerTrusted {
            requireNonNull(target, "target");
        }
    }

    /** A successor was declared dead after {@code missed} misses in a row (SPEC 2.3, 6.1). */
    record PeerDead(PeerId target, int missed) implements NeighbourEvent {
        public PeerDead {
            requireNonNull(target, "target");
        }
    }

    /** It sends nothing to {@code other} any more, on somebody's word. */
    record LineCut(PeerId other) implements NeighbourEvent {
        public LineCut {
            requireNonNull(other, "other");
        }
    }

    /** It sends to {@code other} again. */
    record LineMended(PeerId other) implements NeighbourEvent {
        public LineMended {
            requireNonNull(other, "other");
        }
    }

    /** A neighbour said that it leaves (SPEC 5.2). */
    record NeighbourLeft(PeerId neighbour) implements NeighbourEvent {
        public NeighbourLeft {
            requireNonNull(neighbour, "neighbour");
        }
    }
}
