package ringside.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import ringside.model.PeerPhase;
import ringside.model.PeerState;
import ringside.ring.FileName;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.scenario.ScenarioRunner.Outcome;
import ringside.status.Command;
import ringside.status.PeerCommand;
import ringside.status.PeerSettings;
import ringside.supervisor.Supervisor;

/**
 * A long test of a ring of real processes: every second something drawn from a seed, a kill, a quit,
 * a newcomer, a pause or a request; then quiet, in which the ring must become right and every file
 * be found. One peer, the witness, is left alone, and its memory is looked at. For one thread.
 */
public final class Soak {

    private static final int PEERS = 12;
    private static final int FEWEST = 8;
    private static final int MOST = 16;

    /** With three copies two deaths lose nothing (SPEC 8.4), if the ring has time to copy again. */
    private static final int DEATHS = 2;

    private static final long DEATHS_WITHIN_NANOS = TimeUnit.SECONDS.toNanos(15);
    private static final int LONGEST_PAUSE_SECONDS = 20;
    private static final long QUIET_MS = 60_000;
    private static final long FILES_MS = 180_000;

    /** The witness has warmed up after a minute; by then it has every class that it needs. */
    private static final int WARM_SECONDS = 60;

    /** Resident memory wobbles; a leak of ten minutes would show far above this. */
    private static final double MOST_GROWTH = 1.25;

    private enum Fault {
        KILL,
        QUIT,
        ADD,
        PAUSE,
        REQUEST
    }

    private static final List<Fault> FAULTS = List.of(Fault.values());

    private final Supervisor ring;
    private final Watch watch;
    private final Steps steps;
    private final Consumer<String> out;
    private final Random random;
    private final Map<FileNumber, Path> files = new TreeMap<>();
    private final Map<PeerId, Integer> wakeAt = new TreeMap<>();
    private final ArrayDeque<Long> deaths = new ArrayDeque<>();
    private final Map<Fault, Integer> drawn = new TreeMap<>();
    private PeerId witness = new PeerId(0);

    /**
     * Takes what a run needs.
     *
     * @param ring on which nothing was started yet; whoever opened it ends it
     * @param folder of files to store, each named by its number
     * @param out is given every line to show
     * @throws IOException when the folder cannot be read
     */
    public Soak(Supervisor ring, Path folder, long seed, Consumer<String> out)
            throws IOException {
        this.ring = ring;
        this.out = out;
        random = new Random(seed);
        watch = new Watch(ring, entry -> {});
        steps = new Steps(ring, watch, new PathFinder(List.of(folder)));
        try (Stream<Path> all = Files.list(folder)) {
            all.forEach(path -> files.put(FileName.parse(nameOf(path)).number(), path));
        }
    }

    /** Runs for so many seconds, and then judges. */
    public Outcome run(int seconds) {
        try {
            begin();
            long warm = 0;
            for (int second = 0; second < seconds; second++) {
                faultsOf(second);
                if (second == WARM_SECONDS) {
                    warm = residentKiB();
                }
            }
            judge(warm);
            out.accept("All is well after " + drawn + ".");
            return Outcome.PASSED;
        } catch (StepFailedException | IOException e) {
            out.accept("FAILED: " + e.getMessage() + " After " + drawn + ".");
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
                List.of(witness),
                new PeerCommand.Store(file.getValue().toString(), file.getKey()));
    }

    // -- faults

    private void faultsOf(int second) throws StepFailedException {
        pass(TimeUnit.SECONDS.toMillis(1));
        List<PeerId> awake =
                wakeAt.entrySet().stream()
                        .filter(entry -> entry.getValue() <= second)
                        .map(Map.Entry::getKey)
                        .toList();
        awake.forEach(this::resume);
        Fault fault = FAULTS.get(random.nextInt(FAULTS.size()));
        List<PeerId> members = new ArrayList<>(members());
        members.remove(witness);
        PeerId chosen = members.get(random.nextInt(members.size()));
        boolean happened =
                switch (fault) {
                    case KILL -> mayDie(members) && tell(second, new Command.Kill(one(chosen)));
                    case QUIT -> mayDie(members) && tell(second, quit(chosen));
                    case ADD -> members.size() < MOST && tell(second, new Command.Add(one(someId())));
                    case PAUSE -> mayDie(members) && pause(second, chosen);
                    case REQUEST -> tell(second, request(chosen));
                };
        if (happened) {
            drawn.merge(fault, 1, Integer::sum);
        }
    }

    private boolean mayDie(List<PeerId> members) {
        long now = System.nanoTime();
        deaths.removeIf(at -> now - at > DEATHS_WITHIN_NANOS);
        if (members.size() <= FEWEST || deaths.size() >= DEATHS) {
            return false;
        }
        deaths.add(now);
        return true;
    }

    private boolean pause(int second, PeerId peer) {
        wakeAt.put(peer, second + 1 + random.nextInt(LONGEST_PAUSE_SECONDS));
        return tell(second, new Command.Pause(one(peer)));
    }

    private void resume(PeerId peer) {
        wakeAt.remove(peer);
        var _ = ring.carryOut(new Command.Resume(one(peer)));
    }

    private Command quit(PeerId peer) {
        return new Command.Tell(one(peer), new PeerCommand.Quit());
    }

    private Command request(PeerId peer) {
        List<FileNumber> numbers = List.copyOf(files.keySet());
        return new Command.Tell(
                one(peer), new PeerCommand.Request(numbers.get(random.nextInt(numbers.size()))));
    }

    /** What fails now, such as adding a peer that runs already, is not the point of a soak. */
    private boolean tell(int second, Command command) {
        out.accept(
                String.format(
                        Locale.ROOT,
                        "%4d s  %s",
                        second,
                        ringside.status.CommandText.of(command)));
        var _ = ring.carryOut(command);
        return true;
    }

    // -- the verdict

    private void judge(long warmKiB) throws StepFailedException, IOException {
        out.accept("Quiet.");
        List.copyOf(wakeAt.keySet()).forEach(this::resume);
        awaitRing();
        for (FileNumber number : files.keySet()) {
            watch.await(() -> isHeldByAll(number), FILES_MS);
            List<PeerId> members = members();
            read(number, members.get(random.nextInt(members.size())));
        }
        long end = residentKiB();
        out.accept("The witness holds " + end + " KiB; after its first minute " + warmKiB + ".");
        if (warmKiB > 0 && end > warmKiB * MOST_GROWTH) {
            throw new StepFailedException("the memory of peer " + witness + " has grown.");
        }
    }

    private void awaitRing() throws StepFailedException {
        out.accept(
                steps.run(new ScenarioLine.Wait(new Condition.Ring(List.of()), QUIET_MS)));
    }

    private Verdict isHeldByAll(FileNumber number) {
        long holders =
                watch.happenings().state().peers().stream()
                        .filter(Soak::isMember)
                        .filter(
                                peer ->
                                        peer.files().stream()
                                                .anyMatch(f -> f.name().number().equals(number)))
                        .count();
        return holders == PeerSettings.DEFAULTS.copies()
                ? new Verdict.Holds("")
                : new Verdict.NotYet(number + " is held by " + holders + " peers");
    }

    private void read(FileNumber number, PeerId reader) throws StepFailedException {
        steps.run(new ScenarioLine.Do(new Command.TellAll(new PeerCommand.SetLoss(0))));
        steps.run(
                new ScenarioLine.Do(
                        new Command.Tell(one(reader), new PeerCommand.Request(number))));
        steps.run(
                new ScenarioLine.Wait(new Condition.Received(number, reader), FILES_MS));
        String same =
                steps.run(
                        new ScenarioLine.Expect(
                                new Condition.SameBytes(
                                        number, reader, nameOf(files.get(number)))));
        out.accept(number + " read by peer " + reader + ": " + same + ".");
    }

    // -- small things

    private void pass(long millis) throws StepFailedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        watch.await(
                () ->
                        System.nanoTime() >= end
                                ? new Verdict.Holds("")
                                : new Verdict.NotYet("it is not time"),
                2 * millis);
    }

    private List<PeerId> members() {
        return watch.happenings().state().peers().stream()
                .filter(Soak::isMember)
                .map(PeerState::id)
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private static boolean isMember(PeerState peer) {
        return peer.phase() == PeerPhase.RUNNING && !peer.process().paused();
    }

    private long residentKiB() throws IOException {
        long pid =
                watch.happenings().state().peer(witness).orElseThrow().process().pid();
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .map(line -> line.replaceAll("[^0-9]", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(0);
    }

    private PeerId someId() {
        return new PeerId(random.nextInt(PeerId.CIRCLE_SIZE));
    }

    private static List<PeerId> one(PeerId peer) {
        return List.of(peer);
    }

    private static String nameOf(Path path) {
        return path.getFileName().toString();
    }
}
