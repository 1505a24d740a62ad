package ringside.peer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ringside.ring.PeerId;
import ringside.status.SuccessorRole;

/**
 * The predecessors, learned from incoming pings (SPEC 2.2). The nearest two count; a few more are
 * remembered to replace a dead one at once.
 */
final class Predecessors {

    /** Number of predecessors that count (SPEC 2.2). */
    static final int SHOWN = 2;

    /** Number of remembered predecessors: two more than count, for two simultaneous deaths. */
    private static final int REMEMBERED = 4;

    private final PeerContext context;
    private final List<Candidate> candidates = new ArrayList<>();

    Predecessors(PeerContext context) {
        this.context = context;
    }

    /** Returns the first and second predecessor, as of the last {@link #recount}. */
    List<PeerId> nearest() {
        return candidates.stream().filter(candidate -> candidate.counts).map(c -> c.id).toList();
    }

    /**
     * Makes the nearest two count. One that did not count before must have been heard from just
     * now; one remembered for long may be gone.
     */
    void recount() {
        long heardAfter = context.now() - onePingMicros();
        candidates.removeIf(candidate -> !candidate.counts && candidate.heardAt < heardAfter);
        for (int i = 0; i < candidates.size(); i++) {
            candidates.get(i).counts = i < SHOWN;
        }
    }

    /** Records a sign of life from a preceding peer. */
    void heard(PeerId peer) {
        Candidate candidate = find(peer);
        if (candidate == null) {
            candidates.add(new Candidate(peer, context.now()));
            candidates.sort(
                    Comparator.comparing(c -> c.id, context.self.nearestFirst().reversed()));
            trim();
            return;
        }
        candidate.heardAt = context.now();
        candidate.underTest = false;
    }

    void remove(PeerId peer) {
        candidates.removeIf(candidate -> candidate.id.equals(peer));
    }

    /**
     * Returns the predecessors that a ping contradicts and that have been silent for longer than
     * one ping takes. If this peer is the sender's first successor, no peer stands between the two;
     * if it is the second, one peer does. Each is returned once and then counts as under test.
     */
    List<PeerId> takeForTestAfterPing(PeerId from, SuccessorRole role) {
        List<Candidate> between =
                candidates.stream().filter(c -> c.id.isBetween(from, context.self)).toList();
        int rightfully =
                switch (role) {
                    case FIRST -> 0;
                    case SECOND -> 1;
                };
        if (between.size() <= rightfully) {
            return List.of();
        }
        return takeSilent(between, onePingMicros());
    }

    /**
     * Returns those of the two nearest that have been silent as long as a death takes (SPEC 2.3).
     */
    List<PeerId> takeForTestAfterSilence() {
        long deathMs =
                context.settings().pingIntervalMs() * context.settings().misses() + missTimeoutMs();
        return takeSilent(
                candidates.stream().limit(SHOWN).toList(), deathMs * PeerContext.MICROS_PER_MS);
    }

    private List<PeerId> takeSilent(List<Candidate> some, long silenceMicros) {
        long heardBefore = context.now() - silenceMicros;
        List<PeerId> silent = new ArrayList<>();
        for (Candidate candidate : some) {
            if (!candidate.underTest && candidate.heardAt < heardBefore) {
                candidate.underTest = true;
                silent.add(candidate.id);
            }
        }
        return silent;
    }

    /** Returns the longest time between two pings of one peer, if none is lost. */
    private long onePingMicros() {
        return (context.settings().pingIntervalMs() + missTimeoutMs()) * PeerContext.MICROS_PER_MS;
    }

    private long missTimeoutMs() {
        return Pings.missTimeoutMs(context.settings());
    }

    private void trim() {
        while (candidates.size() > REMEMBERED) {
            candidates.removeLast();
        }
    }

    private @Nullable Candidate find(PeerId peer) {
        for (Candidate candidate : candidates) {
            if (candidate.id.equals(peer)) {
                return candidate;
            }
        }
        return null;
    }

    private static final class Candidate {
        final PeerId id;
        long heardAt;
        boolean underTest;
        boolean counts;

        Candidate(PeerId id, long heardAt) {
            this.id = id;
            this.heardAt = heardAt;
        }
    }
}
