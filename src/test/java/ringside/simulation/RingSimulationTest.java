package ringside.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ringside.BesideOthers;
import ringside.peer.Origin;
import ringside.ring.Circle;
import ringside.ring.FileNumber;
import ringside.ring.IdealRing;
import ringside.ring.PeerId;
import ringside.status.NeighbourEvent;
import ringside.status.NeighboursCause;
import ringside.status.PeerCommand;
import ringside.status.PeerSettings;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;

/**
 * Sessions of SPEC 3 to 6, drawn from a seed: one fault after the other, each healed in its time.
 */
@BesideOthers
class RingSimulationTest {

    private static final PeerSettings SETTINGS = PeerSettings.DEFAULTS;

    /** SPEC 6.3: 4 intervals, a ping's reply time-out, and half a second for the repair. */
    private static final long HEAL_MS = SETTINGS.misses() * SETTINGS.pingIntervalMs() + 500 + 500;

    /** A join needs two rounds of pings; the time for a JVM's start as slack costs nothing here. */
    private static final long JOIN_MS = 5_000;

    private static final long START_MS = 5_000;

    static List<Long> seeds() {
        return Seeds.orElse(60);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aSessionOfRequestsQuitsKillsAndJoinsKeepsOneRightRing(long seed) {
        new Session(seed).run();
    }

    @Test
    @DisplayName("the same seed gives the same trace")
    void sameSeedSameTrace() {
        Session one = new Session(7);
        Session other = new Session(7);
        one.run();
        other.run();
        assertThat(one.simulation.trace()).isNotEmpty().isEqualTo(other.simulation.trace());
    }

    private static final List<Step> STEPS = List.of(Step.values());

    private enum Step {
        REQUEST,
        STORE,
        JOIN,
        QUIT,
        KILL
    }

    private static Predicate<StatusEvent> isDeathOf(PeerId dead) {
        return event ->
                event instanceof NeighbourEvent.PeerDead death && death.target().equals(dead);
    }

    /**
     * Recognises a skipped successor, one that died before it could answer in a repair (SPEC 7.1).
     */
    private static boolean passesBy(StatusEvent event) {
        return event instanceof NeighbourEvent.NeighboursChanged changed
                && changed.cause() == NeighboursCause.SUCCESSOR_SILENT;
    }

    private static final class Session {

        final Random random;
        final Simulation simulation;

        Session(long seed) {
            random = new Random(seed);
            simulation = CheckedSimulation.of(seed, SETTINGS);
            simulation.checkAfterEach(this::checkLists);
        }

        void run() {
            simulation.startRing(someIds(3 + random.nextInt(10)));
            waitRing(START_MS, "start");
            for (int i = 0; i < 8; i++) {
                switch (STEPS.get(random.nextInt(STEPS.size()))) {
                    case REQUEST -> request();
                    case STORE -> store();
                    case JOIN -> join();
                    case QUIT -> quit();
                    case KILL -> kill();
                }
            }
        }

        private void request() {
            FileNumber number = someNumber();
            byte[] content = someBytes();
            PeerId owner = IdealRing.owner(simulation.living(), number.hash());
            simulation.disk(owner).offer(number + ".txt", content);
            SimulatedPeer requester = someone();
            requester.command(new PeerCommand.Request(number));
            long took =
                    simulation.runUntil(
                            () -> requester.disk().received(number).isPresent(), 120_000);
            assertThat(took).as("request %s from %s", number, requester.id()).isNotNegative();
            assertThat(requester.disk().received(number))
                    .hasValueSatisfying(received -> assertThat(received).isEqualTo(content));
        }

        private void store() {
            FileNumber number = someNumber();
            byte[] content = someBytes();
            SimulatedPeer writer = someone();
            writer.disk().putAt("/home/x.txt", content);
            writer.command(new PeerCommand.Store("/home/x.txt", number));
            PeerId owner = IdealRing.owner(simulation.living(), number.hash());
            long took =
                    simulation.runUntil(
                            () ->
                                    simulation
                                            .disk(owner)
                                            .held(number)
                                            .filter(held -> Arrays.equals(held, content))
                                            .isPresent(),
                            60_000);
            assertThat(took).as("store %s at %s", number, owner).isNotNegative();
        }

        private void join() {
            SortedSet<PeerId> living = simulation.living();
            PeerId id = new PeerId(random.nextInt(Circle.IDS_OF_PROCESSES));
            if (living.contains(id)) {
                return;
            }
            simulation.start(id, new Origin.Join(someone().id()));
            waitRing(JOIN_MS, "join of " + id);
        }

        private void quit() {
            if (simulation.living().size() < 2) {
                return;
            }
            SimulatedPeer leaver = someone();
            leaver.command(new PeerCommand.Quit());
            long took = simulation.runUntil(() -> !leaver.isAlive(), 10_000);
            assertThat(took).as("quit of %s", leaver.id()).isNotNegative();
            waitRing(HEAL_MS, "quit of " + leaver.id());
        }

        private void kill() {
            if (simulation.living().size() < 2) {
                return;
            }
            SimulatedPeer victim = someone();
            List<PeerId> witnesses = IdealRing.predecessors(simulation.living(), victim.id(), 2);
            long killedAt = simulation.nowMicros();
            victim.kill();
            waitRing(HEAL_MS, "kill of " + victim.id());
            assertThat(witnesses)
                    .as("only its predecessors declare %s dead", victim.id())
                    .containsAll(peersTold(killedAt, isDeathOf(victim.id())));
            assertThat(peersTold(killedAt, isDeathOf(victim.id()).or(RingSimulationTest::passesBy)))
                    .as("peers that noticed the death of %s", victim.id())
                    .containsAll(witnesses);
        }

        private Set<PeerId> peersTold(long since, Predicate<StatusEvent> what) {
            return simulation.trace().stream()
                    .filter(entry -> entry.atMicros() >= since && what.test(entry.event()))
                    .map(StatusEntry::peer)
                    .collect(Collectors.toSet());
        }

        private void waitRing(long mostMs, String after) {
            long took = simulation.runUntil(simulation::isRingRight, mostMs);
            assertThat(took).as("ring right after %s: %s", after, describe()).isNotNegative();
        }

        private void checkLists() {
            for (SimulatedPeer peer : simulation.peers()) {
                long reached = 0;
                for (PeerId successor : peer.neighbours().successors()) {
                    long distance = peer.id().clockwiseTo(successor);
                    assertThat(distance)
                            .as("ordered list without self: %s", peer.neighbours())
                            .isGreaterThan(reached);
                    reached = distance;
                }
            }
        }

        private String describe() {
            StringBuilder text = new StringBuilder();
            for (PeerId id : simulation.living()) {
                text.append('\n')
                        .append(id)
                        .append(": ")
                        .append(simulation.peer(id.value()).neighbours());
            }
            return text.toString();
        }

        private SimulatedPeer someone() {
            List<PeerId> living = List.copyOf(simulation.living());
            return simulation.peer(living.get(random.nextInt(living.size())).value());
        }

        private List<PeerId> someIds(int count) {
            TreeSet<PeerId> ids = new TreeSet<>();
            while (ids.size() < count) {
                ids.add(new PeerId(random.nextInt(Circle.IDS_OF_PROCESSES)));
            }
            return List.copyOf(ids);
        }

        private FileNumber someNumber() {
            return new FileNumber(String.format("%04d", random.nextInt(10_000)));
        }

        private byte[] someBytes() {
            byte[] content = new byte[random.nextInt(4_000)];
            random.nextBytes(content);
            return content;
        }
    }
}
