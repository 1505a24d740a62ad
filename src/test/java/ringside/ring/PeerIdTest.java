package ringside.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.BesideOthers;

/** SPEC 1.1, 3.2: the circle. */
@BesideOthers
class PeerIdTest {

    /** Compares the formula with a step-by-step walk round the circle. */
    @Test
    void betweenAndInArcAgreeWithWalkingForEveryPairAndPoint() {
        for (int from = 0; from < Circle.IDS_OF_PROCESSES; from++) {
            for (int to = 0; to < Circle.IDS_OF_PROCESSES; to++) {
                boolean[] between = walkFrom(from, to);
                for (int x = 0; x < Circle.IDS_OF_PROCESSES; x++) {
                    PeerId point = new PeerId(x);
                    if (point.isBetween(new PeerId(from), new PeerId(to)) != between[x]
                            || point.isInArc(new PeerId(from), new PeerId(to))
                                    != (between[x] || x == to)) {
                        throw new AssertionError(x + " between " + from + " and " + to);
                    }
                }
            }
        }
    }

    private static boolean[] walkFrom(int from, int to) {
        boolean[] passed = new boolean[Circle.IDS_OF_PROCESSES];
        int at = (from + 1) % Circle.IDS_OF_PROCESSES;
        while (at != to) {
            passed[at] = at != from;
            at = (at + 1) % Circle.IDS_OF_PROCESSES;
        }
        return passed;
    }

    @ParameterizedTest
    @CsvSource({"0,0,0", "0,1,1", "1,0,255", "250,4,10", "4,250,246"})
    void distanceIsCountedClockwise(int from, int to, int steps) {
        assertThat(new PeerId(from).clockwiseTo(new PeerId(to))).isEqualTo(steps);
    }

    @Test
    void theOnlyPeerOwnsEverything() {
        PeerId only = new PeerId(9);
        for (int hash = 0; hash < Circle.IDS_OF_PROCESSES; hash++) {
            assertThat(new PeerId(hash).isInArc(only, only)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 256, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void noIdOutsideTheCircleCanBeMade(int value) {
        assertThatThrownBy(() -> new PeerId(value)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "256", "1.0", "five", "0005", "５"})
    void textThatIsNoIdIsRefusedWithASentence(String text) {
        assertThatThrownBy(() -> PeerId.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("peer id");
    }
}
