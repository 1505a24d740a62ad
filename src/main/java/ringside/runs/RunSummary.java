package ringside.runs;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import ringside.ring.PeerId;
import ringside.status.LifeEvent;
import ringside.status.LookupEvent;
import ringside.status.LookupPurpose;
import ringside.status.ProcessEvent;
import ringside.status.ProcessEvent.ExitKind;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;

/**
 * What happened in a run, in numbers.
 *
 * @param bytes size of the recording of which this was counted, with all its parts
 * @param startMicros when the first event happened, in microseconds since the epoch
 * @param endMicros when the last one happened
 * @param peers peers that were ever on the ring
 * @param quits peers that left in order
 * @param kills peers that somebody killed
 * @param lost peers that crashed or vanished, or whose host did
 * @param requests files that somebody asked for
 */
public record RunSummary(
        long bytes,
        long startMicros,
        long endMicros,
        int peers,
        int quits,
        int kills,
        int lost,
        int requests) {

    /**
     * Counts the events of a recording, one after another. The checkpoint of a part repeats events
     * of earlier parts, which are counted once.
     */
    static final class Counter implements Consumer<StatusEntry> {

        private final Set<PeerId> peers = new HashSet<>();
        private final Set<StatusEntry> ends = new HashSet<>();

        /** The hosts of the peers whose processes have not ended. */
        private final Map<PeerId, String> hosts = new HashMap<>();

        private long startMicros = Long.MAX_VALUE;
        private long endMicros = Long.MIN_VALUE;
        private int quits;
        private int kills;
        private int lost;
        private int requests;

        @Override
        public void accept(StatusEntry entry) {
            startMicros = Math.min(startMicros, entry.atMicros());
            endMicros = Math.max(endMicros, entry.atMicros());
            switch (entry.event()) {
                case LifeEvent.Running _ -> peers.add(entry.peer());
                case ProcessEvent.ProcessStarted started -> hosts.put(entry.peer(), started.host());
                case ProcessEvent.ProcessKilled _ -> kills += ends.add(entry) ? 1 : 0;
                case ProcessEvent.ProcessEnded ended -> {
                    hosts.remove(entry.peer());
                    if (ends.add(entry)) {
                        count(ended.kind());
                    }
                }
                case ProcessEvent.HostGone gone -> {
                    int gonePeers = endPeersOf(gone.host());
                    lost += ends.add(entry) ? gonePeers : 0;
                }
                case LookupEvent.LookupSent sent -> {
                    boolean isAsked =
                            sent.purpose() == LookupPurpose.REQUEST && sent.attempt() == 1;
                    requests += isAsked ? 1 : 0;
                }
                case StatusEvent _ -> {}
            }
        }

        /** Ends the peers of a host that is gone, of which no end of their own is told. */
        private int endPeersOf(String host) {
            int before = hosts.size();
            hosts.values().removeIf(host::equals);
            return before - hosts.size();
        }

        private void count(ExitKind kind) {
            switch (kind) {
                case QUIT -> quits++;
                case CRASHED, VANISHED -> lost++;
                case KILLED, REFUSED -> {}
            }
        }

        /** Returns what was counted in a recording of a size in bytes; no time without events. */
        RunSummary summary(long bytes) {
            boolean isEmpty = startMicros > endMicros;
            return new RunSummary(
                    bytes,
                    isEmpty ? 0 : startMicros,
                    isEmpty ? 0 : endMicros,
                    peers.size(),
                    quits,
                    kills,
                    lost,
                    requests);
        }
    }
}
