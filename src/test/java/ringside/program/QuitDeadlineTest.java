package ringside.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** PROGRAMS 1.5: a quitter that lives after ten seconds has failed. */
class QuitDeadlineTest {

    private long nowNanos = 5;

    private final QuitDeadline quit = new QuitDeadline(QuitDeadline.PATIENCE, () -> nowNanos);

    private void pass(double seconds) {
        nowNanos += Math.round(seconds * TimeUnit.SECONDS.toNanos(1));
    }

    @Test
    void aPeerThatWasNotToldMayLiveForEver() {
        pass(1_000);
        assertThat(quit.isTold()).isFalse();
        assertThat(quit.isOver()).isFalse();
    }

    @Test
    void itsTimeIsUpTenSecondsAfterTheFirstWord() {
        assertThat(quit.patience()).isEqualTo(Duration.ofSeconds(10));
        quit.told();
        pass(6);
        quit.told();
        pass(3.9);
        assertThat(quit.isTold()).isTrue();
        assertThat(quit.isOver()).isFalse();
        pass(0.1);
        assertThat(quit.isOver()).isTrue();
    }

    @Test
    void aPausedPeerHasItsTimeAfterThePause() {
        quit.told();
        pass(9);
        quit.paused();
        pass(100);
        assertThat(quit.isOver()).isFalse();
        quit.resumed();
        pass(9.9);
        assertThat(quit.isOver()).isFalse();
        pass(0.1);
        assertThat(quit.isOver()).isTrue();
    }
}
