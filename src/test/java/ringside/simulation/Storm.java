package ringside.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import ringside.peer.Origin;
import ringside.ring.FileNumber;
import ringside.ring.Living;
import ringside.ring.PeerId;
import ringside.status.PeerCommand;
import ringside.status.PeerSettings;

/**
 * A ring under faults drawn from one seed: a few epochs, each of them a handful of faults within
 * seconds, then a healed network in which everything must become right within a bound (SPEC 7, 8).
 */
final class Storm {

    /** SPEC 7.3. */
    private static final long RING_MS = 30_000;

    /** Two rounds of comparing, a minute apart (SPEC 8.2), and the transfers. */
    private static final long FILES_MS = 150_000;

    /** Questions that were asked before the network was healed have failed by then. */
    private static final long QUESTION_MS = 2_000;

    /** How often it is looked whether something holds by now. */
    private static final long STEP_MS = 250;

    /** A request gives up by itself after 3 times 5 s, and is made again up to 5 times. */
    private static final long READ_MS = 120_000;

    /**
     * Datagrams and questions of one peer in a quiet second: two pings and two replies, and 13 questions
     * of one that is the last of its ring and looks for the others.
     */
    private static final double QUIET_MESSAGES_A_SECOND = 18;

    /** With three copies two deaths lose nothing (SPEC 8.4). */
    private static final int DEATHS = 2;

    /** One seed after the other, so that none takes a draw from the faults. */
    private static final List<Integer> WINDOWS = List.of(1, 4, 32);

    private static final List<FaultClass> CLASSES = List.of(FaultClass.values());

    private final Random random;
    private final PeerSettings settings;
    private final Simulation simulation;
    private final Library library;
    private final Invariants invariants;
    private final EnumMap<FaultClass, Integer> drawn = new EnumMap<>(FaultClass.class);
    private final List<String> story = new ArrayList<>();
    private final Set<SimulatedPeer> leaving = new HashSet<>();
    private int deaths;
    private boolean isGentle;
    private boolean isCut;

    Storm(long seed) {
        random = new Random(seed);
        settings = PeerSettings.DEFAULTS.withWindow(WINDOWS.get((int) (seed % WINDOWS.size())));
        simulation = new Simulation(seed, settings);
        library = new Library(simulation, settings.copies());
        invariants = new Invariants(simulation, settings.successors());
        simulation.checkAfterEach(this::check);
    }

    Simulation simulation() {
        return simulation;
    }

    /** How often each class of fault has struck. */
    Map<FaultClass, Integer> drawn() {
        return drawn;
    }

    int lost() {
        return library.lost();
    }

    /** What was done, a line each. */
    List<String> story() {
        return story;
    }

    void run() {
        TreeSet<PeerId> ids = new TreeSet<>();
        int size = 1 + random.nextInt(12);
        while (ids.size() < size) {
            ids.add(someId());
        }
        say("peers " + ids);
        simulation.startRing(ids);
        becomeIdeal();
        int epochs = 2 + random.nextInt(3);
        for (int i = 0; i < epochs; i++) {
            epoch();
            becomeIdeal();
        }
        readEverything();
        checkQuiet();
    }

    // -- faults

    private void epoch() {
        deaths = 0;
        library.countCopies();
        isGentle = staying().size() >= Invariants.ENOUGH_MEMBERS;
        int faults = 1 + random.nextInt(8);
        for (int i = 0; i < faults; i++) {
            simulation.run(random.nextInt(3) == 0 ? 0 : random.nextInt(3_000));
            strike(CLASSES.get(random.nextInt(CLASSES.size())));
        }
        simulation.run(random.nextInt(20_000));
        isGentle = false;
        say("heal");
        isCut = false;
        simulation.network().heal();
        simulation.peers().stream()
                .filter(SimulatedPeer::isPaused)
                .forEach(SimulatedPeer::resume);
        simulation.run(QUESTION_MS);
    }

    private void strike(FaultClass fault) {
        boolean struck =
                switch (fault) {
                    case KILL -> kill(1);
                    case KILL_TWO_ADJACENT -> kill(2);
                    case RESTART -> restart();
                    case PAUSE -> pause();
                    case RESUME -> resume();
                    case PARTITION -> partition();
                    case HEAL -> healPartition();
                    case JOIN -> join(someId());
                    case JOIN_TWICE_IN_ONE_GAP -> joinTwice();
                    case KILL_DURING_JOIN -> join(someId()) && pass(1) && kill(1);
                    case QUIT -> quit(1);
                    case QUIT_TWO_ADJACENT -> quit(2);
                    case STORE -> store();
                    case REQUEST -> request(someone());
                    case KILL_SENDER -> killSender();
                    case QUIT_DURING_TRANSFER -> quitWhileAsking();
                    case ROUGH_LINKS -> roughen();
                    case TCP_REFUSED -> trouble(TcpTrouble.REFUSED);
                    case TCP_RESET -> trouble(TcpTrouble.RESET);
                    case TCP_SILENT -> trouble(TcpTrouble.SILENT);
                };
        if (struck) {
            drawn.merge(fault, 1, Integer::sum);
        }
    }

    private boolean pass(int mostMillis) {
        simulation.run(random.nextInt(mostMillis + 1));
        return true;
    }

    private boolean kill(int count) {
        List<SimulatedPeer> victims = adjacent(count);
        victims.forEach(this::kill);
        return !victims.isEmpty();
    }

    private void kill(SimulatedPeer victim) {
        say("kill " + victim.id());
        victim.kill();
        library.strikeOutWhatDied();
    }

    /** As many neighbours as may still die, if somebody is left then. */
    private List<SimulatedPeer> adjacent(int count) {
        List<PeerId> living = staying();
        if (deaths + count > DEATHS || living.size() <= count) {
            return List.of();
        }
        deaths += count;
        int first = random.nextInt(living.size());
        List<SimulatedPeer> chosen = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            chosen.add(peer(living.get((first + i) % living.size())));
        }
        return chosen;
    }

    /** The members that run, are not paused and were not told to leave. */
    private List<PeerId> staying() {
        return simulation.living().stream()
                .filter(id -> peer(id).isMember() && !leaving.contains(peer(id)))
                .toList();
    }

    private boolean restart() {
        List<PeerId> dead =
                simulation.peers().stream()
                        .filter(peer -> !peer.isAlive())
                        .map(SimulatedPeer::id)
                        .toList();
        return !dead.isEmpty() && join(dead.get(random.nextInt(dead.size())));
    }

    private boolean join(PeerId id) {
        boolean isTaken = simulation.find(id).filter(SimulatedPeer::isAlive).isPresent();
        if (isTaken || staying().size() > 16) {
            return false;
        }
        PeerId known = someone().id();
        say("join " + id + " via " + known);
        simulation.start(id, new Origin.Join(known));
        return true;
    }

    private boolean joinTwice() {
        PeerId id = someId();
        boolean first = join(id);
        boolean second = join(new PeerId((id.value() + 1) % PeerId.CIRCLE_SIZE));
        return first && second;
    }

    private boolean pause() {
        if (staying().size() < 2) {
            return false;
        }
        isGentle = false;
        SimulatedPeer peer = someone();
        say("pause " + peer.id());
        peer.pause();
        return true;
    }

    private boolean resume() {
        List<SimulatedPeer> paused =
                simulation.peers().stream().filter(SimulatedPeer::isPaused).toList();
        if (paused.isEmpty()) {
            return false;
        }
        say("resume " + paused.getFirst().id());
        paused.getFirst().resume();
        return true;
    }

    /** Nobody leaves while it is cut off: it would take its files with it, and rightly so. */
    private boolean partition() {
        if (leaving.stream().anyMatch(SimulatedPeer::isAlive)) {
            return false;
        }
        isGentle = false;
        TreeSet<PeerId> island = new TreeSet<>();
        for (int id = 0; id < PeerId.CIRCLE_SIZE; id++) {
            if (random.nextBoolean()) {
                island.add(new PeerId(id));
            }
        }
        say("cut off " + simulation.living().stream().filter(island::contains).toList());
        simulation.network().cutOff(island);
        isCut = true;
        return true;
    }

    private boolean healPartition() {
        say("one network");
        simulation.network().cutOff(new TreeSet<>());
        isCut = false;
        return true;
    }

    private boolean quit(int count) {
        List<SimulatedPeer> leavers = isCut ? List.of() : adjacent(count);
        for (SimulatedPeer leaver : leavers) {
            quit(leaver);
        }
        return !leavers.isEmpty();
    }

    private void quit(SimulatedPeer leaver) {
        say("quit " + leaver.id());
        leaving.add(leaver);
        leaver.command(new PeerCommand.Quit());
    }

    private boolean store() {
        SimulatedPeer writer = someone();
        FileNumber number = someNumber();
        say("store " + number + " at " + writer.id());
        return library.store(writer, number, random.nextInt(3_000));
    }

    private boolean request(SimulatedPeer reader) {
        if (library.numbers().isEmpty()) {
            return false;
        }
        FileNumber number = library.numbers().get(random.nextInt(library.numbers().size()));
        say("request " + number + " from " + reader.id());
        reader.command(new PeerCommand.Request(number));
        return true;
    }

    private boolean quitWhileAsking() {
        List<SimulatedPeer> chosen = isCut ? List.of() : adjacent(1);
        if (chosen.isEmpty() || !request(chosen.getFirst())) {
            return false;
        }
        pass(300);
        quit(chosen.getFirst());
        return true;
    }

    private boolean killSender() {
        if (!request(someone())) {
            return false;
        }
        pass(300);
        FileNumber number = library.numbers().get(random.nextInt(library.numbers().size()));
        TreeSet<PeerId> staying = new TreeSet<>(staying());
        if (deaths >= DEATHS || staying.size() < 2) {
            return false;
        }
        deaths++;
        kill(peer(Living.owner(staying, number.hash())));
        return true;
    }

    private boolean roughen() {
        isGentle = false;
        say("rough links");
        simulation.network().setLinks(Links.ROUGH);
        return true;
    }

    private boolean trouble(TcpTrouble trouble) {
        isGentle = false;
        say("TCP " + trouble);
        simulation.network().setTrouble(trouble, 0.3 + 0.4 * random.nextDouble());
        return true;
    }

    // -- what must hold

    private void check() {
        invariants.check();
        if (isGentle) {
            invariants.checkOneLivingEntry();
        }
    }

    private void becomeIdeal() {
        boolean ring = becomes(this::isIdeal, RING_MS);
        assertThat(ring).as("one right ring in time: %s", describe()).isTrue();
        boolean files = becomes(this::areFilesRight, FILES_MS);
        assertThat(files)
                .as("files right in time: %s%s", library.complaints(), describe())
                .isTrue();
        simulation.run(QUESTION_MS);
        assertThat(isIdeal()).as("still one right ring: %s", describe()).isTrue();
        assertThat(library.complaints()).as("files still right: %s", describe()).isEmpty();
    }

    private boolean areFilesRight() {
        return !library.isStoring() && library.complaints().isEmpty();
    }

    private boolean isIdeal() {
        return leaving.stream().noneMatch(SimulatedPeer::isAlive) && simulation.isRingIdeal();
    }

    private boolean becomes(BooleanSupplier condition, long mostMillis) {
        for (long waited = 0; waited < mostMillis; waited += STEP_MS) {
            if (condition.getAsBoolean()) {
                return true;
            }
            simulation.run(STEP_MS);
        }
        return condition.getAsBoolean();
    }

    private void readEverything() {
        for (FileNumber number : library.numbers()) {
            if (library.isExpected(number)) {
                SimulatedPeer reader = someone();
                reader.disk().forgetReceived(number);
                say("read " + number + " from " + reader.id());
                reader.command(new PeerCommand.Request(number));
                byte[] expected = library.rightful(number);
                long took =
                        simulation.runUntil(
                                () ->
                                        reader.disk()
                                                .received(number)
                                                .filter(got -> Arrays.equals(got, expected))
                                                .isPresent(),
                                READ_MS);
                assertThat(took)
                        .as("%s read by %s %s", number, reader.id(), describe())
                        .isNotNegative();
            }
        }
    }

    private void checkQuiet() {
        simulation.run(1_000);
        long before = simulation.network().messages();
        simulation.run(10_000);
        double rate =
                (simulation.network().messages() - before) / 10.0 / simulation.living().size();
        assertThat(rate).as("messages a second and peer").isLessThan(QUIET_MESSAGES_A_SECOND);
    }

    private String describe() {
        StringBuilder text = new StringBuilder();
        simulation.living()
                .forEach(
                        id ->
                                text.append('\n').append(id).append(": ")
                                        .append(peer(id).neighbours()));
        return text + "\n" + String.join("\n", story);
    }

    // -- small things

    private void say(String line) {
        story.add("%.3f s: %s".formatted(simulation.nowMicros() / 1e6, line));
    }

    private SimulatedPeer someone() {
        List<PeerId> staying = staying();
        return peer(staying.get(random.nextInt(staying.size())));
    }

    private SimulatedPeer peer(PeerId id) {
        return simulation.peer(id.value());
    }

    private PeerId someId() {
        return new PeerId(random.nextInt(PeerId.CIRCLE_SIZE));
    }

    /** Few, so that some are stored more than once. */
    private FileNumber someNumber() {
        return new FileNumber(String.format("%04d", 37 * random.nextInt(20)));
    }
}
