package ringside.model;

import java.util.List;
import java.util.Optional;
import ringside.ring.Circle;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.FileEvent;
import ringside.status.LifeEvent;
import ringside.status.LookupEvent;
import ringside.status.NeighbourEvent;
import ringside.status.PeerEvent;
import ringside.status.ProcessEvent;
import ringside.status.StatusEntry;
import ringside.status.TransferPurpose;
import ringside.status.WireEvent;

/**
 * The complete state of a ring at one moment. Immutable; {@link #after} is the only way it changes
 * (ARCHITECTURE rule 3). Each list in it is bounded by a named constant of the class that keeps it.
 */
public final class RingState {

    /** The state before the first event. */
    public static final RingState EMPTY =
            new RingState(
                    PeerTable.EMPTY, Hosts.NONE, List.of(), List.of(), RingHealth.EMPTY, 0, 0);

    private final PeerTable peers;
    private final Hosts hosts;
    private final List<TransferState> transfers;
    private final List<LookupState> lookups;
    private final RingHealth health;
    private final long startedAtMicros;
    private final long atMicros;

    private RingState(
            PeerTable peers,
            Hosts hosts,
            List<TransferState> transfers,
            List<LookupState> lookups,
            RingHealth health,
            long startedAtMicros,
            long atMicros) {
        this.peers = peers;
        this.hosts = hosts;
        this.transfers = transfers;
        this.lookups = lookups;
        this.health = health;
        this.startedAtMicros = startedAtMicros;
        this.atMicros = atMicros;
    }

    /** Returns all peers ever seen, by id, including dead ones. */
    public List<PeerState> peers() {
        return peers.all();
    }

    /** Returns the circle on which the ring lies: that of processes before its first peer. */
    public Circle circle() {
        return peers.circle();
    }

    /** Returns a peer, if it was ever seen. */
    public Optional<PeerState> peer(PeerId id) {
        return peers.get(id);
    }

    /** Returns the hosts that run the peers. */
    public Hosts hosts() {
        return hosts;
    }

    /** Returns the peers whose processes run on a host now, by id. */
    public List<PeerId> aliveOn(HostState host) {
        return peers.aliveOn(host.name());
    }

    /**
     * Returns whether a user has parted two peers: by cutting the link between them or by cutting
     * off the host of one of them.
     */
    public boolean areParted(PeerState one, PeerState other) {
        return one.cutLinks().contains(other.id())
                || other.cutLinks().contains(one.id())
                || !part(one).equals(part(other));
    }

    /** Returns the living members that no cut host parts from a peer, by id. */
    List<PeerId> livingBeside(PeerState peer) {
        return health.living().stream()
                .filter(id ->
                        peers.get(id).filter(other -> part(other).equals(part(peer))).isPresent())
                .toList();
    }

    /** Returns the parts into which cut hosts part the living members; one if there are none. */
    List<String> parts() {
        List<String> parts =
                health.living().stream()
                        .flatMap(id -> peers.get(id).stream())
                        .map(this::part)
                        .distinct()
                        .toList();
        return parts.isEmpty() ? List.of(Hosts.UNCUT) : parts;
    }

    /** Returns the part of the ring in which a peer is, as {@link Hosts#part} names it. */
    String part(PeerState peer) {
        return hosts.part(peer.process().host());
    }

    /** Returns the last transfers, oldest first, at most {@value TransferFold#KEPT}. */
    public List<TransferState> transfers() {
        return transfers;
    }

    /** Returns the last transfer with this id that a peer sent or received. */
    Optional<TransferState> transfer(PeerId side, long transferId) {
        return transfers.reversed().stream()
                .filter(t -> t.transferId() == transferId && t.involves(side))
                .findFirst();
    }

    /** Returns the last lookups, oldest first, at most {@value LookupFold#KEPT}. */
    public List<LookupState> lookups() {
        return lookups;
    }

    public RingHealth health() {
        return health;
    }

    /** Returns when the first event happened, in microseconds since the epoch; 0 before it. */
    public long startedAtMicros() {
        return startedAtMicros;
    }

    /**
     * Returns when the latest event happened, in microseconds since the epoch; 0 before the first.
     */
    public long atMicros() {
        return atMicros;
    }

    public RingState after(StatusEntry entry) {
        PeerId id = entry.peer();
        long eventMicros = entry.atMicros();
        RingState next =
                switch (entry.event()) {
                    case ProcessEvent e -> afterProcess(id, e, eventMicros);
                    case PeerEvent e -> afterPeer(id, e, eventMicros);
                };
        return new RingState(
                next.peers,
                next.hosts,
                next.transfers,
                next.lookups,
                health.after(next.peers, next.hosts, entry),
                startedAtMicros == 0 ? eventMicros : startedAtMicros,
                Math.max(atMicros, eventMicros));
    }

    private RingState afterProcess(PeerId id, ProcessEvent event, long eventMicros) {
        RingState next =
                with(PeerFold.process(peers, id, event, eventMicros)).with(hosts.after(event));
        return switch (event) {
            case ProcessEvent.HostGone e ->
                    next.withTransfers(
                            TransferFold.hostGone(
                                    transfers, peers.aliveOn(e.host()), e.reason(), eventMicros));
            case ProcessEvent.ProcessEnded e ->
                    next.withTransfers(
                            TransferFold.processEnded(transfers, id, e.reason(), eventMicros));
            case ProcessEvent.ProcessStarted _,
                    ProcessEvent.ProcessAttached _,
                    ProcessEvent.ProcessPaused _,
                    ProcessEvent.ProcessResumed _,
                    ProcessEvent.ProcessMeasured _,
                    ProcessEvent.SampleGiven _,
                    ProcessEvent.OthersUnseen _,
                    ProcessEvent.HostSilent _,
                    ProcessEvent.HostHeard _,
                    ProcessEvent.HostCut _,
                    ProcessEvent.HostMended _,
                    ProcessEvent.HostTimed _,
                    ProcessEvent.ProcessKilled _ ->
                    next;
        };
    }

    private RingState afterPeer(PeerId id, PeerEvent event, long eventMicros) {
        return switch (event) {
            case LifeEvent.Hello e -> with(PeerFold.hello(peers, id, e));
            case LifeEvent.Joining _ -> phase(id, PeerPhase.JOINING, eventMicros);
            case LifeEvent.Running _ -> phase(id, PeerPhase.RUNNING, eventMicros);
            case LifeEvent.Leaving _ -> phase(id, PeerPhase.LEAVING, eventMicros);
            case LifeEvent.Left _ -> phase(id, PeerPhase.QUIT, eventMicros);
            case LifeEvent.Crashed _ -> phase(id, PeerPhase.CRASHED, eventMicros);
            case LifeEvent.SettingsChanged e ->
                    with(peers.change(id, peer -> peer.withSettings(e.settings())));
            case LifeEvent.TerminalLine e ->
                    with(
                            peers.change(
                                    id, peer -> peer.plus(new OutputLine(eventMicros, e.text()))));
            case LifeEvent.EventsLeftOut e ->
                    with(peers.change(id, peer -> peer.plusLeftOut(e.count())));
            case WireEvent.CaptureSwitched e ->
                    with(peers.change(id, peer -> peer.withCapturing(e.on())));
            case LifeEvent.Statistics e ->
                    with(peers.change(id, peer -> peer.plus(e, eventMicros)));
            case FileEvent.FilesHeld e -> with(peers.change(id, peer -> peer.holding(e.files())));
            case FileEvent.FileDamaged e ->
                    with(peers.change(id, peer -> peer.withDamage(e.file())));
            case FileEvent.FileMended e ->
                    with(peers.change(id, peer -> peer.withoutDamage(e.file())));
            case NeighbourEvent.NeighboursChanged e -> with(PeerFold.neighbours(peers, id, e));
            case NeighbourEvent.ShortcutsChanged e ->
                    with(peers.change(id, peer -> peer.withTable(e.table(), eventMicros)));
            case NeighbourEvent.PingSent e -> with(PeerFold.pingSent(peers, id, e, eventMicros));
            case NeighbourEvent.PingAnswered e ->
                    with(PeerFold.pingAnswered(peers, id, e, eventMicros));
            case NeighbourEvent.PingMissed e ->
                    with(PeerFold.pingMissed(peers, id, e, eventMicros));
            case NeighbourEvent.PeerTrusted e -> with(PeerFold.trusted(peers, id, e));
            case NeighbourEvent.LinkCut e ->
                    with(peers.change(id, peer -> peer.withLinkCut(e.other())));
            case NeighbourEvent.LinkMended e ->
                    with(peers.change(id, peer -> peer.withLinkMended(e.other())));
            case NeighbourEvent.PeerDead e -> with(PeerFold.declaredDead(peers, id, e));
            case LookupEvent.LookupSent e ->
                    withLookups(LookupFold.sent(lookups, id, e, eventMicros));
            case LookupEvent.LookupForwarded e ->
                    withLookups(LookupFold.forwarded(lookups, id, e, eventMicros));
            case LookupEvent.LookupArrived e -> withLookups(LookupFold.arrived(lookups, id, e));
            case LookupEvent.LookupAnswered e ->
                    withLookups(LookupFold.answered(lookups, id, e, eventMicros));
            case LookupEvent.LookupFailed e ->
                    withLookups(LookupFold.failed(lookups, id, e, eventMicros));
            case FileEvent.TransferStarted e ->
                    withTransfers(TransferFold.started(transfers, id, e, eventMicros));
            case FileEvent.TransferProgress e ->
                    withTransfers(TransferFold.progress(transfers, id, e, eventMicros));
            case FileEvent.TransferDone e ->
                    withTransfers(TransferFold.done(transfers, id, e, eventMicros))
                            .withOrigin(id, e, eventMicros);
            case FileEvent.FileStored e -> stored(id, e, eventMicros);
            case FileEvent.TransferFailed e ->
                    withTransfers(TransferFold.failed(transfers, id, e, eventMicros));
            case FileEvent.FileReceived e ->
                    withTransfers(TransferFold.received(transfers, id, e.file(), e.path()));
            case FileEvent.FileWritten e ->
                    withTransfers(TransferFold.received(transfers, id, e.file(), e.path()));
            case LifeEvent.ActionFailed e ->
                    with(peers.changeKnown(id, peer -> peer.withoutSampleOf(e.action())));
            case LifeEvent.UnreadableDatagrams _,
                    NeighbourEvent.PeerSuspected _,
                    NeighbourEvent.NeighbourLeft _,
                    LookupEvent.LookupPassedBy _,
                    FileEvent.SegmentTraced _,
                    WireEvent.MessageCaptured _,
                    WireEvent.MessagesUncaptured _ ->
                    this;
        };
    }

    private RingState stored(PeerId id, FileEvent.FileStored event, long eventMicros) {
        RingState stored =
                with(peers.changeKnown(id, peer -> peer.withoutSample(event.file().number())));
        return event.owner().equals(id)
                ? stored.withOrigin(
                        id, new FileOrigin(event.file(), id, TransferPurpose.STORE, eventMicros))
                : stored;
    }

    /** Returns whether the window has a sample file stored now under a number, unasked. */
    boolean isSample(FileNumber number) {
        return peers.all().stream().anyMatch(peer -> peer.samples().contains(number));
    }

    private RingState phase(PeerId id, PeerPhase phase, long eventMicros) {
        return with(PeerFold.phase(peers, id, phase, eventMicros));
    }

    /** A peer that has received a file for the ring holds it from now on. */
    private RingState withOrigin(PeerId id, FileEvent.TransferDone event, long eventMicros) {
        Optional<TransferState> done =
                event.sending() ? Optional.empty() : transfer(id, event.transferId());
        return done.filter(transfer -> transfer.purpose() != TransferPurpose.REQUEST)
                .map(transfer ->
                        withOrigin(
                                id,
                                new FileOrigin(
                                        transfer.file(),
                                        transfer.sender(),
                                        transfer.purpose(),
                                        eventMicros)))
                .orElse(this);
    }

    private RingState withOrigin(PeerId id, FileOrigin origin) {
        return with(peers.change(id, peer -> peer.with(origin)));
    }

    private RingState with(PeerTable changed) {
        return new RingState(changed, hosts, transfers, lookups, health, startedAtMicros, atMicros);
    }

    private RingState with(Hosts changed) {
        return new RingState(peers, changed, transfers, lookups, health, startedAtMicros, atMicros);
    }

    private RingState withTransfers(List<TransferState> changed) {
        return new RingState(peers, hosts, changed, lookups, health, startedAtMicros, atMicros);
    }

    private RingState withLookups(List<LookupState> changed) {
        return new RingState(peers, hosts, transfers, changed, health, startedAtMicros, atMicros);
    }
}
