package ringside.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import ringside.model.RingState;
import ringside.ring.PeerId;
import ringside.status.LifeEvent;
import ringside.status.NeighbourEvent;
import ringside.status.PeerSettings;
import ringside.status.ProcessEvent;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;
import ringside.status.SuccessorRole;

/** Entries of some peers that ping each other, at regular times. */
final class Story {

    static final long START_MICROS = 1_000_000_000_000_000L;

    private Story() {}

    static StatusEntry entry(long micros, int peer, StatusEvent event) {
        return new StatusEntry(START_MICROS + micros, new PeerId(peer), event);
    }

    static StatusEntry ping(long micros, int peer, long sequence) {
        return entry(
                micros,
                peer,
                new NeighbourEvent.PingSent(new PeerId(9), sequence, SuccessorRole.FIRST));
    }

    /**
     * Returns 100 entries: three peers start in the first 90 ms, then comes a ping every 100 ms.
     */
    static List<StatusEntry> ofAHundred() {
        List<StatusEntry> entries = new ArrayList<>();
        for (int peer = 1; peer <= 3; peer++) {
            long at = peer * 30_000L;
            entries.add(entry(at, peer, new ProcessEvent.ProcessStarted(100, 50_000)));
            entries.add(
                    entry(at, peer, new LifeEvent.Hello(1, 100, 50_000, PeerSettings.DEFAULTS)));
            entries.add(entry(at, peer, new LifeEvent.Running()));
        }
        for (int i = entries.size(); i < 100; i++) {
            entries.add(ping(i * 100_000L, 1 + i % 3, i));
        }
        return entries;
    }

    /** Returns the sequence numbers of the latest pings, which identify a state. */
    static List<Long> latestPings(RingState state) {
        return state.peers().stream()
                .flatMap(peer -> peer.pings().stream())
                .map(table -> table.sentSequence())
                .toList();
    }

    /** Returns steps at every multiple of a number. */
    static StepPositions multiplesOf(int step, History history) {
        return new StepPositions() {
            @Override
            public OptionalInt after(int position) {
                int next = (position / step + 1) * step;
                return next <= history.last() ? OptionalInt.of(next) : OptionalInt.empty();
            }

            @Override
            public OptionalInt before(int position) {
                int before = (position - 1) / step * step;
                return before > 0 ? OptionalInt.of(before) : OptionalInt.empty();
            }
        };
    }
}
