package ringside.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import ringside.BesideOthers;

/** SPEC 11.8: small figures of the Chord paper, on the core itself in virtual time. */
@BesideOthers
class FiguresTest {

    private static final long SEED = 3;

    @Test
    void thePathGrowsByHalfAHopWithEachDoublingOfTheRing() {
        FigureResult result = FigureName.PATH_LENGTH.measure(64, SEED);

        assertThat(result.misses()).isEmpty();
        assertThat(result.rows()).hasSize(4);
        double hopsOf8 = result.rows().getFirst().get(PathLength.OURS);
        double hopsOf64 = result.rows().getLast().get(PathLength.OURS);
        assertThat(hopsOf64 - hopsOf8).isBetween(1.2, 1.8);
    }

    @Test
    void theSameSeedMeasuresTheSame() {
        FigureResult first = FigureName.PATH_LENGTH.measure(16, SEED);
        FigureResult again = FigureName.PATH_LENGTH.measure(16, SEED);

        assertThat(again).isEqualTo(first);
    }

    /** Time-outs are p / (1 - p) for each hop, and for the last one to the owner. */
    @Test
    void everyLookupSucceedsThoughHalfOfThePeersDieAndTimeOutsAreWhatChanceSays() {
        FigureResult result = Failures.measure(128, 200, SEED);

        assertThat(result.rows()).allSatisfy(row -> assertThat(row.get(Failures.FAILED)).isZero());
        double timeOutsOfNoneDead = result.rows().getFirst().get(Failures.TIME_OUTS);
        double hopsOfThird = result.rows().get(3).get(Failures.PATH);
        double timeOutsOfThird = result.rows().get(3).get(Failures.TIME_OUTS);
        assertThat(timeOutsOfNoneDead).isZero();
        assertThat(timeOutsOfThird).isBetween(0.3 * hopsOfThird, 0.8 * (hopsOfThird + 1));
    }

    @Test
    void lookupsHardlyFailWhilePeersComeAndGo() {
        FigureResult result = Churn.measure(64, 60, SEED);

        assertThat(result.misses()).isEmpty();
        assertThat(result.rows()).hasSize(8);
    }

    @Test
    void theMostLoadedHundredthHasSeveralTimesTheMean() {
        FigureResult result = Load.measure(200, SEED);

        assertThat(result.rows().getLast().get(Load.TIMES)).isGreaterThan(3.0);
        assertThat(result.rows().getFirst().get(Load.OURS)).isLessThan(5.0);
    }

    @Test
    void theTableIsAlignedAndItsCsvHasTheSameCells() {
        FigureResult result = FigureName.PATH_LENGTH.measure(8, SEED);

        assertThat(result.lines()).hasSize(2);
        assertThat(result.lines().getFirst()).hasSameSizeAs(result.lines().getLast());
        assertThat(result.csv()).startsWith("log2 N,N,half log2 N,hops,").contains("\n3,8,1.50,");
    }
}
