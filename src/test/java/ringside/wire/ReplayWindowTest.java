package ringside.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** SPEC 10.6: each number once, in any order that is not too wild. */
class ReplayWindowTest {

    private final ReplayWindow window = new ReplayWindow();

    @Test
    void aNumberCountsOnce() {
        assertThat(window.take(0)).isTrue();
        assertThat(window.take(0)).isFalse();
        assertThat(window.take(5)).isTrue();
        assertThat(window.take(5)).isFalse();
        assertThat(window.take(0)).isFalse();
    }

    @Test
    void overtakenNumbersCountWithinTheWindowAndOnce() {
        assertThat(window.take(100)).isTrue();
        for (long number = 100 - ReplayWindow.WIDTH + 1; number < 100; number++) {
            assertThat(window.take(number)).as("%d", number).isTrue();
            assertThat(window.take(number)).as("%d again", number).isFalse();
        }
        assertThat(window.take(100 - ReplayWindow.WIDTH)).isFalse();
    }

    @Test
    void aJumpForgetsWhatLiesBeforeTheWindow() {
        assertThat(window.take(1)).isTrue();
        assertThat(window.take(1 + ReplayWindow.WIDTH)).isTrue();
        assertThat(window.take(1)).isFalse();
        assertThat(window.take(2)).isTrue();
        assertThat(window.take(Long.MAX_VALUE)).isTrue();
        assertThat(window.take(Long.MAX_VALUE - 1)).isTrue();
        assertThat(window.take(3)).isFalse();
    }

    @Test
    void negativeNumbersNeverCount() {
        assertThat(window.take(-1)).isFalse();
        assertThat(window.take(Long.MIN_VALUE)).isFalse();
    }
}
