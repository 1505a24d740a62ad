package ringside.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TimeAxisTest {

    private final TimeAxis whole = new TimeAxis(1_000_000, 11_000_000, 1_000);

    @Test
    void placesAndTimesAreInverse() {
        assertThat(whole.xOf(6_000_000)).isEqualTo(500);
        assertThat(whole.microsAt(500)).isEqualTo(6_000_000);
        assertThat(whole.microsAt(-20)).isEqualTo(1_000_000);
        assertThat(whole.microsAt(2_000)).isEqualTo(11_000_000);
    }

    @Test
    void zoomingKeepsTheTimeUnderThePointer() {
        TimeAxis half = whole.zoomed(0.5, 250, whole);
        assertThat(half.toMicros() - half.fromMicros()).isEqualTo(5_000_000);
        assertThat(half.xOf(whole.microsAt(250))).isCloseTo(250, within(0.01));
    }

    @Test
    void theAxisNeverLeavesTheWholeInterval() {
        assertThat(whole.zoomed(3, 900, whole)).isEqualTo(whole);
        TimeAxis half = whole.zoomed(0.5, 0, whole);
        assertThat(half.moved(-500, whole)).isEqualTo(half);
        assertThat(half.moved(5_000, whole).toMicros()).isEqualTo(whole.toMicros());
    }

    @Test
    void theShortestSpanIsAHundredthOfASecond() {
        TimeAxis least = whole.zoomed(1e-9, 500, whole);
        assertThat(least.toMicros() - least.fromMicros()).isEqualTo(TimeAxis.SHORTEST_MICROS);
    }
}
