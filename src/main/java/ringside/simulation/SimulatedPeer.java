package ringside.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringside.peer.Effect;
import ringside.peer.FileEffect;
import ringside.peer.FileInput;
import ringside.peer.Input;
import ringside.peer.Outbox;
import ringside.peer.PeerStateMachine;
import ringside.ring.PeerId;
import ringside.status.LifeEvent;
import ringside.status.NeighbourEvent;
import ringside.status.NeighboursCause;
import ringside.status.PeerCommand;

/**
 * One life of a peer in a {@link Simulation}: the real core in a simulated environment. For the
 * thread of its simulation.
 */
public final class SimulatedPeer {

    /** Duration of deferred disk operations in microseconds. */
    private static final long DISK_MICROS = 200;

    /** Size of a socket's receive buffer, as many systems grant it. */
    private static final int RECEIVE_BUFFER_BYTES = 212_992;

    private final PeerId id;
    private final PeerStateMachine core;
    private final Simulation simulation;
    private final SimulatedDisk disk;
    private final List<Effect.Log> log = new ArrayList<>();
    private final MessageCounts counts = new MessageCounts();

    private final HangingDisk hangingDisk = new HangingDisk(this::onDisk, this::feed);
    private final List<Input> heldBack = new ArrayList<>();
    private NeighbourEvent.NeighboursChanged neighbours =
            new NeighbourEvent.NeighboursChanged(List.of(), List.of(), NeighboursCause.STARTED);
    private Optional<Effect.Exit> exit = Optional.empty();

    /**
     * What carrying out an effect leads to at once goes behind the effects of the same step. A new
     * one each time: those of a hundred thousand peers lie scattered in the memory.
     */
    private @Nullable Outbox beingDrained;

    private boolean isAlive = true;
    private boolean isPaused;
    private boolean isMember;

    SimulatedPeer(PeerId id, PeerStateMachine core, Simulation simulation, SimulatedDisk disk) {
        this.id = id;
        this.core = core;
        this.simulation = simulation;
        this.disk = disk;
        feed(new Input.Started(disk.store().settle(), RECEIVE_BUFFER_BYTES, simulation.epochMs()));
    }

    public PeerId id() {
        return id;
    }

    /** Returns whether its process exists, paused or not. */
    public boolean isAlive() {
        return isAlive;
    }

    /** Returns whether it is suspended by a signal. */
    public boolean isPaused() {
        return isPaused;
    }

    /** Returns whether it has become a member of the ring. */
    public boolean isMember() {
        return isMember;
    }

    /** Returns how it ended by itself, if it did. */
    public Optional<Effect.Exit> exit() {
        return exit;
    }

    /** Returns the neighbours that it last reported. */
    public NeighbourEvent.NeighboursChanged neighbours() {
        return neighbours;
    }

    /** Returns what it has sent and received since its start. */
    LifeEvent.Statistics statistics() {
        return counts.asEvent();
    }

    /** Returns its transfer log lines. */
    public List<Effect.Log> log() {
        return List.copyOf(log);
    }

    /** Returns its files, which outlive it. */
    public SimulatedDisk disk() {
        return disk;
    }

    /** Returns the switch between the peer and its disk that makes the disk hang. */
    HangingDisk hangingDisk() {
        return hangingDisk;
    }

    /** Gives it a command, as its terminal or its status channel does. */
    public void command(PeerCommand command) {
        feed(new Input.Commanded(command));
    }

    /**
     * Has it look for the owner of a position, the way a request goes; {@link
     * SimulationWatch#ownerKnown} follows, unless the question gets lost.
     */
    public void find(PeerId position) {
        feed(new Input.OwnerWanted(position));
    }

    /** Kills the peer, as SIGKILL does. */
    public void kill() {
        isAlive = false;
        disk.crash();
    }

    /** Pauses the peer, as SIGSTOP does: everything that arrives waits. */
    public void pause() {
        isPaused = true;
    }

    /** Resumes the peer, as SIGCONT does: everything that waited arrives now. */
    public void resume() {
        isPaused = false;
        List<Input> waiting = List.copyOf(heldBack);
        heldBack.clear();
        waiting.forEach(this::feed);
    }

    void feed(Input input) {
        if (!isAlive) {
            return;
        }
        if (isPaused) {
            heldBack.add(input);
            return;
        }
        counts.count(input);
        if (beingDrained != null) {
            core.step(simulation.nowMicros(), input, beingDrained);
            return;
        }
        Outbox outbox = new Outbox();
        beingDrained = outbox;
        try {
            core.step(simulation.nowMicros(), input, outbox);
            outbox.drain(this::carryOut);
        } catch (SimulatedStore.CrashException crash) {
            kill();
        } finally {
            beingDrained = null;
        }
    }

    private void carryOut(Effect effect) {
        counts.count(effect);
        switch (effect) {
            case Effect.Send send -> simulation.network().send(id, send);
            case Effect.SendTrain send -> simulation.network().send(id, send);
            // Only a process captures: here nothing lies on a wire.
            case Effect.Drop _, Effect.Capture _ -> {}
            case Effect.Ask ask -> simulation.network().ask(this, ask);
            case Effect.Answer answer -> simulation.network().answer(answer);
            case Effect.CallLater later ->
                    simulation.later(
                            later.delayMicros(), () -> feed(new Input.TimerFired(later.timer())));
            // To let it fire costs virtual time nothing.
            case Effect.CallOff _ -> {}
            case Effect.Report report -> {
                note(report);
                simulation.report(id, report.event());
            }
            case Effect.PrintNews news -> simulation.print(id, news.line());
            case Effect.PrintPing _ -> {}
            case Effect.OwnerKnown known ->
                    simulation.watch().ownerKnown(id, known.position(), known.owner());
            case Effect.Log line -> log.add(line);
            case Effect.LogTrain lines -> log.addAll(lines.lines());
            case Effect.Exit wanted -> {
                exit = Optional.of(wanted);
                isAlive = false;
                simulation.ended(this);
            }
            case FileEffect file -> hangingDisk.take(file);
        }
    }

    private void onDisk(FileEffect effect) {
        Optional<FileInput> answer = disk.carryOut(effect);
        switch (effect) {
            case FileEffect.Read read -> answer.ifPresent(this::feed);
            case FileEffect file ->
                    answer.ifPresent(input -> simulation.later(DISK_MICROS, () -> feed(input)));
        }
    }

    private void note(Effect.Report report) {
        if (report.event() instanceof NeighbourEvent.NeighboursChanged changed) {
            neighbours = changed;
        } else if (report.event() instanceof LifeEvent.Running) {
            isMember = true;
        }
    }
}
