package ringside.node;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.peer.Effect;
import ringside.peer.Effect.LogBook;
import ringside.peer.Timer;

/** Timers, log lines and terminal output. */
class SmallPartsTest {

    @Test
    void timersFireByTimeAndThenInTheOrderOfAsking() {
        Timers timers = new Timers();
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
        Timers timers = new Timers();
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
        Timers timers = new Timers();
        timers.add(0, 1_000_000, new Timer.RepairDue(1));
        timers.add(9_000, 1_000_000, new Timer.RepairDue(2));
        timers.add(0, 100, new Timer.RepairDue(3));
        assertThat(timers.pollDue(99)).isNull();
        assertThat(timers.pollDue(100)).isEqualTo(new Timer.RepairDue(3));
        assertThat(timers.pollDue(1_015_807)).isNull();
        assertThat(timers.pollDue(1_015_808)).isEqualTo(new Timer.RepairDue(1));
        assertThat(timers.pollDue(1_015_808)).isEqualTo(new Timer.RepairDue(2));
    }

    /** SPEC 4.6: tab-separated, seconds with two decimals. */
    @ParameterizedTest
    @CsvSource({"0,0.00", "4999,0.00", "5000,0.01", "1230000,1.23", "61999999,62.00"})
    void logLinesAreTabSeparatedWithHundredthsOfASecond(long atMicros, String seconds) {
        assertThat(
                        TransferLogs.format(
                                atMicros,
                                new Effect.Log(LogBook.RESPONDING, "RTX/Drop", 401, 400, 0)))
                .isEqualTo("RTX/Drop\t" + seconds + "\t401\t400\t0\n");
    }

    @Test
    void textFromTheNetworkCannotControlTheTerminal() {
        assertThat(Terminal.plain("a reason\u001b[2J\nwith\ttricks"))
                .isEqualTo("a reason [2J with tricks");
        assertThat(Terminal.plain("plain")).isEqualTo("plain");
    }
}
