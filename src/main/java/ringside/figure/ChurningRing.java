package ringside.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import ringside.peer.Origin;
import ringside.ring.IdealRing;
import ringside.ring.PeerId;
import ringside.simulation.SimulatedPeer;
import ringside.simulation.Simulation;
import ringside.simulation.SimulationListener;
import ringside.status.LifeEvent;
import ringside.status.PeerCommand;
import ringside.status.PeerSettings;
import ringside.status.StatusEntry;

/**
 * A ring whose peers come and go at random moments, while others look for positions, one lookup a
 * second on average. For one thread.
 */
public final class ChurningRing implements SimulationListener {

    /** The paper's peers stabilize each 15 to 45 s. */
    private static final PeerSettings SETTINGS =
            PeerSettings.DEFAULTS
                    .withShortcuts(true)
                    .withSuccessors(LookupRing.LONG_LIST)
                    .withPingIntervalMs(30_000);

    private static final double LOOKUPS_A_SECOND = 1;
    private static final double MICROS_PER_SECOND = 1e6;

    /** Longest time that a lookup is waited for: it has failed when nobody has answered then. */
    private static final long PATIENCE_MS = 30_000;

    /** Longest time until a predecessor hears of a newcomer: one ping interval and its end. */
    private static final long NEW_MICROS = 31_000_000;

    /** The peers with which the ring begins are no newcomers. */
    private static final long NEVER = -NEW_MICROS;

    private final LookupRing ring;
    private final Simulation simulation;
    private final Random random;
    private final double rate;

    /** Members that have not said that they leave: among them is the owner of every position. */
    private final TreeSet<PeerId> members = new TreeSet<>();

    private final List<PeerId> anyMember = new ArrayList<>();

    /** Where each member stands among {@link #anyMember}. */
    private final Map<PeerId, Integer> places = new HashMap<>();

    private final List<Lookup> lookups = new ArrayList<>();
    private final Map<PeerId, Long> joinedAt = new HashMap<>();
    private int wrong;
    private int early;

    /**
     * Starts the ring.
     *
     * @param rate of joins, and of leaves, a second
     */
    public ChurningRing(int peers, double rate, long seed) {
        this.rate = rate;
        ring = new LookupRing(peers, seed, SETTINGS, this);
        simulation = ring.simulation();
        random = ring.random();
        afterAWhile(rate, this::join);
        afterAWhile(rate, this::leave);
    }

    /** Runs an action after a time that is exponentially distributed. */
    private void afterAWhile(double perSecond, Runnable action) {
        double seconds = -Math.log(1 - random.nextDouble()) / perSecond;
        simulation.later((long) (seconds * MICROS_PER_SECOND), action);
    }

    // -- coming and going

    /** Has a member look for the owner of a position, through which a newcomer joins there. */
    private void join() {
        Lookup place = ring.lookUpFrom(random());
        place.whenKnown(() -> {
            PeerId owner = place.owner();
            if (owner != null) {
                simulation.later(
                        0, () -> simulation.start(place.position(), new Origin.Join(owner)));
            }
        });
        afterAWhile(rate, this::join);
    }

    private void leave() {
        simulation.find(random()).ifPresent(peer -> peer.command(new PeerCommand.Quit()));
        afterAWhile(rate, this::leave);
    }

    private PeerId random() {
        return anyMember.get(random.nextInt(anyMember.size()));
    }

    @Override
    public void reported(StatusEntry entry) {
        if (entry.event() instanceof LifeEvent.Running) {
            joinedAt.put(entry.peer(), entry.atMicros() == 0 ? NEVER : entry.atMicros());
            members.add(entry.peer());
            places.put(entry.peer(), anyMember.size());
            anyMember.add(entry.peer());
        } else if (entry.event() instanceof LifeEvent.Leaving) {
            remove(entry.peer());
        }
    }

    @Override
    public void printed(PeerId peer, String line) {}

    @Override
    public void ended(SimulatedPeer peer) {
        remove(peer.id());
    }

    private void remove(PeerId peer) {
        if (members.remove(peer)) {
            int place = Objects.requireNonNull(places.remove(peer));
            PeerId last = anyMember.removeLast();
            if (!last.equals(peer)) {
                anyMember.set(place, last);
                places.put(last, place);
            }
        }
    }

    /** Returns how many members do not leave. */
    public int members() {
        return members.size();
    }

    // -- looking up

    /** Lets time pass until so many lookups have ended. */
    public void lookUp(int count) {
        afterAWhile(LOOKUPS_A_SECOND, () -> begin(count));
        simulation.runUntil(() -> lookups.size() == count, Long.MAX_VALUE / 1_000_000);
        simulation.run(PATIENCE_MS);
    }

    private void begin(int left) {
        Lookup lookup = ring.lookUpFrom(random());
        lookups.add(lookup);
        lookup.whenKnown(() -> check(lookup));
        if (left > 1) {
            afterAWhile(LOOKUPS_A_SECOND, () -> begin(left - 1));
        }
    }

    private void check(Lookup lookup) {
        PeerId owner = IdealRing.owner(members, lookup.position());
        if (owner.equals(lookup.owner())) {
            return;
        }
        boolean isNew = joinedAt.getOrDefault(owner, NEVER) > simulation.nowMicros() - NEW_MICROS;
        PeerId before = IdealRing.successors(members, owner, 1).getFirst();
        if (isNew && before.equals(lookup.owner())) {
            early++;
        } else {
            wrong++;
        }
    }

    /**
     * Returns how many lookups found the peer that owned the position until a newcomer came, of
     * whom the newcomer's predecessor has not heard yet. It still has the files.
     */
    public long early() {
        return early;
    }

    double meanPath() {
        return lookups.stream().mapToInt(Lookup::pathLength).average().orElse(Double.NaN);
    }

    double meanTimeOuts() {
        return lookups.stream().mapToInt(Lookup::timeOuts).average().orElse(Double.NaN);
    }

    /** Returns how many lookups found a peer that is not the owner, or nobody. */
    public long failed() {
        return wrong + lookups.stream().filter(lookup -> lookup.owner() == null).count();
    }
}
