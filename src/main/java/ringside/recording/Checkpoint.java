package ringside.recording;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import ringside.ring.FileName;
import ringside.ring.FileNumber;
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
 * The few events that reproduce the current state of the ring: the last event of each kind for each
 * peer. Each part of a recording begins with them, so that it can be read on its own. Bounded by
 * the number of peers and of transfers under way. For one thread.
 */
public final class Checkpoint {

    /** How long to remember a dead peer: as long as the window draws it. */
    static final long DEAD_MICROS = 60_000_000;

    private final Map<PeerId, Map<Slot, Kept>> peers = new TreeMap<>();
    private final Map<String, Map<HostKind, Kept>> hosts = new TreeMap<>();
    private long order;
    private long latestMicros;

    private record Kept(long order, StatusEntry entry) {}

    /** The kinds of slots of a host. */
    private enum HostKind {
        CONTACT,
        CUT,
        TIMED
    }

    /** The kinds of slots; an event replaces the earlier one in its slot. */
    private enum Kind {
        PROCESS,
        OTHERS_UNSEEN,
        MEASURED,
        STOPPED,
        KILLED,
        ENDED,
        HELLO,
        SETTINGS,
        CAPTURE,
        PHASE,
        NEIGHBOURS,
        SHORTCUTS,
        FILES,
        LINK,
        DAMAGE,
        PING_SENT,
        PING_ANSWERED,
        PING_MISSED,
        /** Whether the peer has declared another one dead, or trusts it again. */
        DEATH,
        TRANSFER,
        SAMPLE,
        SENT,
        RECEIVED;

        private static final Set<Kind> PINGS = EnumSet.of(PING_SENT, PING_ANSWERED, PING_MISSED);
        private static final Set<Kind> TRANSFERS = EnumSet.of(TRANSFER, SENT, RECEIVED);
        private static final Set<Kind> OTHERS_OF_THE_LIVING =
                EnumSet.of(LINK, DAMAGE, DEATH, SAMPLE, SHORTCUTS);

        /** Returns whether this state ends with a peer's process. */
        boolean endsWithProcess() {
            return PINGS.contains(this)
                    || TRANSFERS.contains(this)
                    || OTHERS_OF_THE_LIVING.contains(this);
        }
    }

    private record Slot(Kind kind, long number) {
        static Slot of(Kind kind) {
            return new Slot(kind, 0);
        }
    }

    /** Takes the next event. */
    public void add(StatusEntry entry) {
        latestMicros = Math.max(latestMicros, entry.atMicros());
        if (entry.event() instanceof ProcessEvent.OfHost event) {
            add(entry, event);
            return;
        }
        Map<Slot, Kept> kept = peers.computeIfAbsent(entry.peer(), peer -> new HashMap<>());
        forget(entry.event(), kept);
        slot(entry.event()).ifPresent(slot -> kept.put(slot, new Kept(order++, entry)));
    }

    private void add(StatusEntry entry, ProcessEvent.OfHost event) {
        Map<HostKind, Kept> host = hosts.computeIfAbsent(event.host(), _ -> new HashMap<>());
        Kept kept = new Kept(order++, entry);
        switch (event) {
            case ProcessEvent.HostCut _, ProcessEvent.HostMended _ -> host.put(HostKind.CUT, kept);
            case ProcessEvent.HostSilent _, ProcessEvent.HostHeard _ ->
                    host.put(HostKind.CONTACT, kept);
            case ProcessEvent.HostTimed _ -> host.put(HostKind.TIMED, kept);
            case ProcessEvent.HostGone _ -> {
                host.remove(HostKind.CUT);
                host.put(HostKind.CONTACT, kept);
                peers.values().stream()
                        .filter(peer -> isAliveOn(event.host(), peer))
                        .forEach(peer -> {
                            peer.keySet().removeIf(slot -> slot.kind().endsWithProcess());
                            peer.put(Slot.of(Kind.ENDED), kept);
                        });
            }
        }
    }

    private static boolean isAliveOn(String host, Map<Slot, Kept> peer) {
        Kept process = peer.get(Slot.of(Kind.PROCESS));
        return process != null
                && process.entry().event() instanceof ProcessEvent.ProcessStarted started
                && started.host().equals(host)
                && !peer.containsKey(Slot.of(Kind.ENDED));
    }

    /** Returns the events that are needed, in order of arrival. */
    public List<StatusEntry> entries() {
        peers.values().removeIf(this::isForgotten);
        Set<Kept> all = new HashSet<>();
        peers.values().forEach(kept -> all.addAll(kept.values()));
        hosts.values().forEach(kept -> all.addAll(kept.values()));
        return all.stream().sorted(Comparator.comparingLong(Kept::order)).map(Kept::entry).toList();
    }

    private boolean isForgotten(Map<Slot, Kept> kept) {
        Kept end = kept.get(Slot.of(Kind.ENDED));
        return end != null && latestMicros - end.entry().atMicros() > DEAD_MICROS;
    }

    private static void forget(StatusEvent event, Map<Slot, Kept> kept) {
        switch (event) {
            case ProcessEvent.ProcessStarted _, ProcessEvent.ProcessAttached _ -> kept.clear();
            case ProcessEvent.ProcessEnded _ ->
                    kept.keySet().removeIf(slot -> slot.kind().endsWithProcess());
            case NeighbourEvent.NeighboursChanged e ->
                    kept.keySet().removeIf(slot -> isPing(slot) && !isOf(slot, e.successors()));
            case FileEvent.FileStored e -> kept.remove(sample(e.file().number()));
            case FileEvent.TransferDone e -> forgetTransfer(e.transferId(), kept);
            case FileEvent.TransferFailed e -> forgetTransfer(e.transferId(), kept);
            case ProcessEvent _,
                    LifeEvent _,
                    NeighbourEvent _,
                    LookupEvent _,
                    FileEvent _,
                    WireEvent _ -> {}
        }
    }

    private static Slot damage(FileName file) {
        return new Slot(Kind.DAMAGE, Integer.parseInt(file.number().digits()));
    }

    private static Slot sample(FileNumber number) {
        return new Slot(Kind.SAMPLE, Integer.parseInt(number.digits()));
    }

    private static boolean isPing(Slot slot) {
        return Kind.PINGS.contains(slot.kind());
    }

    private static boolean isOf(Slot ping, List<PeerId> successors) {
        return successors.stream().anyMatch(successor -> successor.position() == ping.number());
    }

    private static void forgetTransfer(long id, Map<Slot, Kept> kept) {
        kept.keySet().removeIf(slot -> slot.number() == id && Kind.TRANSFERS.contains(slot.kind()));
    }

    /** Returns the slot that keeps an event; empty if no later state needs it. */
    private static Optional<Slot> slot(StatusEvent event) {
        return switch (event) {
            case ProcessEvent.ProcessStarted _, ProcessEvent.ProcessAttached _ ->
                    Optional.of(Slot.of(Kind.PROCESS));
            case ProcessEvent.ProcessPaused _, ProcessEvent.ProcessResumed _ ->
                    Optional.of(Slot.of(Kind.STOPPED));
            case ProcessEvent.SampleGiven e -> Optional.of(sample(e.number()));
            case ProcessEvent.OthersUnseen _ -> Optional.of(Slot.of(Kind.OTHERS_UNSEEN));
            case ProcessEvent.ProcessMeasured _ -> Optional.of(Slot.of(Kind.MEASURED));
            case ProcessEvent.ProcessKilled _ -> Optional.of(Slot.of(Kind.KILLED));
            case ProcessEvent.ProcessEnded _ -> Optional.of(Slot.of(Kind.ENDED));
            case ProcessEvent.OfHost _ -> Optional.empty();
            case LifeEvent.Hello _ -> Optional.of(Slot.of(Kind.HELLO));
            case LifeEvent.SettingsChanged _ -> Optional.of(Slot.of(Kind.SETTINGS));
            case WireEvent.CaptureSwitched _ -> Optional.of(Slot.of(Kind.CAPTURE));
            case LifeEvent.Joining _,
                    LifeEvent.Running _,
                    LifeEvent.Leaving _,
                    LifeEvent.Left _,
                    LifeEvent.Crashed _ ->
                    Optional.of(Slot.of(Kind.PHASE));
            case NeighbourEvent.NeighboursChanged _ -> Optional.of(Slot.of(Kind.NEIGHBOURS));
            case NeighbourEvent.ShortcutsChanged _ -> Optional.of(Slot.of(Kind.SHORTCUTS));
            case NeighbourEvent.PingSent e ->
                    Optional.of(new Slot(Kind.PING_SENT, e.target().position()));
            case NeighbourEvent.PingAnswered e ->
                    Optional.of(new Slot(Kind.PING_ANSWERED, e.target().position()));
            case NeighbourEvent.PingMissed e ->
                    Optional.of(new Slot(Kind.PING_MISSED, e.target().position()));
            case NeighbourEvent.PeerDead e ->
                    Optional.of(new Slot(Kind.DEATH, e.target().position()));
            case NeighbourEvent.PeerTrusted e ->
                    Optional.of(new Slot(Kind.DEATH, e.target().position()));
            case NeighbourEvent.LinkCut e -> Optional.of(new Slot(Kind.LINK, e.other().position()));
            case NeighbourEvent.LinkMended e ->
                    Optional.of(new Slot(Kind.LINK, e.other().position()));
            case FileEvent.FilesHeld _ -> Optional.of(Slot.of(Kind.FILES));
            case FileEvent.FileDamaged e -> Optional.of(damage(e.file()));
            case FileEvent.FileMended e -> Optional.of(damage(e.file()));
            case FileEvent.TransferStarted e ->
                    Optional.of(new Slot(Kind.TRANSFER, e.transferId()));
            case FileEvent.TransferProgress e ->
                    Optional.of(new Slot(e.sending() ? Kind.SENT : Kind.RECEIVED, e.transferId()));
            case LifeEvent.TerminalLine _,
                    LifeEvent.ActionFailed _,
                    LifeEvent.EventsLeftOut _,
                    LifeEvent.UnreadableDatagrams _,
                    LifeEvent.Statistics _,
                    NeighbourEvent.PeerSuspected _,
                    NeighbourEvent.NeighbourLeft _,
                    LookupEvent _,
                    FileEvent.FileReceived _,
                    FileEvent.FileWritten _,
                    FileEvent.FileStored _,
                    FileEvent.SegmentTraced _,
                    FileEvent.TransferDone _,
                    FileEvent.TransferFailed _,
                    WireEvent.MessageCaptured _,
                    WireEvent.MessagesUncaptured _ ->
                    Optional.empty();
        };
    }
}
