package ringside.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.peer.Origin;
import ringside.ring.Circle;
import ringside.ring.IdealRing;
import ringside.ring.PeerId;
import ringside.status.PeerSettings;

/** SPEC 1.1, 3.6: rings that have long stood, on circles of every width. */
class StandingRingTest {

    private static final int PEERS = 60;
    private static final int LOOKUPS = 40;
    private static final PeerSettings WITH_SHORTCUTS =
            PeerSettings.DEFAULTS.withShortcuts(true).withPingIntervalMs(5_000);

    private final Map<PeerId, PeerId> found = new TreeMap<>();
    private final Random random = new Random(1);

    private Simulation standing(Circle circle) {
        SimulationWatch watch =
                new SimulationWatch() {
                    @Override
                    public void ownerKnown(PeerId requester, PeerId position, PeerId owner) {
                        found.put(position, owner);
                    }
                };
        Simulation simulation = new Simulation(1, WITH_SHORTCUTS, watch);
        TreeSet<PeerId> ids = new TreeSet<>();
        while (ids.size() < PEERS) {
            ids.add(circle.wrapped(random.nextLong()));
        }
        simulation.startStanding(ids);
        return simulation;
    }

    private void lookUpSome(Simulation simulation, Circle circle) {
        List<PeerId> living = new ArrayList<>(simulation.living());
        for (int each = 0; each < LOOKUPS; each++) {
            Collections.shuffle(living, random);
            PeerId position = circle.wrapped(random.nextLong());
            simulation.find(living.getFirst()).orElseThrow().find(position);
        }
        simulation.run(2_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 64})
    void itIsRightFromTheFirstMomentOnAndEveryLookupFindsTheOwner(int bits) {
        Circle circle = Circle.of(bits);
        Simulation simulation = standing(circle);
        assertThat(simulation.isRingIdeal()).isTrue();

        lookUpSome(simulation, circle);
        assertThat(found).isNotEmpty();
        assertThat(found)
                .allSatisfy((position, owner) ->
                        assertThat(owner)
                                .isEqualTo(IdealRing.owner(simulation.living(), position)));
        simulation.run(60_000);
        assertThat(simulation.isRingIdeal()).isTrue();
    }

    /** The same core repairs a ring whose ids do not fit an int. */
    @Test
    void itHealsOnAWideCircleAndTakesInANewcomer() {
        Circle circle = Circle.of(64);
        Simulation simulation = standing(circle);
        List<PeerId> ids = new ArrayList<>(simulation.living());
        simulation.find(ids.get(3)).orElseThrow().kill();
        simulation.find(ids.get(17)).orElseThrow().kill();
        simulation.start(circle.at(Long.MIN_VALUE), new Origin.Join(ids.getLast()));

        assertThat(simulation.runUntil(simulation::isRingRight, 120_000)).isNotNegative();
        simulation.run(60_000);
        assertThat(simulation.isRingIdeal()).isTrue();
        lookUpSome(simulation, circle);
        assertThat(found).hasSize(LOOKUPS);
    }
}
