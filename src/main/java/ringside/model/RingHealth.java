package ringside.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
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
 * Returns whether every living member has the right neighbours, and how long each heal took.
 *
 * @param living members whose process runs unpaused and that are not leaving, by id
 * @param arriving those of them that are still joining
 * @param faults every wrong neighbour; empty in a consistent ring
 * @param healing the heal in progress, or null in a consistent ring
 * @param heals the last heals that ended, oldest first; at least the last {@value #HEALS_KEPT} are
 *     kept
 */
public record RingHealth(
        List<PeerId> living,
        List<PeerId> arriving,
        List<NeighbourFault> faults,
        @Nullable Healing healing,
        RecentList<Heal> heals) {

    /** Heals kept: enough for every kill of a long lesson. */
    public static final int HEALS_KEPT = 128;

    static final RingHealth EMPTY =
            new RingHealth(List.of(), List.of(), List.of(), null, RecentList.keeping(HEALS_KEPT));

    public RingHealth {
        living = List.copyOf(living);
        arriving = List.copyOf(arriving);
        faults = List.copyOf(faults);
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
     * Returns whether no peer is joining and all have their right two successors and predecessors.
     */
    public boolean isConsistent() {
        return faults.isEmpty() && arriving.isEmpty();
    }

    public Optional<Heal> lastHeal() {
        return heals.isEmpty() ? Optional.empty() : Optional.of(heals.getLast());
    }

    /** Returns the faults of the ring, one plain sentence each; empty in a consistent ring. */
    public List<String> problems() {
        return Stream.concat(
                        arriving.stream()
                                .map(peer -> ExplanationTexts.format("fault.arriving", peer)),
                        faults.stream().map(NeighbourFault::sentence))
                .toList();
    }

    RingHealth after(PeerTable peers, StatusEntry entry) {
        Optional<Cause> cause = cause(entry.event());
        if (cause.isEmpty()) {
            return this;
        }
        List<NeighbourFault> now = NeighbourCheck.faults(peers);
        List<PeerId> members = NeighbourCheck.living(peers);
        List<PeerId> coming = NeighbourCheck.arriving(peers);
        if (!now.isEmpty() || !coming.isEmpty()) {
            Healing since =
                    healing != null
                            ? healing.after(entry)
                            : new Healing(cause.get(), entry.peer(), entry.atMicros());
            return new RingHealth(members, coming, now, since, heals);
        }
        boolean isHeal = healing != null && !members.isEmpty() && !isAbandoned(healing, entry);
        return new RingHealth(
                members, coming, now, null, isHeal ? healed(entry.atMicros()) : heals);
    }

    /** A newcomer that ends before it becomes a member leaves the ring unchanged. */
    private static boolean isAbandoned(Healing healing, StatusEntry end) {
        return switch (healing.cause()) {
            case STARTED, JOINED ->
                    end.peer().equals(healing.peer())
                            && (end.event() instanceof ProcessEvent.ProcessEnded
                                    || end.event() instanceof LifeEvent.Leaving
                                    || end.event() instanceof LifeEvent.Left);
            case QUIT, KILLED, CRASHED, PAUSED, RESUMED, NEIGHBOURS_CHANGED -> false;
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
            case ProcessEvent.ProcessEnded e ->
                    Optional.of(
                            switch (e.kind()) {
                                case QUIT -> Cause.QUIT;
                                case KILLED -> Cause.KILLED;
                                case VANISHED, CRASHED, REFUSED -> Cause.CRASHED;
                            });
            case ProcessEvent.ProcessMeasured _, ProcessEvent.SampleGiven _ -> Optional.empty();
        };
    }
}
