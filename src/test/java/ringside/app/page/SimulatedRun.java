package ringside.app.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import ringside.peer.Origin;
import ringside.ring.FileNumber;
import ringside.ring.IdealRing;
import ringside.ring.PeerId;
import ringside.simulation.CheckedSimulation;
import ringside.simulation.SimulatedPeer;
import ringside.simulation.Simulation;
import ringside.status.PeerCommand;
import ringside.status.PeerSettings;
import ringside.status.ProcessEvent;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;

/** A run of real cores in virtual time, with the events that a supervisor adds. */
final class SimulatedRun implements RingPage.Run {

    /** The simulation begins at 0, which stands for no time in a state. */
    static final long START_MICROS = 1_795_000_000_000_000L;

    private final Simulation simulation = CheckedSimulation.of(1, PeerSettings.DEFAULTS);
    private final List<StatusEntry> supervised = new ArrayList<>();

    SimulatedRun(int... ids) {
        this(_ -> "", ids);
    }

    /** Runs each peer on the host that it is given, or on the window's machine. */
    SimulatedRun(IntFunction<String> hostOf, int... ids) {
        List<PeerId> peers = Arrays.stream(ids).mapToObj(PeerId::new).toList();
        peers.forEach(id ->
                tell(
                        id,
                        new ProcessEvent.ProcessStarted(
                                1, 50_000 + id.value(), hostOf.apply(id.value()))));
        simulation.startRing(peers);
    }

    SimulatedRun runTo(long seconds) {
        simulation.run(seconds * 1_000 - simulation.nowMicros() / 1_000);
        return this;
    }

    SimulatedRun kill(int id) {
        simulation.peer(id).kill();
        tell(new PeerId(id), new ProcessEvent.ProcessKilled());
        return end(id, ProcessEvent.ExitKind.KILLED, 137);
    }

    /** Ends a peer of which nothing more is told, as those of a host that is gone. */
    SimulatedRun lose(int id) {
        simulation.peer(id).kill();
        return this;
    }

    SimulatedRun quit(int id) {
        SimulatedPeer peer = simulation.peer(id);
        peer.command(new PeerCommand.Quit());
        simulation.runUntil(() -> !peer.isAlive(), 10_000);
        return end(id, ProcessEvent.ExitKind.QUIT, 0);
    }

    private SimulatedRun end(int id, ProcessEvent.ExitKind kind, int code) {
        tell(new PeerId(id), new ProcessEvent.ProcessEnded(kind, code, "It has ended."));
        return this;
    }

    SimulatedRun pause(int id) {
        simulation.peer(id).pause();
        tell(new PeerId(id), new ProcessEvent.ProcessPaused());
        return this;
    }

    SimulatedRun resume(int id) {
        tell(new PeerId(id), new ProcessEvent.ProcessResumed());
        simulation.peer(id).resume();
        return this;
    }

    SimulatedRun join(int id, int via) {
        tell(new PeerId(id), new ProcessEvent.ProcessStarted(2, 50_000 + id));
        simulation.start(new PeerId(id), new Origin.Join(new PeerId(via)));
        return this;
    }

    /** Has a peer ask for a file that its owner offers, and reports all its segments. */
    SimulatedRun request(int from, String file, int bytes) {
        FileNumber number = new FileNumber(file);
        PeerId owner = IdealRing.owner(simulation.living(), number.hash());
        simulation.disk(owner).offer(file + ".pdf", new byte[bytes]);
        for (int peer : new int[] {from, owner.value()}) {
            simulation.peer(peer).command(new PeerCommand.ReportSegments(true));
        }
        simulation.peer(from).command(new PeerCommand.Request(number));
        return this;
    }

    /** Switches shortcuts on at all peers. */
    SimulatedRun shortcuts() {
        simulation
                .living()
                .forEach(id ->
                        simulation.peer(id.value()).command(new PeerCommand.SetShortcuts(true)));
        return this;
    }

    SimulatedRun store(int at, String file, int bytes) {
        simulation.disk(new PeerId(at)).putAt("/home/" + file, new byte[bytes]);
        simulation.peer(at).command(new PeerCommand.Store("/home/" + file, new FileNumber(file)));
        return this;
    }

    void tell(PeerId peer, StatusEvent event) {
        supervised.add(new StatusEntry(simulation.nowMicros(), peer, event));
    }

    List<StatusEntry> entries() {
        List<StatusEntry> all = new ArrayList<>(supervised);
        all.addAll(simulation.trace());
        all.sort(Comparator.comparingLong(StatusEntry::atMicros));
        return all.stream()
                .map(entry ->
                        new StatusEntry(
                                START_MICROS + entry.atMicros(), entry.peer(), entry.event()))
                .toList();
    }

    @Override
    public void forEach(Consumer<StatusEntry> receiver) {
        entries().forEach(receiver);
    }

    /** Ten minutes of eight peers, as lively as a lesson. */
    static SimulatedRun tenMinutes() {
        SimulatedRun run = new SimulatedRun(14, 43, 77, 104, 139, 168, 236, 252);
        run.runTo(5).store(43, "2012", 60_000).runTo(20).request(77, "2012", 60_000);
        run.runTo(60).kill(139).runTo(90).join(139, 14).runTo(120).quit(104);
        for (int minute = 2; minute < 9; minute++) {
            run.runTo(minute * 60 + 10).request(43, "100" + minute, 120_000);
            run.runTo(minute * 60 + 30).pause(168).runTo(minute * 60 + 33).resume(168);
            run.runTo(minute * 60 + 50).store(252, "30" + minute + "7", 40_000);
        }
        return run.runTo(545).kill(77).runTo(600);
    }
}
