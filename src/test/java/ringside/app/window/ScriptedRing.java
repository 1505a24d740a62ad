package ringside.app.window;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import ringside.ring.Circle;
import ringside.ring.FileName;
import ringside.ring.FileNumber;
import ringside.ring.IdealRing;
import ringside.ring.PeerId;
import ringside.status.Command;
import ringside.status.EventSource;
import ringside.status.FileEvent;
import ringside.status.HeldFile;
import ringside.status.LifeEvent;
import ringside.status.LookupEvent;
import ringside.status.LookupPurpose;
import ringside.status.NeighbourEvent;
import ringside.status.NeighboursCause;
import ringside.status.PeerCommand;
import ringside.status.PeerSettings;
import ringside.status.PlantedFault;
import ringside.status.ProcessEvent;
import ringside.status.ProcessEvent.ExitKind;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;
import ringside.status.WireEvent;
import ringside.supervisor.ActionFailedException;
import ringside.supervisor.PeerFiles;
import ringside.supervisor.Refusals;
import ringside.supervisor.ScenarioRing;

/**
 * A ring without processes that reports believable events: pings every second, misses after a kill,
 * hops of a request, progress of a transfer. Draining it advances the time.
 */
public final class ScriptedRing implements ScenarioRing, EventSource {

    private static final long MILLI = 1_000;
    private static final long SECOND = 1_000_000;
    static final int BASE_PORT = 50_000;

    private final ScriptedEvents events;
    private final Random random = new Random(7);
    private final ScriptedPeers peers;
    private final ScriptedPings pings;
    private final List<Command> commands = new ArrayList<>();
    private Map<PeerId, PlantedFault> faults = Map.of();
    private long ids;
    private int quitAllCalls;
    private PeerFiles files = PeerFiles.HERE;
    private long startDelayMicros;
    private PeerSettings settings = PeerSettings.DEFAULTS.withReplicas(1);

    /**
     * Creates a running ring.
     *
     * @param clock microseconds since the epoch
     */
    public ScriptedRing(LongSupplier clock, int... ids) {
        this.events = new ScriptedEvents(clock);
        this.peers = new ScriptedPeers(events);
        this.pings = new ScriptedPings(events, peers, () -> settings, random);
        for (int id : ids) {
            peers.start(new PeerId(id));
        }
        peers.living().forEach(this::tellStart);
        for (PeerId id : peers.living()) {
            tell(id, new LifeEvent.Running());
            peers.setNeighbours(id, NeighboursCause.STARTED);
            plan(random.nextLong(SECOND), () -> pings.ping(id, peers.peer(id).life));
        }
    }

    /** Lets the files that its peers have received be somewhere else than here. */
    void keepFiles(PeerFiles elsewhere) {
        files = elsewhere;
    }

    @Override
    public boolean mayHave(PeerId peer, String path) {
        return files.mayHave(peer, path);
    }

    @Override
    public CompletableFuture<Path> fileOf(PeerId peer, String path) {
        return files.fileOf(peer, path);
    }

    /** Gives a file to its owner. */
    public ScriptedRing with(String file, long bytes) {
        FileName name = FileName.parse(file);
        PeerId owner = IdealRing.owner(peers.living(), name.number().hash());
        peers.peer(owner).files.add(new HeldFile(name, bytes, true));
        tell(owner, new FileEvent.FilesHeld(List.copyOf(peers.peer(owner).files)));
        return this;
    }

    /** Returns at most some of the living peers, by id. */
    public List<PeerId> someLiving(int most) {
        return peers.living().stream().limit(most).toList();
    }

    /** Returns the commands received so far, in order. */
    public List<Command> commands() {
        return List.copyOf(commands);
    }

    /** Returns how often all peers were asked to quit. */
    public int quitAllCalls() {
        return quitAllCalls;
    }

    /** Returns the faults that were planted last; its peers do not have them. */
    Map<PeerId, PlantedFault> faults() {
        return faults;
    }

    public void tell(PeerId id, StatusEvent event) {
        events.tell(id, event);
    }

    @Override
    public int drain(Consumer<StatusEntry> receiver, int most) {
        return events.drain(receiver, most);
    }

    @Override
    public CompletableFuture<Void> carryOut(Command command) {
        commands.add(command);
        events.catchUp();
        try {
            start(command);
            return CompletableFuture.completedFuture(null);
        } catch (ActionFailedException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public CompletableFuture<Void> storeSample(PeerId writer, Path sample, FileNumber number) {
        tell(writer, new ProcessEvent.SampleGiven(number));
        return carryOut(
                new Command.Tell(
                        List.of(writer), new PeerCommand.Store(sample.toString(), number)));
    }

    @Override
    public CompletableFuture<Void> startRing(List<PeerId> wanted) {
        return carryOut(new Command.Add(wanted));
    }

    @Override
    public CompletableFuture<Void> plant(Map<PeerId, PlantedFault> planted) {
        faults = Map.copyOf(planted);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Void> join(PeerId peer, PeerId known) {
        return carryOut(new Command.Add(List.of(peer)));
    }

    @Override
    public CompletableFuture<Void> quitAll() {
        quitAllCalls++;
        return CompletableFuture.completedFuture(null);
    }

    private void start(Command command) {
        switch (command) {
            case Command.Add add -> add.peers().forEach(this::add);
            case Command.Kill kill -> kill.peers().forEach(this::kill);
            case Command.Pause pause -> pause.peers().forEach(id -> pause(id, true));
            case Command.Resume resume -> resume.peers().forEach(id -> pause(id, false));
            case Command.Restart restart -> restart.peers().forEach(this::add);
            case Command.Tell tell -> tell.peers().forEach(id -> ask(id, tell.what()));
            case Command.CutLink cut -> {
                ask(cut.one(), new PeerCommand.CutLink(cut.other()));
                ask(cut.other(), new PeerCommand.CutLink(cut.one()));
            }
            case Command.MendLink mend -> {
                ask(mend.one(), new PeerCommand.MendLink(mend.other()));
                ask(mend.other(), new PeerCommand.MendLink(mend.one()));
            }
            case Command.AddOn add -> throw Refusals.noHost(add.host());
            case Command.ToHost some -> throw Refusals.noHost(some.host());
            case Command.TellAll all -> peers.living().forEach(id -> ask(id, all.what()));
        }
    }

    /** Delays the first report of processes started from now on, in microseconds. */
    void delayStarts(long micros) {
        startDelayMicros = micros;
    }

    private void add(PeerId id) {
        if (startDelayMicros > 0) {
            plan(startDelayMicros, () -> begin(id));
        } else {
            begin(id);
        }
    }

    private void begin(PeerId id) {
        NavigableSet<PeerId> others = peers.living();
        ScriptedPeers.Peer fresh = peers.start(id);
        tellStart(id);
        if (!others.isEmpty()) {
            tell(id, new LifeEvent.Joining(others.first()));
        }
        plan(
                700 * MILLI,
                () -> {
                    tell(id, new LifeEvent.Running());
                    peers.living()
                            .forEach(other ->
                                    peers.setNeighbours(other, NeighboursCause.STABILISED));
                    pings.ping(id, fresh.life);
                });
    }

    private void kill(PeerId id) {
        ScriptedPeers.Peer peer = peers.running(id);
        peer.alive = false;
        tell(id, new ProcessEvent.ProcessKilled());
        tell(id, new ProcessEvent.ProcessEnded(ExitKind.KILLED, 137, "Killed by you."));
    }

    private void pause(PeerId id, boolean paused) {
        peers.running(id).paused = paused;
        tell(id, paused ? new ProcessEvent.ProcessPaused() : new ProcessEvent.ProcessResumed());
    }

    private void ask(PeerId id, PeerCommand what) {
        ScriptedPeers.Peer peer = peers.running(id);
        switch (what) {
            case PeerCommand.Quit quit -> quit(id, peer);
            case PeerCommand.Request request -> request(id, request);
            case PeerCommand.Store store -> store(id, store);
            case PeerCommand.SetLoss set -> {
                settings = settings.withLoss(set.loss());
                tell(id, new LifeEvent.SettingsChanged(settings));
            }
            case PeerCommand.SetWindow set -> {
                settings = settings.withWindow(set.window());
                tell(id, new LifeEvent.SettingsChanged(settings));
            }
            case PeerCommand.SetPingInterval set -> {
                settings = settings.withPingIntervalMs(set.pingIntervalMs());
                tell(id, new LifeEvent.SettingsChanged(settings));
            }
            case PeerCommand.SetMisses set -> {
                settings = settings.withMisses(set.misses());
                tell(id, new LifeEvent.SettingsChanged(settings));
            }
            case PeerCommand.CutLink cut -> tell(id, new NeighbourEvent.LinkCut(cut.to()));
            case PeerCommand.MendLink mend -> tell(id, new NeighbourEvent.LinkMended(mend.to()));
            case PeerCommand.Capture capture -> {
                peer.capturing = capture.on();
                tell(id, new WireEvent.CaptureSwitched(capture.on()));
            }
            case PeerCommand.SetShortcuts set -> {
                settings = settings.withShortcuts(set.on());
                tell(id, new LifeEvent.SettingsChanged(settings));
            }
            case PeerCommand.DropNext _, PeerCommand.ReportSegments _ -> {}
        }
    }

    private void quit(PeerId id, ScriptedPeers.Peer peer) {
        tell(id, new LifeEvent.Leaving(peer.files.size()));
        plan(
                900 * MILLI,
                () -> {
                    peer.alive = false;
                    tell(id, new LifeEvent.Left());
                    tell(id, new ProcessEvent.ProcessEnded(ExitKind.QUIT, 0, "It left the ring."));
                    peers.living()
                            .forEach(o -> peers.setNeighbours(o, NeighboursCause.NEIGHBOUR_LEFT));
                });
    }

    private void request(PeerId id, PeerCommand.Request request) {
        long lookup = ++ids;
        PeerId owner = IdealRing.owner(peers.living(), request.number().hash());
        List<PeerId> way = new ArrayList<>(List.of(id));
        way.addAll(IdealRing.successors(peers.living(), id, Circle.IDS_OF_PROCESSES));
        int hops = way.indexOf(owner);
        tell(
                id,
                new LookupEvent.LookupSent(
                        lookup, LookupPurpose.REQUEST, request.number(), way.get(1), 1));
        for (int i = 1; i < hops; i++) {
            tell(
                    way.get(i),
                    new LookupEvent.LookupForwarded(
                            lookup, request.number(), id, i, way.get(i + 1), i == hops - 1, 0));
        }
        List<HeldFile> held =
                peers.peer(owner).files.stream()
                        .filter(file -> file.name().number().equals(request.number()))
                        .toList();
        tell(
                owner,
                new LookupEvent.LookupArrived(
                        lookup,
                        LookupPurpose.REQUEST,
                        request.number(),
                        id,
                        hops,
                        !held.isEmpty()));
        tell(
                id,
                new LookupEvent.LookupAnswered(
                        lookup, LookupPurpose.REQUEST, request.number(), owner, !held.isEmpty()));
        held.forEach(file -> plan(300 * MILLI, () -> send(owner, id, file)));
    }

    private void store(PeerId id, PeerCommand.Store store) {
        PeerId owner = IdealRing.owner(peers.living(), store.number().hash());
        FileName name = FileName.forStoring(store.number(), store.path());
        with(name.toString(), 12_345);
        tell(id, new FileEvent.FileStored(name, owner, 1));
    }

    private void send(PeerId from, PeerId to, HeldFile file) {
        new ScriptedTransfer(
                        events,
                        ++ids,
                        from,
                        to,
                        file,
                        settings,
                        () -> peers.peer(from).alive && peers.peer(to).alive)
                .start();
    }

    private void tellStart(PeerId id) {
        int port = BASE_PORT + id.value();
        tell(id, new ProcessEvent.ProcessStarted(40_000 + id.value(), port));
        tell(id, new LifeEvent.Hello(1, 40_000 + id.value(), port, settings));
    }

    /** Does something after some time, in microseconds. */
    void plan(long inMicros, Runnable what) {
        events.plan(inMicros, what);
    }
}
