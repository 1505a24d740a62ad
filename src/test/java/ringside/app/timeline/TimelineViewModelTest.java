package ringside.app.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ringside.app.run.RingFeed;
import ringside.app.run.RunViewModel;
import ringside.app.window.ScriptedRing;
import ringside.timeline.Playhead.Source;

/** What is said of slow motion (WINDOW 5.4), with a clock in the test's hand. */
class TimelineViewModelTest {

    private static final long FRAME = 50_000;
    private static final int MOST_ENTRIES = 1_000;

    private long micros = 1_000_000;
    private long lag;
    private final RingFeed feed = new RingFeed(new ScriptedRing(() -> micros, 14, 43, 77));
    private final TimelineViewModel running = of(Source.RUNNING);
    private final TimelineViewModel recorded = of(Source.RECORDED);

    private TimelineViewModel of(Source source) {
        return new RunViewModel(feed, source, Runnable::run, Optional.empty()).timeline();
    }

    @BeforeEach
    void begin() {
        pass(4);
    }

    private void pass(double seconds) {
        for (long left = Math.round(seconds * 1e6); left > 0; left -= FRAME) {
            micros += FRAME;
            feed.advance(MOST_ENTRIES, micros);
            running.onFrame(micros, lag);
            recorded.onFrame(micros, lag);
        }
    }

    private String slow() {
        return running.slowMotionProperty().get();
    }

    @Test
    void itSaysHowFarTheViewIsBehindTheProcesses() {
        assertThat(slow()).isEmpty();
        running.playhead().toggleSlowMotion();
        pass(0.1);
        assertThat(slow()).isEqualTo("Slow motion, 0 s behind");
        pass(15.9);
        assertThat(slow()).isEqualTo("Slow motion, 12 s behind");
        assertThat(running.bannerProperty().get())
                .isEqualTo("Slow motion, 12 s behind. End catches up with the processes.");
        running.playhead().toLive();
        pass(0.1);
        assertThat(slow()).isEmpty();
        assertThat(running.bannerProperty().get()).isEmpty();
    }

    @Test
    void aPausedViewIsNotInSlowMotion() {
        running.playhead().toggleSlowMotion();
        pass(8);
        running.playhead().pause();
        pass(1);
        assertThat(slow()).isEmpty();
        assertThat(running.bannerProperty().get()).contains("7 s ago");
    }

    @Test
    void anAgeOfMinutesIsToldInMinutes() {
        running.playhead().pause();
        pass(125);
        assertThat(running.bannerProperty().get()).contains(", 2 min 5 s ago.");
    }

    @Test
    void aPartIsShownWithItsEndsAndItsLengthUntilAllIs() {
        long start = running.startMicros();
        assertThat(running.beginning()).isEqualTo("00:00.0");
        assertThat(running.end()).isEqualTo("01:00.0 (1 min 0 s)");
        running.show(running.whole(1).part(start + 12_300_000, start + 42_300_000));
        assertThat(running.beginning()).isEqualTo("00:12.3");
        assertThat(running.end()).isEqualTo("00:42.3 (30 s of 1 min 0 s)");
        pass(60);
        assertThat(running.end()).isEqualTo("00:42.3 (30 s of 2 min 0 s)");
        running.showAll();
        assertThat(running.beginning()).isEqualTo("00:00.0");
        assertThat(running.end()).isEqualTo("02:00.0 (2 min 0 s)");
        pass(60);
        assertThat(running.end()).isEqualTo("05:00.0 (5 min 0 s)");
    }

    @Test
    void aRecordingIsBehindNothing() {
        recorded.playhead().toggleSlowMotion();
        pass(1);
        assertThat(recorded.slowMotionProperty().get()).isEqualTo("Slow motion");
        assertThat(recorded.bannerProperty().get()).isEmpty();
    }

    /** What is older than a second is not called live, and is shown at its own time. */
    @Test
    void aLiveViewOfLateReportsShowsTheirTimeAndSaysSo() {
        lag = 900_000;
        pass(0.1);
        assertThat(running.latenessProperty().get()).isEmpty();
        assertThat(running.moment().atMicros()).isEqualTo(micros);

        lag = 5_000_000;
        pass(0.1);
        assertThat(running.latenessProperty().get()).isEqualTo("5 s");
        assertThat(running.moment().atMicros()).isEqualTo(micros - lag);
        assertThat(recorded.latenessProperty().get()).isEmpty();

        lag = 0;
        pass(0.1);
        assertThat(running.latenessProperty().get()).isEmpty();
        assertThat(running.moment().atMicros()).isEqualTo(micros);
    }
}
