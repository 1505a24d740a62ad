package ringside.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ringside.ring.PeerId;
import ringside.status.FileEvent;
import ringside.status.LifeEvent;
import ringside.status.LookupEvent;
import ringside.status.NeighbourEvent;
import ringside.status.ProcessEvent;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;
import ringside.status.WireEvent;

/**
 * Whether every living member has the right neighbours, and how long each heal took. Immutable: an
 * event that changes no member and no neighbour leaves the same object.
 */
public final class RingHealth {

    /** Heals kept: enough for every kill of a long lesson. */
    public static final int HEALS_KEPT = 128;

    static final RingHealth EMPTY =
            new RingHealth(Membership.EMPTY, null, RecentList.keeping(HEALS_KEPT));

    private final Membership membership;
    private final @Nullable Healing healing;
    private final RecentList<Heal> heals;

    private RingHealth(Membership membership, @Nullable Healing healing, RecentList<Heal> heals) {
        this.membership = membership;
        this.healing = healing;
        this.heals = heals;
    }

    /**
     * Returns the members whose process runs unpaused, that are not leaving and whose host is not
     * silent, by id.
     */
    public List<PeerId> living() {
        return membership.living();
    }

    /** Returns those of the living members that are still joining. */
    public List<PeerId> arriving() {
        return membership.arriving();
    }

    /** Returns every wrong neighbour; empty in a consistent ring. */
    public List<NeighbourFault> faults() {
        return membership.faults();
    }

    /** Returns the heal in progress, or null in a consistent ring. */
    public @Nullable Healing healing() {
        return healing;
    }

    /**
     * Returns the last heals that ended, oldest first; at least the last {@value #HEALS_KEPT} are
     * kept. Where not all peers are seen, nobody can tell when a ring is whole again.
     */
    public RecentList<Heal> heals() {
        return heals;
    }

    /**
     * Returns whether all peers of the ring are seen. Of some peers of a ring nobody can tell who
     * their neighbours should be, so that none of them is wrong.
     */
    public boolean isWhole() {
        return membership.isWhole();
    }

    /** Returns the first living member at or after a place; empty without living members. */
    Optional<PeerId> owner(PeerId place) {
        return membership.owner(place);
    }

    /** The event that made the ring inconsistent. */
    public enum Cause {
        STARTED,
        JOINED,
        QUIT,
        KILLED,
        CRASHED,
        PAUSED,
        RESUMED,
        /** The host of the peer was cut off. */
        HOST_CUT,
        /** The host of the peer went silent or is gone. */
        HOST_LOST,
        /** The host of the peer was mended or is heard again. */
        HOST_BACK,
        /** A peer changed its neighbours without any change of membership. */
        NEIGHBOURS_CHANGED
    }

    /**
     * A heal in progress: the ring has been inconsistent for some time.
     *
     * @param cause the first change
     * @param peer the peer that changed
     */
    public record Healing(Cause cause, PeerId peer, long sinceMicros) {

        /** Corrects the cause when a started process turns out to join a ring. */
        private Healing after(StatusEntry entry) {
            boolean joins =
                    cause == Cause.STARTED
                            && entry.event() instanceof LifeEvent.Joining
                            && entry.peer().equals(peer);
            return joins ? new Healing(Cause.JOINED, peer, sinceMicros) : this;
        }
    }

    /** A heal that has ended, with its duration in microseconds. */
    public record Heal(Healing healing, long tookMicros) {}

    /**
     * Returns whether no peer is joining and all have their right two successors and predecessors,
     * as far as that can be told. A host that is cut off is a ring of its own, and peers of a
     * silent one do not count (SPEC 9.8).
     */
    public boolean isConsistent() {
        return membership.isConsistent();
    }

    public Optional<Heal> lastHeal() {
        return heals.isEmpty() ? Optional.empty() : Optional.of(heals.getLast());
    }

    /** Returns the faults of the ring, one plain sentence each; empty in a consistent ring. */
    public List<String> problems() {
        return Stream.concat(
                        arriving().stream()
                                .map(peer -> ExplanationTexts.format("fault.arriving", peer)),
                        faults().stream().map(NeighbourFault::sentence))
                .toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RingHealth health
                && isWhole() == health.isWhole()
                && living().equals(health.living())
                && arriving().equals(health.arriving())
                && faults().equals(health.faults())
                && Objects.equals(healing, health.healing)
                && heals.equals(health.heals);
    }

    @Override
    public int hashCode() {
        return Objects.hash(living(), arriving(), faults(), healing, heals);
    }

    RingHealth after(PeerTable peers, Hosts hosts, StatusEntry entry) {
        if (entry.event() instanceof ProcessEvent.OthersUnseen) {
            return isWhole() ? new RingHealth(membership.ofSome(), null, heals) : this;
        }
        Optional<Cause> cause = cause(entry.event());
        if (cause.isEmpty()) {
            return this;
        }
        Membership now =
                entry.event() instanceof ProcessEvent.OfHost
                        ? membership.judgedAnew(peers.all(), hosts)
                        : peers.get(entry.peer())
                                .map(peer -> membership.after(peer, hosts))
                                .orElse(membership);
        if (!now.isConsistent()) {
            Healing since =
                    healing != null
                            ? healing.after(entry)
                            : new Healing(cause.get(), entry.peer(), entry.atMicros());
            return new RingHealth(now, since, heals);
        }
        boolean isHeal =
                healing != null && now.isWhole() && !now.isEmpty() && !isAbandoned(healing, entry);
        return new RingHealth(now, null, isHeal ? healed(entry.atMicros()) : heals);
    }

    /** A newcomer that ends before it becomes a member leaves the ring unchanged. */
    private static boolean isAbandoned(Healing healing, StatusEntry end) {
        return switch (healing.cause()) {
            case STARTED, JOINED ->
                    end.peer().equals(healing.peer())
                            && (end.event() instanceof ProcessEvent.ProcessEnded
                                    || end.event() instanceof LifeEvent.Leaving
                                    || end.event() instanceof LifeEvent.Left);
            case QUIT,
                    KILLED,
                    CRASHED,
                    PAUSED,
                    RESUMED,
                    HOST_CUT,
                    HOST_LOST,
                    HOST_BACK,
                    NEIGHBOURS_CHANGED ->
                    false;
        };
    }

    /**
     * Clocks of two processes differ by some microseconds, so the duration is kept from being
     * negative.
     */
    private RecentList<Heal> healed(long atMicros) {
        Healing ending = requireNonNull(healing, "healing");
        return heals.plus(new Heal(ending, Math.max(0, atMicros - ending.sinceMicros())));
    }

    /** Returns how an event may affect the ring; empty when it changes no member or neighbour. */
    private static Optional<Cause> cause(StatusEvent event) {
        return switch (event) {
            case ProcessEvent e -> cause(e);
            case LifeEvent.Joining _ -> Optional.of(Cause.JOINED);
            case LifeEvent.Running _ -> Optional.of(Cause.STARTED);
            case LifeEvent.Leaving _, LifeEvent.Left _ -> Optional.of(Cause.QUIT);
            case LifeEvent.Crashed _ -> Optional.of(Cause.CRASHED);
            case NeighbourEvent.NeighboursChanged _ -> Optional.of(Cause.NEIGHBOURS_CHANGED);
            case LifeEvent.Hello _,
                    LifeEvent.SettingsChanged _,
                    LifeEvent.TerminalLine _,
                    LifeEvent.ActionFailed _,
                    LifeEvent.EventsLeftOut _,
                    LifeEvent.UnreadableDatagrams _,
                    LifeEvent.Statistics _,
                    NeighbourEvent.ShortcutsChanged _,
                    NeighbourEvent.PingSent _,
                    NeighbourEvent.PingAnswered _,
                    NeighbourEvent.PingMissed _,
                    NeighbourEvent.PeerSuspected _,
                    NeighbourEvent.PeerTrusted _,
                    NeighbourEvent.PeerDead _,
                    NeighbourEvent.NeighbourLeft _,
                    NeighbourEvent.LinkCut _,
                    NeighbourEvent.LinkMended _,
                    LookupEvent _,
                    FileEvent _,
                    WireEvent _ ->
                    Optional.empty();
        };
    }

    private static Optional<Cause> cause(ProcessEvent event) {
        return switch (event) {
            case ProcessEvent.ProcessStarted _, ProcessEvent.ProcessAttached _ ->
                    Optional.of(Cause.STARTED);
            case ProcessEvent.ProcessPaused _ -> Optional.of(Cause.PAUSED);
            case ProcessEvent.ProcessResumed _ -> Optional.of(Cause.RESUMED);
            case ProcessEvent.ProcessKilled _ -> Optional.of(Cause.KILLED);
            case ProcessEvent.HostCut _ -> Optional.of(Cause.HOST_CUT);
            case ProcessEvent.HostSilent _, ProcessEvent.HostGone _ -> Optional.of(Cause.HOST_LOST);
            case ProcessEvent.HostHeard _, ProcessEvent.HostMended _ ->
                    Optional.of(Cause.HOST_BACK);
            case ProcessEvent.ProcessEnded e ->
                    Optional.of(
                            switch (e.kind()) {
                                case QUIT -> Cause.QUIT;
                                case KILLED -> Cause.KILLED;
                                case VANISHED, CRASHED, REFUSED -> Cause.CRASHED;
                            });
            case ProcessEvent.ProcessMeasured _,
                    ProcessEvent.HostTimed _,
                    ProcessEvent.SampleGiven _,
                    ProcessEvent.OthersUnseen _ ->
                    Optional.empty();
        };
    }
}
