package ringside.app.ring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ringside.app.ring.LitEdge.Way;
import ringside.ring.PeerId;

class LitEdgeTest {

    /** A ring of six, each with its two successors. */
    private static final Map<Integer, List<Integer>> SIX =
            Map.of(
                    14, List.of(43, 77),
                    43, List.of(77, 139),
                    77, List.of(139, 201),
                    139, List.of(201, 236),
                    201, List.of(236, 14),
                    236, List.of(14, 43));

    private static LitEdge edge(int from, int to) {
        return new LitEdge(new PeerId(from), new PeerId(to), Way.RING);
    }

    private static LitEdge lit(int from, int to, Map<Integer, List<Integer>> ring) {
        return edge(from, to)
                .inOrderOfTheRing(id ->
                        ring.getOrDefault(id.value(), List.of()).stream()
                                .map(PeerId::new)
                                .toList());
    }

    @Test
    void anEventOfThePeerThatIsToldSomethingLightsTheEdgeOfTheOther() {
        assertThat(lit(43, 77, SIX)).isEqualTo(edge(43, 77));
        assertThat(lit(77, 43, SIX)).isEqualTo(edge(43, 77));
        assertThat(lit(14, 201, SIX)).isEqualTo(edge(201, 14));
        assertThat(lit(201, 14, SIX)).isEqualTo(edge(201, 14));
    }

    @Test
    void theFirstSuccessorCountsMoreThanTheSecondWhereEachIsOneOfTheOther() {
        Map<Integer, List<Integer>> three =
                Map.of(0, List.of(10, 20), 10, List.of(20, 0), 20, List.of(0, 10));
        assertThat(lit(10, 0, three)).isEqualTo(edge(0, 10));
        assertThat(lit(20, 0, three)).isEqualTo(edge(20, 0));
        Map<Integer, List<Integer>> two = Map.of(0, List.of(10), 10, List.of(0));
        assertThat(lit(10, 0, two)).isEqualTo(edge(10, 0));
    }

    @Test
    void peersThatAreNoNeighboursAreJoinedTheShorterWayRound() {
        assertThat(lit(236, 77, SIX)).isEqualTo(edge(236, 77));
        assertThat(lit(77, 236, Map.of())).isEqualTo(edge(236, 77));
        assertThat(lit(43, 236, Map.of())).isEqualTo(edge(236, 43));
    }
}
