package ringside.app;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import ringside.ring.FileName;
import ringside.ring.Living;
import ringside.ring.PeerId;
import ringside.status.Command;
import ringside.status.FileEvent;
import ringside.status.HeldFile;
import ringside.status.LifeEvent;
import ringside.status.LookupEvent;
import ringside.status.LookupPurpose;
import ringside.status.NeighbourEvent;
import ringside.status.NeighboursCause;
import ringside.status.PeerCommand;
import ringside.status.PeerSettings;
import ringside.status.ProcessEvent.ExitKind;
import ringside.status.ProcessEvent;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;
import ringside.status.SuccessorRole;
import ringside.supervisor.ActionFailedException;
import ringside.supervisor.RingControl;

/**
 * A ring without processes that tells believable events: pings each second, misses after a kill,
 * hops of a request, progress of a transfer. It moves on whenever it is drained.
 */
public final class ScriptedRing implements RingControl {

    private static final long MILLI = 1_000;
    private static final long SECOND = 1_000_000;
    private static final int LIMIT = 4;
    private static final int BASE_PORT = 50_000;

    private final ScriptedEvents events;
    private final Random random = new Random(7);
    private final NavigableMap<PeerId, Peer> peers = new TreeMap<>();
    private final List<Command> commands = new ArrayList<>();
    private long ids;
    private int quitAllCalls;
    private PeerSettings settings = PeerSettings.DEFAULTS;

    private static final class Peer {
        private boolean alive = true;
        private boolean paused;
        private int life;
        private List<PeerId> successors = List.of();
        private List<PeerId> predecessors = List.of();
        private final NavigableMap<PeerId, Long> sequences = new TreeMap<>();
        private final NavigableMap<PeerId, Integer> missed = new TreeMap<>();
        private final NavigableSet<PeerId> dead = new TreeSet<>();
        private final List<HeldFile> files = new ArrayList<>();
    }

    /**
     * A ring that runs already.
     *
     * @param clock microseconds since the epoch
     */
    public ScriptedRing(LongSupplier clock, int... ids) {
        this.events = new ScriptedEvents(clock);
        for (int id : ids) {
            peers.put(new PeerId(id), new Peer());
        }
        peers.keySet().forEach(this::tellStart);
        for (PeerId id : List.copyOf(peers.keySet())) {
            tell(id, new LifeEvent.Running());
            setNeighbours(id, NeighboursCause.STARTED);
            plan(random.nextLong(SECOND), () -> ping(id, peer(id).life));
        }
    }

    /** Gives a file to its owner. */
    public ScriptedRing with(String file, long bytes) {
        FileName name = FileName.parse(file);
        PeerId owner = Living.owner(living(), name.number().hash());
        peer(owner).files.add(new HeldFile(name, bytes, true));
        tell(owner, new FileEvent.FilesHeld(List.copyOf(peer(owner).files)));
        return this;
    }

    /** What was asked of it, in order. */
    public List<Command> commands() {
        return List.copyOf(commands);
    }

    /** How often everybody was asked to quit. */
    public int quitAllCalls() {
        return quitAllCalls;
    }

    /** Tells anything. */
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
            case Command.TellAll all -> living().forEach(id -> ask(id, all.what()));
        }
    }

    private void add(PeerId id) {
        if (peers.containsKey(id) && peer(id).alive) {
            throw new ActionFailedException("Peer " + id + " is already running.");
        }
        Peer fresh = new Peer();
        fresh.life = peers.containsKey(id) ? peer(id).life + 1 : 0;
        NavigableSet<PeerId> others = living();
        peers.put(id, fresh);
        tellStart(id);
        if (!others.isEmpty()) {
            tell(id, new LifeEvent.Joining(others.first()));
        }
        plan(
                700 * MILLI,
                () -> {
                    tell(id, new LifeEvent.Running());
                    living().forEach(other -> setNeighbours(other, NeighboursCause.STABILISED));
                    ping(id, fresh.life);
                });
    }

    private void kill(PeerId id) {
        Peer peer = running(id);
        peer.alive = false;
        tell(id, new ProcessEvent.ProcessKilled());
        tell(id, new ProcessEvent.ProcessEnded(ExitKind.KILLED, 137, "Killed by you."));
    }

    private void pause(PeerId id, boolean paused) {
        running(id).paused = paused;
        tell(id, paused ? new ProcessEvent.ProcessPaused() : new ProcessEvent.ProcessResumed());
    }

    private void ask(PeerId id, PeerCommand what) {
        Peer peer = running(id);
        switch (what) {
            case PeerCommand.Quit quit -> quit(id, peer);
            case PeerCommand.Request request -> request(id, request);
            case PeerCommand.Store store -> store(id, store);
            case PeerCommand.SetLoss set -> {
                settings = settings.withLoss(set.loss());
                tell(id, new LifeEvent.SettingsChanged(settings));
            }
            case PeerCommand.SetPingInterval set -> {
                settings = settings.withPingIntervalMs(set.pingIntervalMs());
                tell(id, new LifeEvent.SettingsChanged(settings));
            }
            case PeerCommand.ReportSegments report -> {}
        }
    }

    private void quit(PeerId id, Peer peer) {
        tell(id, new LifeEvent.Leaving(peer.files.size()));
        plan(
                900 * MILLI,
                () -> {
                    peer.alive = false;
                    tell(id, new LifeEvent.Left());
                    tell(id, new ProcessEvent.ProcessEnded(ExitKind.QUIT, 0, "It left the ring."));
                    living().forEach(o -> setNeighbours(o, NeighboursCause.NEIGHBOUR_LEFT));
                });
    }

    private void request(PeerId id, PeerCommand.Request request) {
        long lookup = ++ids;
        PeerId owner = Living.owner(living(), request.number().hash());
        List<PeerId> way = new ArrayList<>(List.of(id));
        way.addAll(Living.successors(living(), id, PeerId.CIRCLE_SIZE));
        int hops = way.indexOf(owner);
        tell(
                id,
                new LookupEvent.LookupSent(
                        lookup, LookupPurpose.REQUEST, request.number(), way.get(1), 1));
        for (int i = 1; i < hops; i++) {
            tell(
                    way.get(i),
                    new LookupEvent.LookupForwarded(
                            lookup, request.number(), id, i, way.get(i + 1), i == hops - 1));
        }
        List<HeldFile> held =
                peer(owner).files.stream()
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
        PeerId owner = Living.owner(living(), store.number().hash());
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
                        () -> peer(from).alive && peer(to).alive)
                .start();
    }

    private void ping(PeerId id, int life) {
        Peer peer = peer(id);
        if (!peer.alive || peer.life != life) {
            return;
        }
        plan(settings.pingIntervalMs() * MILLI, () -> ping(id, life));
        if (peer.paused) {
            return;
        }
        for (int i = 0; i < Math.min(2, peer.successors.size()); i++) {
            PeerId target = peer.successors.get(i);
            long sequence = peer.sequences.merge(target, 1L, Long::sum) - 1;
            SuccessorRole role = i == 0 ? SuccessorRole.FIRST : SuccessorRole.SECOND;
            tell(id, new NeighbourEvent.PingSent(target, sequence, role));
            boolean answers = peer(target).alive && !peer(target).paused;
            long wait = answers ? 300 + random.nextLong(400) : 500 * MILLI;
            plan(wait, () -> pinged(id, target, sequence, wait, answers));
        }
    }

    private void pinged(PeerId id, PeerId target, long sequence, long wait, boolean answered) {
        Peer peer = peer(id);
        if (!peer.alive || !peer.successors.contains(target)) {
            return;
        }
        if (answered) {
            peer.missed.remove(target);
            tell(id, new NeighbourEvent.PingAnswered(target, sequence, wait));
            tell(
                    id,
                    new LifeEvent.TerminalLine(
                            "A ping response message was received from Peer " + target + "."));
            return;
        }
        int missed = peer.missed.merge(target, 1, Integer::sum);
        tell(id, new NeighbourEvent.PingMissed(target, sequence, missed, LIMIT));
        if (missed >= LIMIT) {
            tell(id, new NeighbourEvent.PeerDead(target, missed));
            tell(id, new LifeEvent.TerminalLine("Peer " + target + " is no longer alive."));
            peer.dead.add(target);
            setNeighbours(id, NeighboursCause.SUCCESSOR_DIED);
            plan(
                    250 * MILLI,
                    () ->
                            living().forEach(
                                    other -> {
                                        if (!peer(other).successors.contains(target)) {
                                            setNeighbours(other, NeighboursCause.PING_HEARD);
                                        }
                                    }));
        }
    }

    private void setNeighbours(PeerId id, NeighboursCause cause) {
        Peer peer = peer(id);
        NavigableSet<PeerId> believed = new TreeSet<>(living());
        if (cause != NeighboursCause.SUCCESSOR_DIED) {
            peer.dead.clear();
        }
        believed.removeAll(peer.dead);
        List<PeerId> successors = Living.successors(believed, id, 4);
        List<PeerId> predecessors = Living.predecessors(believed, id, 2);
        if (!successors.equals(peer.successors) || !predecessors.equals(peer.predecessors)) {
            peer.sequences.keySet().retainAll(successors);
            peer.missed.keySet().retainAll(successors);
            peer.successors = successors;
            peer.predecessors = predecessors;
            tell(id, new NeighbourEvent.NeighboursChanged(successors, predecessors, cause));
        }
    }

    private void tellStart(PeerId id) {
        int port = BASE_PORT + id.value();
        tell(id, new ProcessEvent.ProcessStarted(40_000 + id.value(), port));
        tell(id, new LifeEvent.Hello(1, 40_000 + id.value(), port, settings));
    }

    private NavigableSet<PeerId> living() {
        NavigableSet<PeerId> living = new TreeSet<>();
        peers.forEach(
                (id, peer) -> {
                    if (peer.alive) {
                        living.add(id);
                    }
                });
        return living;
    }

    private Peer peer(PeerId id) {
        Peer peer = peers.get(id);
        if (peer == null) {
            throw new ActionFailedException("Peer " + id + " is not on this ring.");
        }
        return peer;
    }

    private Peer running(PeerId id) {
        Peer peer = peer(id);
        if (!peer.alive) {
            throw new ActionFailedException("Peer " + id + " is not running.");
        }
        return peer;
    }

    private void plan(long inMicros, Runnable what) {
        events.plan(inMicros, what);
    }
}
