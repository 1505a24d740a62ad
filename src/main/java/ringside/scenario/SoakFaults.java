package ringside.scenario;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import ringside.ring.Circle;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.Command;
import ringside.status.CommandText;
import ringside.status.PeerCommand;
import ringside.supervisor.RingCommands;

/** Draws the faults of a {@link Soak} test, and remembers the paused peers. For one thread. */
final class SoakFaults {

    private static final int FEWEST = 8;
    private static final int MOST = 16;

    /**
     * Maximum number of deaths in a short time: with three copies two deaths lose no file (SPEC
     * 8.4), if the ring then has time to copy again.
     */
    private static final int DEATHS = 2;

    private static final long DEATHS_WITHIN_NANOS = TimeUnit.SECONDS.toNanos(15);
    private static final int LONGEST_PAUSE_SECONDS = 20;

    enum Fault {
        KILL,
        QUIT,
        ADD,
        PAUSE,
        REQUEST
    }

    private static final List<Fault> FAULTS = List.of(Fault.values());

    private final RingCommands ring;
    private final Random random;
    private final List<FileNumber> numbers;
    private final Consumer<String> out;
    private final Map<PeerId, Integer> wakeAt = new TreeMap<>();
    private final ArrayDeque<Long> deaths = new ArrayDeque<>();
    private final Map<Fault, Integer> drawn = new TreeMap<>();

    SoakFaults(RingCommands ring, Random random, List<FileNumber> numbers, Consumer<String> out) {
        this.ring = ring;
        this.random = random;
        this.numbers = numbers;
        this.out = out;
    }

    /** Returns how often each fault has happened. */
    Map<Fault, Integer> drawn() {
        return drawn;
    }

    void resumeAll() {
        List.copyOf(wakeAt.keySet()).forEach(this::resume);
    }

    /**
     * Draws a fault among the given peers, which run and may be harmed; wakes paused peers in time.
     */
    void draw(int second, List<PeerId> members) {
        wakeAt.entrySet().stream()
                .filter(entry -> entry.getValue() <= second)
                .map(Map.Entry::getKey)
                .toList()
                .forEach(this::resume);
        if (members.isEmpty()) {
            // The ring is being ended, for example by a signal.
            return;
        }
        Fault fault = FAULTS.get(random.nextInt(FAULTS.size()));
        PeerId chosen = members.get(random.nextInt(members.size()));
        boolean happened =
                switch (fault) {
                    case KILL -> mayDie(members) && send(second, new Command.Kill(one(chosen)));
                    case QUIT -> mayDie(members) && send(second, quit(chosen));
                    case ADD ->
                            members.size() < MOST && send(second, new Command.Add(one(someId())));
                    case PAUSE -> mayDie(members) && pause(second, chosen);
                    case REQUEST -> send(second, request(chosen));
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
        return send(second, new Command.Pause(one(peer)));
    }

    private void resume(PeerId peer) {
        wakeAt.remove(peer);
        var _ = ring.carryOut(new Command.Resume(one(peer)));
    }

    private Command quit(PeerId peer) {
        return new Command.Tell(one(peer), new PeerCommand.Quit());
    }

    private Command request(PeerId peer) {
        return new Command.Tell(
                one(peer), new PeerCommand.Request(numbers.get(random.nextInt(numbers.size()))));
    }

    /**
     * Sends a command. It may fail, for example when it adds a running peer; a soak test ignores
     * that.
     */
    private boolean send(int second, Command command) {
        out.accept(String.format(Locale.ROOT, "%4d s  %s", second, CommandText.of(command)));
        var _ = ring.carryOut(command);
        return true;
    }

    private PeerId someId() {
        return new PeerId(random.nextInt(Circle.IDS_OF_PROCESSES));
    }

    private static List<PeerId> one(PeerId peer) {
        return List.of(peer);
    }
}
