package ringside.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import ringside.ring.IdealRing;
import ringside.ring.PeerId;
import ringside.status.LifeEvent;
import ringside.status.NeighbourEvent;
import ringside.status.NeighboursCause;
import ringside.status.PeerSettings;
import ringside.status.ProcessEvent;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;

/** A sequence of events, one millisecond apart unless a test waits, and the resulting state. */
final class EventStory {

    static final long START_MICROS = 1_000_000_000_000_000L;

    private RingState state = RingState.EMPTY;
    private long atMicros = START_MICROS;

    /** Returns a consistent ring of the given peers, each pinging its first two successors. */
    static EventStory ring(int... ids) {
        EventStory told = new EventStory();
        List<PeerId> peers = Arrays.stream(ids).mapToObj(PeerId::new).toList();
        for (PeerId peer : peers) {
            told.that(peer.value(), new ProcessEvent.ProcessStarted(100, 50_000 + peer.value()))
                    .that(
                            peer.value(),
                            new LifeEvent.Hello(
                                    1, 100, 50_000 + peer.value(), PeerSettings.DEFAULTS))
                    .that(peer.value(), new LifeEvent.Running());
        }
        return told.rightNeighbours(ids);
    }

    static PeerId id(int value) {
        return new PeerId(value);
    }

    static List<PeerId> ids(int... values) {
        return Arrays.stream(values).mapToObj(PeerId::new).toList();
    }

    /** Lets each of the given peers report its right neighbours in the ring of these peers. */
    EventStory rightNeighbours(int... ids) {
        TreeSet<PeerId> living = new TreeSet<>(ids(ids));
        for (PeerId peer : new ArrayList<>(living)) {
            that(
                    peer.value(),
                    new NeighbourEvent.NeighboursChanged(
                            IdealRing.successors(living, peer, 4),
                            IdealRing.predecessors(living, peer, 2),
                            NeighboursCause.STARTED));
        }
        return this;
    }

    EventStory that(int peer, StatusEvent event) {
        state = state.after(entry(peer, event));
        return this;
    }

    EventStory neighbours(int peer, List<PeerId> successors, List<PeerId> predecessors) {
        return that(
                peer,
                new NeighbourEvent.NeighboursChanged(
                        successors, predecessors, NeighboursCause.STABILISED));
    }

    EventStory afterMillis(long millis) {
        atMicros += millis * 1_000;
        return this;
    }

    StatusEntry entry(int peer, StatusEvent event) {
        atMicros += 1_000;
        return new StatusEntry(atMicros, new PeerId(peer), event);
    }

    RingState state() {
        return state;
    }

    PeerState peer(int id) {
        return state.peer(new PeerId(id)).orElseThrow();
    }

    long atMicros() {
        return atMicros;
    }
}
