package ringside.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ringside.peer.Origin;
import ringside.ring.Circle;
import ringside.ring.FileNumber;
import ringside.ring.IdealRing;
import ringside.ring.PeerId;
import ringside.status.LookupEvent;
import ringside.status.NeighbourEvent;
import ringside.status.PeerCommand;
import ringside.status.PeerSettings;
import ringside.status.Shortcut;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;

/** SPEC 3.6: sixty peers with shortcuts and without. */
class ShortcutRingTest {

    private static final int PEERS = 60;

    private static final int REQUESTS = 300;

    /** One shortcut is looked up a ping interval; the successor list serves the nearest. */
    private static final long TABLES_MS = 10_000;

    private final Random random = new Random(7);

    @Test
    void requestsNeedFewHopsWithShortcutsAndAboutHalfTheRingWithout() {
        Simulation plain = started(PeerSettings.DEFAULTS);
        double without = meanHops(plain);
        Simulation ring = started(PeerSettings.DEFAULTS.withShortcuts(true));
        double with = meanHops(ring);
        System.out.printf("mean hops of %d peers: %.2f without, %.2f with%n", PEERS, without, with);
        assertThat(without).isBetween(25.0, 35.0);
        assertThat(with).isLessThan(4);
        assertThat(tables(ring)).isEqualTo(rightTables(ring));
        assertThat(changesWithin(ring, 60_000)).as("a table at rest is not told again").isZero();
        ring.peers().forEach(peer -> peer.command(new PeerCommand.SetShortcuts(false)));
        assertThat(meanHops(ring)).isBetween(25.0, 35.0);
    }

    @Test
    void everyRequestIsAnsweredAfterABurstOfKills() {
        Simulation ring = started(PeerSettings.DEFAULTS.withShortcuts(true));
        List<PeerId> ids = new ArrayList<>(ring.living());
        for (int i = 0; i < ids.size(); i += 3) {
            ring.peer(ids.get(i).value()).kill();
        }
        double stale = meanHops(ring, 100);
        ring.run(60_000);
        assertThat(ring.isRingIdeal()).isTrue();
        assertThat(tables(ring)).isEqualTo(rightTables(ring));
        System.out.printf("mean hops: %.2f stale, %.2f mended%n", stale, meanHops(ring));
    }

    /** The ring of lesson 9, and the figures that its words name. */
    @Test
    void theFiguresOfTheLessonAreRight() {
        Simulation ring = CheckedSimulation.of(1, PeerSettings.DEFAULTS);
        ring.startRing(IntStream.range(0, 60).mapToObj(i -> new PeerId(4 * i + 2)).toList());
        ring.run(TABLES_MS);
        assertThat(wayOfTheLesson(ring)).hasSize(31);
        ring.peers().forEach(peer -> peer.command(new PeerCommand.SetShortcuts(true)));
        ring.run(TABLES_MS);
        assertThat(wayOfTheLesson(ring)).containsExactly(162, 194, 210, 218, 222);
        for (int killed : List.of(106, 118, 130, 142, 154, 162, 178, 190, 194, 202, 210)) {
            ring.peer(killed).kill();
        }
        assertThat(wayOfTheLesson(ring)).hasSizeLessThanOrEqualTo(12);
        ring.run(60_000);
        assertThat(tables(ring)).isEqualTo(rightTables(ring));
        assertThat(wayOfTheLesson(ring)).hasSizeLessThanOrEqualTo(7);
    }

    /** Returns the peers that a request of 98 for 2012 comes to. */
    private static List<Integer> wayOfTheLesson(Simulation ring) {
        int from = ring.trace().size();
        ring.peer(98).command(new PeerCommand.Request(new FileNumber("2012")));
        assertThat(ring.runUntil(() -> isOver(ring, from), 20_000)).isNotNegative();
        List<Integer> way = new ArrayList<>();
        for (StatusEntry entry : ring.traceFrom(from)) {
            switch (entry.event()) {
                case LookupEvent.LookupSent sent -> way.add(sent.to().value());
                case LookupEvent.LookupForwarded on when on.replica() == 0 ->
                        way.add(on.to().value());
                case StatusEvent _ -> {}
            }
        }
        return way;
    }

    /** Wherever the shortcuts lead, who owns what does not depend on them. */
    @Test
    void newcomersAreFoundAlthoughNobodyHasAShortcutToThem() {
        Simulation ring = started(PeerSettings.DEFAULTS.withShortcuts(true));
        for (int i = 0; i < 20; i++) {
            PeerId id = someFreeId(ring);
            ring.start(id, new Origin.Join(ring.living().first()));
            ring.runUntil(() -> ring.peer(id.value()).isMember(), 10_000);
        }
        assertThat(ring.runUntil(ring::isRingRight, 10_000)).isNotNegative();
        meanHops(ring, 100);
    }

    private PeerId someFreeId(Simulation ring) {
        PeerId id = new PeerId(random.nextInt(Circle.IDS_OF_PROCESSES));
        return ring.living().contains(id) ? someFreeId(ring) : id;
    }

    private Simulation started(PeerSettings settings) {
        Simulation simulation = CheckedSimulation.of(11, settings);
        TreeSet<PeerId> ids = new TreeSet<>();
        Random places = new Random(60);
        while (ids.size() < PEERS) {
            ids.add(new PeerId(places.nextInt(Circle.IDS_OF_PROCESSES)));
        }
        simulation.startRing(ids);
        simulation.run(TABLES_MS);
        assertThat(simulation.isRingIdeal()).isTrue();
        return simulation;
    }

    private double meanHops(Simulation simulation) {
        return meanHops(simulation, REQUESTS);
    }

    /** Asks for files from everywhere, and returns how many hops it took to their owners. */
    private double meanHops(Simulation simulation, int requests) {
        List<PeerId> living = new ArrayList<>(simulation.living());
        int first = simulation.trace().size();
        for (int i = 0; i < requests; i++) {
            FileNumber number = new FileNumber("%04d".formatted(i));
            PeerId asker = living.get(random.nextInt(living.size()));
            int asked = simulation.trace().size();
            simulation.peer(asker.value()).command(new PeerCommand.Request(number));
            boolean isOwn = IdealRing.owner(simulation.living(), number.hash()).equals(asker);
            assertThat(isOwn ? 0 : simulation.runUntil(() -> isOver(simulation, asked), 20_000))
                    .as("%s asked by %s", number, asker)
                    .isNotNegative();
            assertThat(simulation.traceFrom(asked))
                    .noneMatch(entry -> entry.event() instanceof LookupEvent.LookupFailed);
        }
        List<StatusEntry> trace = simulation.traceFrom(first);
        long sent = trace.stream().filter(ShortcutRingTest::isSent).count();
        return (double) trace.stream().filter(ShortcutRingTest::isHop).count() / sent;
    }

    private static boolean isOver(Simulation simulation, int from) {
        return simulation.traceFrom(from).stream()
                .anyMatch(entry -> entry.event() instanceof LookupEvent.LookupAnswered);
    }

    private static boolean isSent(StatusEntry entry) {
        return entry.event() instanceof LookupEvent.LookupSent sent && sent.attempt() == 1;
    }

    private static boolean isHop(StatusEntry entry) {
        return isSent(entry)
                || (entry.event() instanceof LookupEvent.LookupForwarded forwarded
                        && forwarded.replica() == 0);
    }

    private static long changesWithin(Simulation simulation, long millis) {
        int from = simulation.trace().size();
        simulation.run(millis);
        return simulation.traceFrom(from).stream()
                .filter(entry -> entry.event() instanceof NeighbourEvent.ShortcutsChanged)
                .count();
    }

    private static List<List<Shortcut>> tables(Simulation simulation) {
        return simulation.living().stream().map(id -> table(simulation, id)).toList();
    }

    private static List<Shortcut> table(Simulation simulation, PeerId id) {
        List<Shortcut> table = List.of();
        for (StatusEntry entry : simulation.trace()) {
            if (entry.peer().equals(id)
                    && entry.event() instanceof NeighbourEvent.ShortcutsChanged changed) {
                table = changed.table();
            }
        }
        return table;
    }

    private static List<List<Shortcut>> rightTables(Simulation simulation) {
        return simulation.living().stream()
                .map(id ->
                        IntStream.range(0, id.circle().bits())
                                .mapToObj(exponent -> id.plus(1L << exponent))
                                .map(start ->
                                        new Shortcut(
                                                start, IdealRing.owner(simulation.living(), start)))
                                .filter(shortcut -> !shortcut.peer().equals(id))
                                .toList())
                .toList();
    }
}
