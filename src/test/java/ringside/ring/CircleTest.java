package ringside.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SPEC 1.1, 3.1: circles of every width. */
class CircleTest {

    private static final int ROUNDS = 2_000;
    private static final long LAST_OF_64_BITS = -1;

    private final Random random = new Random(1);

    /** Compares with integers that no width can overflow. */
    @ParameterizedTest
    @ValueSource(ints = {1, 8, 16, 31, 32, 63, 64})
    void distancesAndArcsAgreeWithBigIntegersOnEveryWidth(int bits) {
        Circle circle = Circle.of(bits);
        BigInteger size = BigInteger.TWO.pow(bits);
        for (int round = 0; round < ROUNDS; round++) {
            PeerId from = any(circle);
            PeerId to = random.nextInt(8) == 0 ? from : any(circle);
            PeerId id = random.nextInt(8) == 0 ? to : any(circle);
            BigInteger span = big(to).subtract(big(from)).mod(size);
            BigInteger distance = big(id).subtract(big(from)).mod(size);
            BigInteger whole = from.equals(to) ? size : span;
            boolean isBetween = distance.signum() > 0 && distance.compareTo(whole) < 0;

            assertThat(unsigned(from.clockwiseTo(to))).isEqualTo(span);
            assertThat(unsigned(from.idsUpTo(to))).isEqualTo(whole.subtract(BigInteger.ONE));
            assertThat(id.isBetween(from, to)).isEqualTo(isBetween);
            assertThat(id.isInArc(from, to)).isEqualTo(isBetween || id.equals(to));
            assertThat(from.isNearer(id, to)).isEqualTo(distance.compareTo(span) < 0);
            assertThat(from.plus(from.clockwiseTo(to))).isEqualTo(to);
            assertThat(id.compareTo(to)).isEqualTo(big(id).compareTo(big(to)));
            assertThat(id.toString().equals(to.toString())).isEqualTo(id.equals(to));
        }
    }

    /** Half of the ids lie at the ends of the circle and at its middle, where signs change. */
    private PeerId any(Circle circle) {
        long near = random.nextInt(5) - 2;
        long middle = circle.last() / 2 + 1;
        return circle.wrapped(
                switch (random.nextInt(4)) {
                    case 0 -> near;
                    case 1 -> middle + near;
                    default -> random.nextLong();
                });
    }

    private static BigInteger big(PeerId id) {
        return unsigned(id.position());
    }

    private static BigInteger unsigned(long value) {
        return new BigInteger(Long.toUnsignedString(value));
    }

    @Test
    void theWidestCircleGoesRoundBehindItsLastId() {
        PeerId last = Circle.of(64).at(LAST_OF_64_BITS);
        PeerId first = Circle.of(64).at(0);

        assertThat(last).hasToString("255.99999999999999998");
        assertThat(last.plus(1)).isEqualTo(first);
        assertThat(last.clockwiseTo(first)).isEqualTo(1);
        assertThat(first.clockwiseTo(last)).isEqualTo(LAST_OF_64_BITS);
        assertThat(last).isGreaterThan(first);
    }

    @Test
    void idsSortAsUnsignedNumbersAndTheOwnerOfTheTopIsTheFirst() {
        Circle circle = Circle.of(64);
        TreeSet<PeerId> living = new TreeSet<>();
        LongStream.of(-5, 7, Long.MAX_VALUE, Long.MIN_VALUE)
                .mapToObj(circle::at)
                .forEach(living::add);

        assertThat(living)
                .containsExactly(
                        circle.at(7),
                        circle.at(Long.MAX_VALUE),
                        circle.at(Long.MIN_VALUE),
                        circle.at(-5));
        assertThat(IdealRing.owner(living, circle.at(-4))).isEqualTo(circle.at(7));
        assertThat(IdealRing.successors(living, circle.at(-5), 2))
                .isEqualTo(List.of(circle.at(7), circle.at(Long.MAX_VALUE)));
        assertThat(IdealRing.predecessors(living, circle.at(7), 2))
                .isEqualTo(List.of(circle.at(-5), circle.at(Long.MIN_VALUE)));
    }

    @Test
    void positionsBeyondTheCircleAndCirclesBeyondALongAreRefused() {
        assertThatThrownBy(() -> Circle.of(16).at(1 << 16)).hasMessageContaining("0 to 65535");
        assertThatThrownBy(() -> Circle.of(63).at(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Circle.of(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Circle.of(65)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void idsOfDifferentCirclesAreDifferentAndHaveNoDistance() {
        PeerId narrow = new PeerId(7);
        PeerId wide = Circle.of(16).at(7);

        assertThat(narrow).isNotEqualTo(wide).isEqualTo(Circle.OF_PROCESSES.at(7));
        assertThatThrownBy(() -> narrow.clockwiseTo(wide))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** So what is said of owners and neighbours on the circle of processes keeps its meaning. */
    @ParameterizedTest
    @ValueSource(ints = {8, 9, 18, 63, 64})
    void idsAndFileNumbersHaveTheSameAngleOnAWiderCircle(int bits) {
        Circle circle = Circle.of(bits);
        for (int value = 0; value < Circle.IDS_OF_PROCESSES; value++) {
            PeerId id = new PeerId(value);

            assertThat(id.on(circle).turn()).isEqualTo(value / 256.0);
            assertThat(id.on(circle)).hasToString(Integer.toString(value));
        }
        FileNumber number = new FileNumber("2012");
        assertThat(number.hashOn(circle)).isEqualTo(new PeerId(2012 % 256).on(circle));
        assertThat(number.hashOn(Circle.of(4))).isEqualTo(Circle.of(4).at(2012 % 16));
    }

    @Test
    void anIdBetweenThoseOfProcessesHasAsManyDecimalsAsTellAllApart() {
        Circle circle = Circle.of(18);

        assertThat(circle.at(14 * 1024)).hasToString("14");
        assertThat(circle.at(14 * 1024 + 1)).hasToString("14.0009");
        assertThat(circle.at(14 * 1024 + 250)).hasToString("14.2441");
        assertThat(circle.at(circle.last())).hasToString("255.999");
        assertThat(Circle.of(9).at(3)).hasToString("1.5");
        assertThat(LongStream.rangeClosed(0, circle.last()).mapToObj(circle::at))
                .extracting(PeerId::toString)
                .doesNotHaveDuplicates();
    }

    @Test
    void aNarrowerCircleHasNotAllAngles() {
        assertThatThrownBy(() -> Circle.of(9).at(3).on(Circle.OF_PROCESSES))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aQuestionEndsAfterAsManyHopsAsTheCircleHasIds() {
        assertThat(Circle.OF_PROCESSES.mostHops()).isEqualTo(256);
        assertThat(Circle.of(16).mostHops()).isEqualTo(65_536);
        assertThat(Circle.of(64).mostHops()).isEqualTo(1 << 20);
    }
}
