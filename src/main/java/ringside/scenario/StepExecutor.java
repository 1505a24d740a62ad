package ringside.scenario;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ringside.model.PeerPhase;
import ringside.model.PeerState;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.Command;
import ringside.status.PeerCommand;
import ringside.supervisor.ActionFailedException;
import ringside.supervisor.ScenarioRing;
import ringside.text.Messages;

/**
 * Carries out the lines of a scenario and waits until each is done: until started peers are
 * members, ended peers are gone, and stored files lie at their owner. A request is only sent; the
 * scenario has lines of its own to wait for it.
 */
final class StepExecutor {

    /** Time limit for a ring to start: 256 peers on two cores need half a minute. */
    private static final long START_LIMIT_MS = 90_000;

    /** Time limit for a peer to leave, which hands its files over (SPEC 5.1). */
    private static final long LEAVE_LIMIT_MS = 60_000;

    /** Time limit for storing a file at its owner: a large file in small segments. */
    private static final long STORE_LIMIT_MS = 300_000;

    /** Time limit for the supervisor's part of a command, which may be to start all peers. */
    private static final long COMMAND_LIMIT_MS = START_LIMIT_MS + 60_000;

    private final ScenarioRing ring;
    private final Waiter waiter;
    private final PathFinder paths;
    private final ConditionEvaluator evaluator;

    StepExecutor(ScenarioRing ring, Waiter waiter, PathFinder paths) {
        this.ring = ring;
        this.waiter = waiter;
        this.paths = paths;
        this.evaluator = new ConditionEvaluator(waiter.observedEvents(), waiter.host(), paths);
    }

    /**
     * Carries out a line.
     *
     * @return what happened, without a full stop
     * @throws StepFailedException if the line failed
     */
    String run(ScenarioLine line) throws StepFailedException {
        return switch (line) {
            case ScenarioLine.Peers(List<PeerId> peers) -> changeRingTo(peers);
            case ScenarioLine.Join(PeerId peer, PeerId known) ->
                    start(() -> ring.join(peer, known), List.of(peer));
            case ScenarioLine.Do(Command command) -> carryOut(command);
            case ScenarioLine.Wait(Condition condition, long withinMs) ->
                    waiter.await(() -> evaluator.judge(condition), withinMs);
            case ScenarioLine.Expect(Condition condition) ->
                    waiter.expect(() -> evaluator.judge(condition));
            case ScenarioLine.Say(String text) -> text;
            case ScenarioLine.Ask ask -> ask.question();
        };
    }

    /**
     * Turns the ring into one of exactly these peers; in an open window others may already be
     * alive.
     */
    private String changeRingTo(List<PeerId> peers) throws StepFailedException {
        waiter.drain();
        Set<PeerId> alive =
                waiter.observedEvents().state().peers().stream()
                        .filter(peer -> peer.phase().isAlive())
                        .map(PeerState::id)
                        .collect(Collectors.toCollection(TreeSet::new));
        if (alive.isEmpty()) {
            return start(() -> ring.startRing(peers), peers);
        }
        List<PeerId> missing = peers.stream().filter(peer -> !alive.contains(peer)).toList();
        if (!missing.isEmpty()) {
            start(() -> ring.carryOut(new Command.Add(missing)), missing);
        }
        Set<PeerId> wanted = Set.copyOf(peers);
        List<PeerId> others = alive.stream().filter(peer -> !wanted.contains(peer)).toList();
        if (!others.isEmpty()) {
            tell(others, new PeerCommand.Quit());
        }
        return Messages.SCENARIO.format("step.onTheRing", names(peers));
    }

    private String carryOut(Command command) throws StepFailedException {
        return switch (command) {
            case Command.Add(List<PeerId> peers) -> start(() -> ring.carryOut(command), peers);
            case Command.AddOn(List<PeerId> peers, String _) ->
                    start(() -> ring.carryOut(command), peers);
            case Command.Restart(List<PeerId> peers) -> start(() -> ring.carryOut(command), peers);
            case Command.Kill(List<PeerId> peers) -> {
                complete(ring.carryOut(command));
                yield ended(peers);
            }
            case Command.Pause(List<PeerId> peers) -> done(command, "step.paused", names(peers));
            case Command.Resume(List<PeerId> peers) -> done(command, "step.resumed", names(peers));
            case Command.Tell(List<PeerId> peers, PeerCommand what) -> tell(peers, what);
            case Command.CutLink(PeerId one, PeerId other) -> done(command, "step.cut", one, other);
            case Command.MendLink(PeerId one, PeerId other) ->
                    done(command, "step.mended", one, other);
            case Command.CutHost(String host) -> done(command, "step.host.cut", host);
            case Command.MendHost(String host) -> done(command, "step.host.mended", host);
            case Command.TellAll _ -> done(command, "step.toldAll");
        };
    }

    private String tell(List<PeerId> peers, PeerCommand what) throws StepFailedException {
        return switch (what) {
            case PeerCommand.Store store -> store(peers, store);
            case PeerCommand.Quit _ -> {
                complete(ring.carryOut(new Command.Tell(peers, what)));
                yield ended(peers);
            }
            case PeerCommand.Request(FileNumber number) -> {
                waiter.drain();
                peers.forEach(peer -> waiter.observedEvents().beginRequest(number, peer));
                yield done(
                        new Command.Tell(peers, what),
                        "step.asks",
                        names(peers),
                        number,
                        number.hash());
            }
            case PeerCommand.SetLoss _,
                    PeerCommand.SetPingInterval _,
                    PeerCommand.SetWindow _,
                    PeerCommand.SetMisses _,
                    PeerCommand.SetShortcuts _,
                    PeerCommand.DropNext _,
                    PeerCommand.CutLink _,
                    PeerCommand.MendLink _,
                    PeerCommand.ReportSegments _,
                    PeerCommand.Capture _ ->
                    done(new Command.Tell(peers, what), "step.told", names(peers));
        };
    }

    private String store(List<PeerId> peers, PeerCommand.Store store) throws StepFailedException {
        FileNumber number = store.number();
        String path = paths.find(store.path()).toString();
        PeerId writer = peers.getFirst();
        waiter.drain();
        waiter.observedEvents().beginStore(number, writer);
        complete(ring.carryOut(new Command.Tell(peers, new PeerCommand.Store(path, number))));
        return waiter.await(
                () -> {
                    Optional<String> stored = waiter.observedEvents().stored(number);
                    if (stored.isPresent()) {
                        return new ConditionResult.Holds(stored.get());
                    }
                    return waiter.observedEvents()
                            .storeFailure(number, writer)
                            .map(reason -> (ConditionResult) new ConditionResult.Never(reason))
                            .orElseGet(() ->
                                    new ConditionResult.NotYet(
                                            () -> Messages.SCENARIO.format("stored.not", number)));
                },
                STORE_LIMIT_MS);
    }

    /**
     * Starts peers and waits until they are members of the ring. The end of an earlier process of a
     * peer says nothing about the new one.
     */
    private String start(Supplier<CompletableFuture<Void>> action, List<PeerId> peers)
            throws StepFailedException {
        waiter.drain();
        Map<PeerId, Integer> before = new HashMap<>();
        peers.forEach(peer -> before.put(peer, waiter.observedEvents().starts(peer)));
        complete(action.get());
        return waiter.await(
                () -> {
                    for (PeerId peer : peers) {
                        ConditionResult each = isMember(peer, before.getOrDefault(peer, 0));
                        if (!(each instanceof ConditionResult.Holds)) {
                            return each;
                        }
                    }
                    return new ConditionResult.Holds(
                            Messages.SCENARIO.format("step.onTheRing", names(peers)));
                },
                START_LIMIT_MS);
    }

    private ConditionResult isMember(PeerId peer, int startsBefore) {
        Optional<PeerState> state = waiter.observedEvents().state().peer(peer);
        if (state.isEmpty() || waiter.observedEvents().starts(peer) == startsBefore) {
            return new ConditionResult.NotYet(
                    () -> Messages.SCENARIO.format("step.notStarted", peer));
        }
        PeerPhase phase = state.get().phase();
        if (phase == PeerPhase.RUNNING) {
            return new ConditionResult.Holds("");
        }
        return phase.isAlive()
                ? new ConditionResult.NotYet(
                        () -> Messages.SCENARIO.format("step.notOnTheRing", peer))
                : new ConditionResult.Never(
                        Messages.SCENARIO.format(
                                "step.ended",
                                peer,
                                withoutFullStop(state.get().process().reason())));
    }

    private String ended(List<PeerId> peers) throws StepFailedException {
        String what = "";
        for (PeerId peer : peers) {
            what = waiter.await(() -> evaluator.judge(new Condition.Ended(peer)), LEAVE_LIMIT_MS);
        }
        return withoutFullStop(what);
    }

    private String done(Command command, String key, Object... inserts) throws StepFailedException {
        waiter.drain();
        complete(ring.carryOut(command));
        return Messages.SCENARIO.format(key, inserts);
    }

    private void complete(CompletableFuture<Void> action) throws StepFailedException {
        CompletableFuture<@Nullable Throwable> failure = action.handle((_, thrown) -> thrown);
        Supplier<ConditionResult> isDone =
                () ->
                        failure.isDone()
                                ? new ConditionResult.Holds("")
                                : new ConditionResult.NotYet(
                                        () -> Messages.SCENARIO.format("step.notDone"));
        waiter.await(isDone, COMMAND_LIMIT_MS);
        Throwable thrown = failure.join();
        if (thrown != null) {
            throw new StepFailedException(
                    String.valueOf(ActionFailedException.causeOf(thrown).getMessage()));
        }
    }

    private static String names(List<PeerId> peers) {
        return peers.size() == 1
                ? Messages.SCENARIO.format("peers.one", peers.getFirst())
                : Messages.SCENARIO.format("peers", PeerNames.of(peers));
    }

    private static String withoutFullStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
