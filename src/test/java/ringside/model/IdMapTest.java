package ringside.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.ring.Circle;
import ringside.ring.PeerId;

/** A map of ids behaves as a sorted map does, on circles of every width. */
class IdMapTest {

    private static final int CHANGES = 2_000;

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 5, 8, 11, 18, 63, 64})
    void itBehavesAsASortedMap(int bits) {
        Circle circle = Circle.of(bits);
        Random random = new Random(bits);
        TreeMap<PeerId, Integer> right = new TreeMap<>();
        IdMap<Integer> map = IdMap.empty();
        for (int change = 0; change < CHANGES; change++) {
            PeerId id = any(circle, random);
            IdMap<Integer> before = map;
            Map<PeerId, Integer> rightBefore = Map.copyOf(right);
            if (random.nextInt(3) == 0) {
                right.remove(id);
                map = map.without(id);
            } else {
                right.put(id, change);
                map = map.with(id, change);
            }
            PeerId asked = any(circle, random);

            assertThat(map.get(asked)).isEqualTo(right.get(asked));
            assertThat(map.size()).isEqualTo(right.size());
            assertThat(map.isEmpty()).isEqualTo(right.isEmpty());
            assertThat(map.atOrAfter(asked)).isEqualTo(orFirst(right.ceilingEntry(asked), right));
            assertThat(map.after(asked)).isEqualTo(orFirst(right.higherEntry(asked), right));
            assertThat(map.before(asked)).isEqualTo(orLast(right.lowerEntry(asked), right));
            if (change % 100 == 0) {
                assertThat(map.values()).containsExactlyElementsOf(right.values());
                assertThat(before.size()).isEqualTo(rightBefore.size());
                assertThat(rightBefore)
                        .allSatisfy((each, value) -> assertThat(before.get(each)).isEqualTo(value));
            }
        }
    }

    private static Integer orFirst(Map.Entry<PeerId, Integer> found, TreeMap<?, Integer> all) {
        Map.Entry<?, Integer> entry = found == null ? all.firstEntry() : found;
        return entry == null ? null : entry.getValue();
    }

    private static Integer orLast(Map.Entry<PeerId, Integer> found, TreeMap<?, Integer> all) {
        Map.Entry<?, Integer> entry = found == null ? all.lastEntry() : found;
        return entry == null ? null : entry.getValue();
    }

    /** Half of the ids lie near the ends of the circle and its middle. */
    private static PeerId any(Circle circle, Random random) {
        long near = random.nextInt(40) - 20L;
        return circle.wrapped(
                switch (random.nextInt(4)) {
                    case 0 -> near;
                    case 1 -> circle.last() / 2 + near;
                    default -> random.nextLong();
                });
    }

    @Test
    void idsOfAnotherCircleHaveNoValueAndGetNone() {
        IdMap<String> map = IdMap.<String>empty().with(new PeerId(7), "seven");
        PeerId other = Circle.of(18).at(7);

        assertThat(map.get(other)).isNull();
        assertThat(map.without(other)).isSameAs(map);
        assertThatThrownBy(() -> map.with(other, "other"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> map.after(other)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anEmptyMapHasNobody() {
        IdMap<String> map = IdMap.empty();

        assertThat(map.values()).isEqualTo(List.of());
        assertThat(map.before(new PeerId(0))).isNull();
        assertThat(map.with(new PeerId(0), "one").without(new PeerId(0)).values()).isEmpty();
    }
}
