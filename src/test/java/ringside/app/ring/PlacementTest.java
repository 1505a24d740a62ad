package ringside.app.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ringside.app.base.RingLayout;
import ringside.ring.PeerId;

class PlacementTest {

    private static final double TINY = 1e-9;

    private static SortedSet<PeerId> ids(int... values) {
        TreeSet<PeerId> ids = new TreeSet<>();
        Arrays.stream(values).mapToObj(PeerId::new).forEach(ids::add);
        return ids;
    }

    @Test
    void peersWithRoomSitExactlyAtTheAngleOfTheirIds() {
        Placement placement = Placement.of(ids(0, 64, 128, 200), RingLayout.BY_ID, 0.02);
        for (int id : new int[] {0, 64, 128, 200}) {
            assertThat(placement.turnOf(new PeerId(id))).isEqualTo(id / 256.0, within(TINY));
        }
    }

    @Test
    void peersThatWouldOverlapMoveApartToTheGapAndNoFurther() {
        Placement placement = Placement.of(ids(100, 101, 102), RingLayout.BY_ID, 0.03);
        assertThat(placement.turnOf(new PeerId(101))).isEqualTo(101 / 256.0, within(TINY));
        assertThat(placement.turnOf(new PeerId(100))).isEqualTo(101 / 256.0 - 0.03, within(TINY));
        assertThat(placement.turnOf(new PeerId(102))).isEqualTo(101 / 256.0 + 0.03, within(TINY));
    }

    @ParameterizedTest
    @EnumSource(RingLayout.class)
    void anyRingKeepsTheOrderOfItsIdsAndTheGapWhereItFits(RingLayout layout) {
        Random random = new Random(42);
        for (int round = 0; round < 200; round++) {
            TreeSet<PeerId> peers = new TreeSet<>();
            int size = 1 + random.nextInt(60);
            while (peers.size() < size) {
                peers.add(new PeerId(random.nextInt(256)));
            }
            double gap = random.nextDouble() * 0.9 / size;
            Placement placement = Placement.of(peers, layout, gap);
            double around = 0;
            PeerId before = peers.last();
            for (PeerId id : peers) {
                double step = Turns.clockwise(placement.turnOf(before), placement.turnOf(id));
                around += size == 1 ? 1 : step;
                before = id;
            }
            assertThat(around).as("once around in order").isEqualTo(1, within(1e-6));
            assertThat(placement.leastGap()).isGreaterThanOrEqualTo(gap - 1e-6);
        }
    }

    @Test
    void evenlySpacedPeersHaveEqualDistances() {
        Placement placement = Placement.of(ids(1, 3, 4, 5, 8), RingLayout.EVENLY_SPACED, 0.01);
        assertThat(placement.leastGap()).isEqualTo(0.2, within(TINY));
    }

    @ParameterizedTest
    @EnumSource(RingLayout.class)
    void theIdAtAPlaceIsTheOneThatIsPlacedThere(RingLayout layout) {
        Placement placement = Placement.of(ids(1, 3, 4, 5, 8, 90), layout, 0.02);
        for (int value = 0; value < 256; value++) {
            PeerId id = new PeerId(value);
            double turn = placement.turnOf(id);
            assertThat(placement.turnOf(placement.idAt(turn))).isEqualTo(turn, within(TINY));
        }
    }

    @Test
    void aFileLiesBetweenItsOwnerAndTheOwnersPredecessor() {
        Placement placement = Placement.of(ids(1, 3, 4, 5, 8), RingLayout.EVENLY_SPACED, 0.01);
        double owner = placement.turnOf(new PeerId(8));
        double predecessor = placement.turnOf(new PeerId(5));
        double file = placement.turnOf(new PeerId(7));
        assertThat(Turns.clockwise(predecessor, file))
                .isBetween(TINY, Turns.clockwise(predecessor, owner));
    }
}
