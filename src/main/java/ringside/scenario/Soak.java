package ringside.scenario;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import ringside.model.PeerPhase;
import ringside.model.PeerState;
import ringside.ring.Circle;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.scenario.ScenarioRunner.Outcome;
import ringside.status.Command;
import ringside.status.PeerCommand;
import ringside.status.PeerSettings;
import ringside.supervisor.ResidentMemory;
import ringside.supervisor.RunningHosts;
import ringside.supervisor.Supervisor;
import ringside.text.Messages;

/**
 * A long test of a ring of real processes. Every second it draws an action from a seed: a kill, a
 * quit, a newcomer, a pause or a request. Then it waits until the ring is consistent and every file
 * can be found. It leaves one peer, the witness, alone and watches its memory (SPEC 11.5). For one
 * thread.
 */
public final class Soak {

    private static final int PEERS = 12;
    private static final long QUIET_MS = 60_000;
    private static final long FILES_MS = 180_000;

    /**
     * Warm-up time of the witness, in seconds; after it the witness has loaded every class it
     * needs.
     */
    private static final int WARM_SECONDS = 60;

    private static final int BYTES_PER_KIBIBYTE = 1_024;

    /**
     * Greatest growth of resident memory, as a factor: it varies, but a leak of ten minutes would
     * far exceed this.
     */
    private static final double MOST_GROWTH = 1.25;

    private final Waiter waiter;
    private final StepExecutor steps;
    private final Consumer<String> out;
    private final Random random;
    private final SoakFaults faults;
    private final Map<FileNumber, Path> files = new TreeMap<>();
    private PeerId witness = new PeerId(0);

    /**
     * Creates a soak test.
     *
     * @param ring a ring without peers; its owner ends it
     * @param folder a folder of files to store, each named by its number
     * @param out receives every line of output
     * @throws IOException when the folder cannot be read
     */
    public Soak(Supervisor ring, Path folder, long seed, Consumer<String> out) throws IOException {
        this.out = out;
        random = new Random(seed);
        waiter = new Waiter(ring, new RunningHosts(ring));
        steps = new StepExecutor(ring, waiter, new PathFinder(List.of(folder)));
        files.putAll(NumberedFiles.in(folder).byNumber());
        faults = new SoakFaults(ring, random, List.copyOf(files.keySet()), out);
    }

    /** Runs for a number of seconds, and then judges the ring. */
    public Outcome run(int seconds) {
        try {
            begin();
            OptionalLong warm = OptionalLong.empty();
            for (int second = 0; second < seconds; second++) {
                pass(TimeUnit.SECONDS.toMillis(1));
                List<PeerId> others = new ArrayList<>(members());
                others.remove(witness);
                faults.draw(second, others);
                if (second == WARM_SECONDS) {
                    warm = residentBytes();
                }
            }
            judge(warm);
            out.accept(Messages.SCENARIO.format("soak.well", faults.drawn()));
            return Outcome.PASSED;
        } catch (StepFailedException e) {
            out.accept(
                    Messages.SCENARIO.format(
                            "soak.failed", String.valueOf(e.getMessage()), faults.drawn()));
            return Outcome.FAILED;
        }
    }

    private void begin() throws StepFailedException {
        TreeSet<PeerId> ids = new TreeSet<>();
        while (ids.size() < PEERS) {
            ids.add(someId());
        }
        witness = ids.first();
        steps.run(new ScenarioLine.Peers(List.copyOf(ids)));
        awaitRing();
        for (Map.Entry<FileNumber, Path> file : files.entrySet()) {
            out.accept(steps.run(new ScenarioLine.Do(store(file))));
        }
    }

    private Command store(Map.Entry<FileNumber, Path> file) {
        return new Command.Tell(
                List.of(witness), new PeerCommand.Store(file.getValue().toString(), file.getKey()));
    }

    // The verdict.

    private void judge(OptionalLong warmBytes) throws StepFailedException {
        out.accept(Messages.SCENARIO.format("soak.quiet"));
        faults.resumeAll();
        awaitRing();
        for (Map.Entry<FileNumber, Path> file : files.entrySet()) {
            waiter.await(() -> isHeldByAll(file.getKey()), FILES_MS);
            List<PeerId> members = members();
            read(file, members.get(random.nextInt(members.size())));
        }
        judgeMemory(warmBytes, residentBytes());
    }

    private void judgeMemory(OptionalLong warmBytes, OptionalLong endBytes)
            throws StepFailedException {
        if (warmBytes.isEmpty() || endBytes.isEmpty()) {
            out.accept(Messages.SCENARIO.format("soak.memory.unknown"));
            return;
        }
        out.accept(
                Messages.SCENARIO.format(
                        "soak.memory",
                        endBytes.getAsLong() / BYTES_PER_KIBIBYTE,
                        warmBytes.getAsLong() / BYTES_PER_KIBIBYTE));
        if (endBytes.getAsLong() > warmBytes.getAsLong() * MOST_GROWTH) {
            throw new StepFailedException(Messages.SCENARIO.format("soak.grown", witness));
        }
    }

    private void awaitRing() throws StepFailedException {
        out.accept(steps.run(new ScenarioLine.Wait(new Condition.Ring(List.of()), QUIET_MS)));
    }

    private ConditionResult isHeldByAll(FileNumber number) {
        long holders =
                waiter.observedEvents().state().peers().stream()
                        .filter(Soak::isMember)
                        .filter(peer ->
                                peer.files().stream()
                                        .anyMatch(f -> f.name().number().equals(number)))
                        .count();
        return holders == PeerSettings.DEFAULTS.replicas()
                ? new ConditionResult.Holds("")
                : new ConditionResult.NotYet(
                        () -> Messages.SCENARIO.format("soak.holders", number, holders));
    }

    private void read(Map.Entry<FileNumber, Path> file, PeerId reader) throws StepFailedException {
        FileNumber number = file.getKey();
        steps.run(new ScenarioLine.Do(new Command.TellAll(new PeerCommand.SetLoss(0))));
        steps.run(
                new ScenarioLine.Do(
                        new Command.Tell(List.of(reader), new PeerCommand.Request(number))));
        steps.run(new ScenarioLine.Wait(new Condition.Received(number, reader), FILES_MS));
        String same =
                steps.run(
                        new ScenarioLine.Expect(
                                new Condition.SameBytes(number, reader, nameOf(file.getValue()))));
        out.accept(Messages.SCENARIO.format("soak.read", number, reader, same));
    }

    // Helpers.

    private void pass(long millis) throws StepFailedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        waiter.await(
                () ->
                        System.nanoTime() >= end
                                ? new ConditionResult.Holds("")
                                : new ConditionResult.NotYet(
                                        () -> Messages.SCENARIO.format("soak.notTime")),
                2 * millis);
    }

    private List<PeerId> members() {
        return waiter.observedEvents().state().peers().stream()
                .filter(Soak::isMember)
                .map(PeerState::id)
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private static boolean isMember(PeerState peer) {
        return peer.phase() == PeerPhase.RUNNING && !peer.process().paused();
    }

    private OptionalLong residentBytes() {
        return ResidentMemory.bytes(
                waiter.observedEvents().state().peer(witness).orElseThrow().process().processId());
    }

    private PeerId someId() {
        return new PeerId(random.nextInt(Circle.IDS_OF_PROCESSES));
    }

    private static String nameOf(Path path) {
        return path.getFileName().toString();
    }
}
