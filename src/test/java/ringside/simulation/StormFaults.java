package ringside.simulation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import ringside.peer.Origin;
import ringside.ring.Circle;
import ringside.ring.FileNumber;
import ringside.ring.IdealRing;
import ringside.ring.PeerId;
import ringside.status.PeerCommand;

/** Draws and applies faults, and tracks their consequences for the expected state. */
final class StormFaults {

    /** With three copies, two deaths lose nothing (SPEC 8.4). */
    private static final int DEATHS = 2;

    private static final int MOST_MEMBERS = 16;

    /** Time by which a store has reached all its holders, or waits for something else. */
    private static final long CRASH_MS = 3_000;

    private static final List<FaultClass> CLASSES = List.of(FaultClass.values());

    private final Random random;
    private final Simulation simulation;
    private final Library library;
    private final StormStory story;
    private final Set<SimulatedPeer> leaving = new HashSet<>();
    private int deaths;
    private boolean isGentle;
    private boolean isCut;

    StormFaults(Random random, Simulation simulation, Library library, StormStory story) {
        this.story = story;
        this.random = random;
        this.simulation = simulation;
        this.library = library;
    }

    /** Returns whether only deaths, leaves and joins have happened since the ring was right. */
    boolean isGentle() {
        return isGentle;
    }

    boolean isAnyoneLeaving() {
        return leaving.stream().anyMatch(SimulatedPeer::isAlive);
    }

    /** Starts an epoch, in which again as many peers may die as the copies cover. */
    void begin() {
        deaths = 0;
        isGentle = staying().size() >= Invariants.ENOUGH_MEMBERS;
    }

    /** Removes all faults, and resumes paused peers. */
    void end() {
        isGentle = false;
        story.say("heal");
        isCut = false;
        simulation.network().heal();
        simulation.peers().stream().filter(SimulatedPeer::isPaused).forEach(SimulatedPeer::resume);
    }

    void strike() {
        strike(CLASSES.get(random.nextInt(CLASSES.size())));
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
                    case CRASH_BETWEEN_NAMES -> crashBetweenNames();
                    case DAMAGE -> damage();
                    case ROUGH_LINKS -> roughen();
                    case TCP_REFUSED -> tcpFault(TcpFault.REFUSED);
                    case TCP_RESET -> tcpFault(TcpFault.RESET);
                    case TCP_SILENT -> tcpFault(TcpFault.SILENT);
                };
        if (struck) {
            story.struck(fault);
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
        story.say("kill " + victim.id());
        victim.kill();
        library.strikeOutWhatDied();
    }

    /**
     * Returns this many adjacent peers to kill or to let leave; empty if too many are gone already
     * or no peer would remain.
     */
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

    /** Returns the members that run, are not paused and were not asked to leave. */
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
        if (isTaken || staying().size() > MOST_MEMBERS) {
            return false;
        }
        PeerId known = someone().id();
        story.say("join " + id + " via " + known);
        simulation.start(id, new Origin.Join(known));
        return true;
    }

    private boolean joinTwice() {
        PeerId id = someId();
        boolean first = join(id);
        boolean second = join(new PeerId((id.value() + 1) % Circle.IDS_OF_PROCESSES));
        return first && second;
    }

    private boolean pause() {
        if (staying().size() < 2) {
            return false;
        }
        isGentle = false;
        SimulatedPeer peer = someone();
        story.say("pause " + peer.id());
        peer.pause();
        return true;
    }

    private boolean resume() {
        List<SimulatedPeer> paused =
                simulation.peers().stream().filter(SimulatedPeer::isPaused).toList();
        if (paused.isEmpty()) {
            return false;
        }
        story.say("resume " + paused.getFirst().id());
        paused.getFirst().resume();
        return true;
    }

    /**
     * Partitions the ring, unless a peer is leaving: one cut off would rightly take its files with
     * it.
     */
    private boolean partition() {
        if (isAnyoneLeaving()) {
            return false;
        }
        isGentle = false;
        TreeSet<PeerId> island = new TreeSet<>();
        for (int id = 0; id < Circle.IDS_OF_PROCESSES; id++) {
            if (random.nextBoolean()) {
                island.add(new PeerId(id));
            }
        }
        story.say("cut off " + simulation.living().stream().filter(island::contains).toList());
        simulation.network().cutOff(island);
        isCut = true;
        return true;
    }

    private boolean healPartition() {
        story.say("one network");
        simulation.network().cutOff(new TreeSet<>());
        isCut = false;
        return true;
    }

    private boolean quit(int count) {
        List<SimulatedPeer> leavers = isCut ? List.of() : adjacent(count);
        leavers.forEach(this::quit);
        return !leavers.isEmpty();
    }

    private void quit(SimulatedPeer leaver) {
        story.say("quit " + leaver.id());
        leaving.add(leaver);
        leaver.command(new PeerCommand.Quit());
    }

    private boolean store() {
        SimulatedPeer writer = someone();
        FileNumber number = someNumber();
        story.say("store " + number + " at " + writer.id());
        return library.store(writer, number, random.nextInt(3_000));
    }

    private boolean request(SimulatedPeer reader) {
        if (library.numbers().isEmpty()) {
            return false;
        }
        FileNumber number = library.numbers().get(random.nextInt(library.numbers().size()));
        story.say("request " + number + " from " + reader.id());
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
        kill(peer(IdealRing.owner(staying, number.hash())));
        return true;
    }

    private boolean crashBetweenNames() {
        List<PeerId> staying = staying();
        List<FileNumber> known = library.numbers();
        boolean isFirst = known.isEmpty() || random.nextInt(4) == 0;
        FileNumber number = isFirst ? someNumber() : known.get(random.nextInt(known.size()));
        if (deaths >= DEATHS || staying.size() < 2) {
            return false;
        }
        SimulatedPeer victim = peer(someHolder(staying, number));
        SimulatedPeer writer = someone();
        if (!library.store(writer, number, random.nextInt(3_000))) {
            return false;
        }
        story.say("store " + number + " at " + writer.id() + ", to crash " + victim.id());
        deaths++;
        victim.disk().store().crashAfter(random.nextInt(3));
        simulation.runUntil(() -> !victim.isAlive(), CRASH_MS);
        victim.disk().store().crashNever();
        if (victim.isAlive()) {
            return false;
        }
        library.strikeOutWhatDied();
        story.say("crashed " + victim.id());
        simulation.run(random.nextInt(1_000));
        return join(victim.id());
    }

    private PeerId someHolder(List<PeerId> staying, FileNumber number) {
        TreeSet<PeerId> living = new TreeSet<>(staying);
        PeerId owner = IdealRing.owner(living, number.hash());
        List<PeerId> holders = new ArrayList<>(IdealRing.successors(living, owner, 2));
        holders.add(owner);
        return holders.get(random.nextInt(holders.size()));
    }

    /**
     * Damages a file. That is one copy less, unnoticed until it is read: until then the peer
     * answers for a file that it does not have. So no other peer may die or leave in the same
     * epoch.
     */
    private boolean damage() {
        List<FileNumber> numbers = library.numbers();
        if (deaths > 0 || isAnyoneLeaving() || numbers.isEmpty() || library.isStoring()) {
            return false;
        }
        FileNumber number = numbers.get(random.nextInt(numbers.size()));
        SimulatedPeer victim = peer(someHolder(staying(), number));
        if (victim.disk().held(number).isEmpty()) {
            return false;
        }
        story.say("damage " + number + " at " + victim.id());
        deaths = DEATHS;
        victim.disk().store().damage(number);
        library.strikeOutWhatDied();
        return true;
    }

    private boolean roughen() {
        isGentle = false;
        story.say("rough links");
        simulation.network().setLinks(Links.ROUGH);
        return true;
    }

    private boolean tcpFault(TcpFault fault) {
        isGentle = false;
        story.say("TCP " + fault);
        simulation.network().setTcpFault(fault, 0.3 + 0.4 * random.nextDouble());
        return true;
    }

    /** Returns a random member that stays. */
    SimulatedPeer someone() {
        List<PeerId> staying = staying();
        return peer(staying.get(random.nextInt(staying.size())));
    }

    private SimulatedPeer peer(PeerId id) {
        return simulation.peer(id.value());
    }

    PeerId someId() {
        return new PeerId(random.nextInt(Circle.IDS_OF_PROCESSES));
    }

    /** Returns one of a few numbers, so that some are stored more than once. */
    private FileNumber someNumber() {
        return new FileNumber(String.format("%04d", 37 * random.nextInt(20)));
    }
}
