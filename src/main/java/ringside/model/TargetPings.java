package ringside.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.ArrayList;
import java.util.List;
import ringside.ring.PeerId;
import ringside.status.NeighbourEvent;
import ringside.status.SuccessorRole;

/**
 * The pings of one peer to one target, as that peer knows them (SPEC 2.1, 2.3). Sequence numbers
 * and times are {@link #NONE} until the event has happened.
 *
 * @param sentSequence of the last ping sent
 * @param sentAtMicros when it was sent
 * @param answeredSequence of the last reply that came in time
 * @param answeredAtMicros when it came
 * @param missedSequence of the last ping without a reply in time
 * @param missedAtMicros when that was noticed
 * @param missedInRow misses since the last answer
 * @param limit misses after which the target is dead; 0 before the first miss
 * @param roundTripsMicros round-trip times of the last replies whose time is known, oldest first,
 *     at most {@value #ROUND_TRIPS_KEPT}
 */
@RecordBuilder
public record TargetPings(
        PeerId target,
        SuccessorRole role,
        long sentSequence,
        long sentAtMicros,
        long answeredSequence,
        long answeredAtMicros,
        long missedSequence,
        long missedAtMicros,
        int missedInRow,
        int limit,
        List<Long> roundTripsMicros)
        implements TargetPingsBuilder.With {

    /** Stands for a sequence number or time that does not exist yet. */
    public static final long NONE = -1;

    /** Round trips kept for a sparkline: a minute at the default interval. */
    public static final int ROUND_TRIPS_KEPT = 60;

    public TargetPings {
        roundTripsMicros = List.copyOf(roundTripsMicros);
    }

    static TargetPings fresh(PeerId target, SuccessorRole role) {
        return new TargetPings(target, role, NONE, NONE, NONE, NONE, NONE, NONE, 0, 0, List.of());
    }

    /**
     * Returns the round-trip time of the last reply whose time is known, in microseconds, or {@link
     * #NONE}.
     */
    public long lastRoundTripMicros() {
        return roundTripsMicros.isEmpty() ? NONE : roundTripsMicros.getLast();
    }

    /** Returns whether the last ping was neither answered nor missed yet. */
    public boolean isInFlight() {
        return sentSequence > answeredSequence && sentSequence > missedSequence;
    }

    TargetPings sent(NeighbourEvent.PingSent event, long atMicros) {
        return with().role(event.role())
                .sentSequence(event.sequence())
                .sentAtMicros(atMicros)
                .build();
    }

    TargetPings answered(NeighbourEvent.PingAnswered event, long atMicros) {
        List<Long> longer = new ArrayList<>(roundTripsMicros);
        Long roundTrip = event.roundTripMicros();
        if (roundTrip != null) {
            longer.add(roundTrip);
        }
        int surplus = Math.max(0, longer.size() - ROUND_TRIPS_KEPT);
        return with().answeredSequence(event.sequence())
                .answeredAtMicros(atMicros)
                .missedInRow(0)
                .roundTripsMicros(longer.subList(surplus, longer.size()))
                .build();
    }

    TargetPings missed(NeighbourEvent.PingMissed event, long atMicros) {
        return with().missedSequence(event.sequence())
                .missedAtMicros(atMicros)
                .missedInRow(event.missed())
                .limit(event.limit())
                .build();
    }
}
