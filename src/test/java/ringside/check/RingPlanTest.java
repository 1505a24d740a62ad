package ringside.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import ringside.ring.IdealRing;
import ringside.ring.PeerId;
import ringside.rules.RulesFile;

class RingPlanTest {

    @Test
    void theAssignmentsRingHasItsExamples() throws Exception {
        RingPlan plan =
                RingPlan.ofAssignment(RulesFile.read(Path.of("assets", "rules", "cdht-2019.json")));
        assertThat(plan.requester()).isEqualTo(new PeerId(8));
        assertThat(plan.owner()).isEqualTo(new PeerId(1));
        assertThat(plan.leaver()).isEqualTo(new PeerId(10));
        assertThat(plan.victim()).isEqualTo(new PeerId(5));
        assertThat(plan.files().getFirst().name()).isEqualTo("2012.pdf");
    }

    @Test
    void aRingThatLosesFourPeersHasEight() throws Exception {
        for (String family : List.of("cdht-2019", "p2p-2020")) {
            RingPlan plan =
                    RingPlan.losing(RulesFile.read(Path.of("assets", "rules", family + ".json")));
            assertThat(plan.ring()).hasSizeGreaterThanOrEqualTo(8);
            assertThat(Scene.NEIGHBOURS.deed(plan))
                    .isInstanceOfSatisfying(
                            Deed.KillNeighbours.class,
                            deed ->
                                    assertThat(
                                                    List.of(
                                                            deed.first(),
                                                            deed.second(),
                                                            plan.owner(),
                                                            plan.leaver(),
                                                            plan.victim()))
                                            .doesNotHaveDuplicates());
        }
    }

    @Test
    void drawnRingsWrapAndDiffer() {
        TreeSet<Integer> sizes = new TreeSet<>();
        int above = 0;
        for (long seed = 0; seed < 300; seed++) {
            RingPlan plan = RingPlan.drawn(seed);
            sizes.add(plan.ring().size());
            boolean isAbove = plan.ring().getLast().compareTo(plan.file().hash()) < 0;
            above += isAbove ? 1 : 0;
            assertThat(isAbove || plan.ring().contains(plan.file().hash())).isTrue();
            assertThat(plan.file().digits()).hasSize(4);
            assertThat(List.of(plan.owner(), plan.requester(), plan.leaver(), plan.victim()))
                    .doesNotHaveDuplicates();
            assertThat(IdealRing.successors(plan.members(), plan.requester(), 1))
                    .doesNotContain(plan.owner());
            assertThat(plan).isEqualTo(RingPlan.drawn(seed));
        }
        assertThat(sizes).containsExactly(4, 5, 6, 7, 8, 9, 10);
        assertThat(above).isBetween(75, 225);
    }
}
