package ringside.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import ringside.ring.PeerId;
import ringside.status.LifeEvent;
import ringside.status.ProcessEvent;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;

/** How far the picture is behind, with a clock in the test's hand. */
class LagTest {

    private static final long SECOND = 1_000_000;
    private static final long FRAME = 16_667;

    private final Lag lag = new Lag();
    private long now = 1_000 * SECOND;

    private void frame(long ageMicros, StatusEvent event) {
        now += FRAME;
        lag.begin(now);
        lag.note(new StatusEntry(now - ageMicros, new PeerId(14), event), now);
    }

    private void frames(int seconds, long ageMicros) {
        for (long end = now + seconds * SECOND; now < end; ) {
            frame(ageMicros, new LifeEvent.Running());
        }
    }

    @Test
    void itIsTheAgeOfWhatHasArrivedLately() {
        assertThat(lag.micros()).isZero();
        frames(3, 2_000);
        assertThat(lag.micros()).isEqualTo(2_000);
        frames(3, 5 * SECOND);
        assertThat(lag.micros()).isEqualTo(5 * SECOND);
    }

    @Test
    void aCurrentReportEndsItAtOnce() {
        frames(5, 5 * SECOND);
        frame(3_000, new LifeEvent.Running());
        assertThat(lag.micros()).isEqualTo(3_000);
    }

    @Test
    void onePeerThatIsLateDoesNotMakeThePictureOld() {
        for (int i = 0; i < 300; i++) {
            frame(4_000, new LifeEvent.Running());
            frame(9 * SECOND, new LifeEvent.Running());
        }
        assertThat(lag.micros()).isEqualTo(4_000);
    }

    /** The window measures processes itself, also when none of them gets to say anything. */
    @Test
    void theWindowsOwnReportsSayNothingAboutThePeers() {
        frames(3, 5 * SECOND);
        frame(0, new ProcessEvent.ProcessMeasured(1, 1));
        assertThat(lag.micros()).isEqualTo(5 * SECOND);
    }

    @Test
    void withoutReportsNothingIsKnown() {
        frames(3, 5 * SECOND);
        now += 4 * SECOND;
        lag.begin(now);
        assertThat(lag.micros()).isZero();
    }
}
