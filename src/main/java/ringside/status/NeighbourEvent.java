package ringside.status;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ringside.ring.PeerId;
import ringside.text.Messages;

/** Events of a peer's neighbours and of the pings to them (SPEC 2, 5, 6). */
public sealed interface NeighbourEvent extends PeerEvent {

    /**
     * The complete neighbour lists from now on.
     *
     * @param successors nearest first, without the peer itself, at most the configured list length
     * @param predecessors nearest first, at most two
     */
    record NeighboursChanged(
            List<PeerId> successors, List<PeerId> predecessors, NeighboursCause cause)
            implements NeighbourEvent {
        public NeighboursChanged {
            successors = List.copyOf(successors);
            predecessors = List.copyOf(predecessors);
        }
    }

    /**
     * The complete table of shortcuts from now on (SPEC 3.6); told only when it has changed.
     *
     * @param table by distance, the nearest first, at most one for each bit of the circle; starts
     *     without a known peer are left out
     */
    record ShortcutsChanged(List<Shortcut> table) implements NeighbourEvent {
        public ShortcutsChanged {
            table = List.copyOf(table);
            int most = table.isEmpty() ? 0 : table.getFirst().start().circle().bits();
            if (table.size() > most) {
                throw new IllegalArgumentException(
                        Messages.STATUS.format("shortcuts.most", most, table.size()));
            }
        }
    }

    /** A ping was sent. The sequence number starts at 0 for a new target (SPEC 2.1). */
    record PingSent(PeerId target, long sequence, SuccessorRole role) implements NeighbourEvent {}

    /**
     * The reply to a ping arrived in time.
     *
     * @param roundTripMicros from the ping to its reply; null where that is not known, as of a
     *     program that only prints that a reply came (PROGRAMS 3.4)
     */
    record PingAnswered(PeerId target, long sequence, @Nullable Long roundTripMicros)
            implements NeighbourEvent {

        /** Creates an event with a round trip that was measured. */
        public PingAnswered(PeerId target, long sequence, long roundTripMicros) {
            this(target, sequence, Long.valueOf(roundTripMicros));
        }

        /** Creates an event of a reply that came after an unknown time. */
        public static PingAnswered afterUnknownTime(PeerId target, long sequence) {
            return new PingAnswered(target, sequence, null);
        }
    }

    /**
     * No reply arrived in time: {@code missed} misses in a row so far, out of {@code limit} (SPEC
     * 2.3).
     */
    record PingMissed(PeerId target, long sequence, int missed, int limit)
            implements NeighbourEvent {}

    /** The target missed its first ping in a row. */
    record PeerSuspected(PeerId target) implements NeighbourEvent {}

    /** A suspected peer answered after {@code missed} misses. */
    record PeerTrusted(PeerId target, int missed) implements NeighbourEvent {}

    /**
     * A successor was declared dead after {@code missed} misses in a row (SPEC 2.3, 6.1); 0 when a
     * program of others said so (PROGRAMS 3.4).
     */
    record PeerDead(PeerId target, int missed) implements NeighbourEvent {}

    /** The peer stopped sending to {@code other}, on a user's command. */
    record LinkCut(PeerId other) implements NeighbourEvent {}

    /** The peer sends to {@code other} again. */
    record LinkMended(PeerId other) implements NeighbourEvent {}

    /** A neighbour announced that it is leaving (SPEC 5.2). */
    record NeighbourLeft(PeerId neighbour) implements NeighbourEvent {}
}
