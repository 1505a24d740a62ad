package ringside.node;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import ringside.peer.Timer;
import ringside.ring.PeerId;

/** When a peer at rest wakes up. */
class TimersTest {

    private static final Timer PING = new Timer.PingDue(new PeerId(1), 1);
    private static final Timer UPKEEP = new Timer.PredecessorsDue();
    private static final long SECOND = 1 << 20;

    private final Timers timers = new Timers();

    @Test
    void timersFireByTimeAndThenInTheOrderOfAsking() {
        timers.add(0, 20, new Timer.RepairDue(3));
        timers.add(0, 10, new Timer.RepairDue(1));
        timers.add(0, 10, new Timer.RepairDue(2));
        assertThat(timers.pollDue(9)).isNull();
        assertThat(timers.pollDue(10)).isEqualTo(new Timer.RepairDue(1));
        assertThat(timers.pollDue(10)).isEqualTo(new Timer.RepairDue(2));
        assertThat(timers.pollDue(10)).isNull();
        assertThat(timers.pollDue(30)).isEqualTo(new Timer.RepairDue(3));
    }

    /** Who sleeps a little too short looks again and again until the time has come. */
    @Test
    void sleepIsRoundedUpToTheTimeOfTheNextTimer() {
        assertThat(timers.millisUntilNext(30, 5_000)).isEqualTo(5);
        timers.add(3_000, 10, new Timer.RepairDue(1));
        assertThat(timers.millisUntilNext(10, 5_000_000)).isEqualTo(3);
        assertThat(timers.millisUntilNext(9, 5_000_000)).isEqualTo(4);
        assertThat(timers.millisUntilNext(3_009, 5_000_000)).isEqualTo(1);
        assertThat(timers.millisUntilNext(3_010, 5_000_000)).isZero();
        assertThat(timers.millisUntilNext(9_000, 5_000_000)).isZero();
        assertThat(timers.millisUntilNext(10, 0)).isZero();
    }

    /** A peer with a second between its pings wakes up once for what was asked for at that time. */
    @Test
    void timersWithSimilarDelaysFallTogether() {
        timers.add(0, 1_000_000, new Timer.RepairDue(1));
        timers.add(9_000, 1_000_000, new Timer.RepairDue(2));
        timers.add(0, 100, new Timer.RepairDue(3));
        assertThat(timers.pollDue(99)).isNull();
        assertThat(timers.pollDue(100)).isEqualTo(new Timer.RepairDue(3));
        assertThat(timers.pollDue(1_015_807)).isNull();
        assertThat(timers.pollDue(1_015_808)).isEqualTo(new Timer.RepairDue(1));
        assertThat(timers.pollDue(1_015_808)).isEqualTo(new Timer.RepairDue(2));
    }

    @Test
    void aPingWakesThePeerUpWhenItIsDue() {
        timers.add(0, SECOND, PING);

        assertThat(timers.millisUntilNext(0, 10 * SECOND)).isEqualTo(1_049);
        assertThat(timers.pollDue(SECOND - 1)).isNull();
        assertThat(timers.pollDue(SECOND)).isEqualTo(PING);
    }

    @Test
    void upkeepFiresAlongWithOthersOnceItIsDue() {
        timers.add(0, SECOND, UPKEEP);

        assertThat(timers.pollDue(SECOND - 1)).isNull();
        assertThat(timers.pollDue(SECOND)).isEqualTo(UPKEEP);
    }

    @Test
    void upkeepWakesThePeerUpAQuarterOfItsDelayLate() {
        timers.add(0, SECOND, UPKEEP);

        assertThat(timers.millisUntilNext(SECOND, 10 * SECOND)).isEqualTo(263);
        assertThat(timers.millisUntilNext(SECOND + SECOND / 4, 10 * SECOND)).isZero();
    }

    @Test
    void aPingBehindUpkeepIsNotLate() {
        timers.add(0, SECOND, UPKEEP);
        timers.add(0, SECOND + SECOND / 8, PING);

        assertThat(timers.millisUntilNext(SECOND, 10 * SECOND)).isEqualTo(132);
    }

    @Test
    void aTimerThatIsCalledOffWakesNobodyUp() {
        timers.add(0, SECOND, PING);
        timers.remove(PING);

        assertThat(timers.millisUntilNext(0, 2 * SECOND)).isEqualTo(2_098);
        assertThat(timers.pollDue(SECOND)).isNull();
    }
}
