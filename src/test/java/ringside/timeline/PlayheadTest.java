package ringside.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ringside.timeline.Playhead.Mode;
import ringside.timeline.Playhead.Source;

/** The playhead on a hundred entries: three starts, then a ping every 100 ms (WINDOW 5.1). */
class PlayheadTest {

    private static final long FRAME = 20_000;
    private static final int LAST = 100;

    private final History history = new History(entry -> {});
    private Playhead playhead =
            new Playhead(history, Source.RUNNING, Story.multiplesOf(10, history));
    private long now = Story.START_MICROS + 20_000_000;

    @BeforeEach
    void fill() {
        Story.ofAHundred().forEach(history::add);
        frames(1);
    }

    private void record() {
        playhead = new Playhead(history, Source.RECORDED, Story.multiplesOf(10, history));
        frames(1);
    }

    private void frames(int count) {
        for (int i = 0; i < count; i++) {
            now += FRAME;
            playhead.onFrame(now);
        }
    }

    private long shownMicros() {
        return playhead.moment().atMicros() - Story.START_MICROS;
    }

    @Test
    void aRunningRingIsShownLive() {
        assertThat(playhead.mode()).isEqualTo(Mode.LIVE);
        assertThat(playhead.moment()).isEqualTo(new Moment(LAST, now));
        history.add(Story.ping(21_000_000, 1, 200));
        frames(1);
        assertThat(playhead.moment().position()).isEqualTo(LAST + 1);
    }

    @Test
    void aPauseHoldsTheMomentWhileTheRingRuns() {
        playhead.toggle();
        Moment held = playhead.moment();
        history.add(Story.ping(21_000_000, 1, 200));
        frames(100);
        assertThat(playhead.mode()).isEqualTo(Mode.PAUSED);
        assertThat(playhead.moment()).isEqualTo(held);
    }

    @Test
    void playingAfterAPauseCatchesUpOnlyAtAHigherSpeed() {
        playhead.scrubTo(Story.START_MICROS + 9_000_000);
        playhead.setPace(new Pace.Speed(8));
        playhead.play();
        frames(5);
        assertThat(shownMicros()).isEqualTo(9_000_000 + 5 * FRAME * 8);
        frames(200);
        assertThat(playhead.mode()).isEqualTo(Mode.LIVE);
    }

    @Test
    void anEighthOfTheSpeedTakesEightTimesAsLong() {
        playhead.scrubTo(Story.START_MICROS + 5_000_000);
        playhead.setPace(new Pace.Speed(Pace.Speed.SLOWEST));
        playhead.play();
        frames(8);
        assertThat(shownMicros()).isEqualTo(5_000_000 + FRAME);
        assertThat(playhead.moment().position()).isEqualTo(51);
    }

    @Test
    void slowMotionFallsBehindTheProcessesByThreeQuarters() {
        playhead.toggleSlowMotion();
        long began = shownMicros();
        frames(800);
        assertThat(playhead.mode()).isEqualTo(Mode.PLAYING);
        assertThat(playhead.pace()).isEqualTo(Pace.SLOW_MOTION);
        assertThat(shownMicros() - began).isEqualTo(4_000_000);
        assertThat(now - playhead.moment().atMicros()).isEqualTo(12_000_000);
    }

    @Test
    void theKeyThatBeganSlowMotionOrEndCatchesUp() {
        playhead.toggleSlowMotion();
        frames(100);
        playhead.toggleSlowMotion();
        assertThat(playhead.mode()).isEqualTo(Mode.LIVE);
        assertThat(playhead.moment().atMicros()).isEqualTo(now);
        playhead.toggleSlowMotion();
        frames(100);
        playhead.toLive();
        frames(1);
        assertThat(playhead.mode()).isEqualTo(Mode.LIVE);
        assertThat(playhead.pace()).isEqualTo(Pace.AS_IT_HAPPENED);
        assertThat(playhead.moment().atMicros()).isEqualTo(now);
    }

    @Test
    void slowMotionGoesOnWhenTheClockStandsStill() {
        playhead.toggleSlowMotion();
        playhead.onFrame(now);
        playhead.onFrame(now);
        assertThat(playhead.mode()).isEqualTo(Mode.PLAYING);
        assertThat(playhead.isSlow()).isTrue();
    }

    /** What an action does is seen at once, in slow motion. */
    @Test
    void anActionBringsSlowMotionToThePresent() {
        playhead.toggleSlowMotion();
        frames(100);
        playhead.toPresent();
        assertThat(playhead.moment().atMicros()).isEqualTo(now);
        frames(100);
        assertThat(playhead.isSlow()).isTrue();
        assertThat(now - playhead.moment().atMicros()).isEqualTo(100 * FRAME * 3 / 4);
    }

    @Test
    void aPauseHoldsSlowMotionWhichGoesOnAfterwards() {
        playhead.toggleSlowMotion();
        frames(100);
        playhead.toggle();
        long held = shownMicros();
        frames(100);
        assertThat(shownMicros()).isEqualTo(held);
        playhead.toggle();
        frames(100);
        assertThat(shownMicros() - held).isEqualTo(100 * FRAME / 4);
    }

    @Test
    void fromThePastSlowMotionGoesOnFromThere() {
        playhead.scrubTo(Story.START_MICROS + 5_000_000);
        playhead.toggleSlowMotion();
        frames(4);
        assertThat(shownMicros()).isEqualTo(5_000_000 + FRAME);
    }

    @Test
    void aRecordingGoesOnAtItsOwnPaceAfterSlowMotion() {
        record();
        playhead.setPace(new Pace.Speed(2));
        long began = shownMicros();
        playhead.toggleSlowMotion();
        frames(4);
        assertThat(shownMicros() - began).isEqualTo(FRAME);
        playhead.toggleSlowMotion();
        frames(4);
        assertThat(playhead.mode()).isEqualTo(Mode.PLAYING);
        assertThat(shownMicros() - began).isEqualTo(FRAME + 8 * FRAME);
    }

    @Test
    void aChosenPaceEndsSlowMotion() {
        playhead.toggleSlowMotion();
        frames(100);
        playhead.setPace(new Pace.Speed(4));
        assertThat(playhead.isSlow()).isFalse();
        frames(200);
        assertThat(playhead.mode()).isEqualTo(Mode.LIVE);
    }

    @Test
    void aStepGoesToTheNextStopAndPauses() {
        playhead.stepBack();
        assertThat(playhead.moment()).isEqualTo(new Moment(90, history.atMicros(90)));
        playhead.stepBack();
        assertThat(playhead.moment().position()).isEqualTo(80);
        playhead.stepForward();
        frames(50);
        assertThat(playhead.moment().position()).isEqualTo(90);
        assertThat(playhead.mode()).isEqualTo(Mode.PAUSED);
    }

    @Test
    void aStepBeyondTheFirstOrLastStopMovesNothing() {
        playhead.goTo(10);
        playhead.stepBack();
        assertThat(playhead.moment().position()).isEqualTo(10);
        playhead.goTo(LAST);
        playhead.stepForward();
        assertThat(playhead.moment().position()).isEqualTo(LAST);
    }

    @Test
    void aFixedGapTakesTheSameTimeBetweenAnyTwoEvents() {
        playhead.goTo(10);
        playhead.setPace(new Pace.Gap(10 * FRAME));
        playhead.play();
        frames(5);
        assertThat(playhead.moment().position()).isBetween(14, 15);
        assertThat(shownMicros()).isEqualTo((900_000 + 1_900_000) / 2);
        frames(5);
        assertThat(playhead.moment()).isEqualTo(new Moment(20, history.atMicros(20)));
        frames(10);
        assertThat(playhead.moment()).isEqualTo(new Moment(30, history.atMicros(30)));
    }

    @Test
    void aRecordingPlaysFromItsBeginningAndStopsAtItsEnd() {
        record();
        assertThat(playhead.mode()).isEqualTo(Mode.PLAYING);
        assertThat(shownMicros()).isLessThan(200_000);
        playhead.setPace(new Pace.Speed(8));
        frames(100);
        assertThat(playhead.mode()).isEqualTo(Mode.PAUSED);
        assertThat(playhead.moment()).isEqualTo(new Moment(LAST, history.endMicros()));
        playhead.toggle();
        assertThat(playhead.mode()).isEqualTo(Mode.PLAYING);
        assertThat(playhead.moment().position()).isZero();
    }

    @Test
    void aRecordingIsNeverLive() {
        record();
        playhead.toLive();
        assertThat(playhead.mode()).isEqualTo(Mode.PAUSED);
        assertThat(playhead.moment().position()).isEqualTo(LAST);
    }

    @Test
    void aRecordingBesideALongerOneStandsStillAfterItsLastEvent() {
        record();
        long longer = history.endMicros() - history.startMicros() + 5_000_000;
        playhead.extendTo(longer);
        playhead.scrubTo(history.endMicros() + 2_000_000);
        assertThat(playhead.moment()).isEqualTo(new Moment(LAST, history.endMicros() + 2_000_000));
        playhead.toLive();
        assertThat(playhead.moment()).isEqualTo(new Moment(LAST, history.startMicros() + longer));
        assertThat(playhead.mode()).isEqualTo(Mode.PAUSED);
    }

    @Test
    void stepsStopAtTheStopsOfAnotherHistoryToo() {
        record();
        long other = history.atMicros(14) + 7;
        playhead.stepAlsoTo(
                new StepTimes() {
                    @Override
                    public OptionalLong after(long atMicros) {
                        return atMicros < other ? OptionalLong.of(other) : OptionalLong.empty();
                    }

                    @Override
                    public OptionalLong before(long atMicros) {
                        return atMicros > other ? OptionalLong.of(other) : OptionalLong.empty();
                    }
                });
        playhead.goTo(10);
        playhead.stepForward();
        assertThat(playhead.moment()).isEqualTo(new Moment(14, other));
        playhead.stepForward();
        assertThat(playhead.moment()).isEqualTo(new Moment(20, history.atMicros(20)));
        playhead.stepBack();
        assertThat(playhead.moment()).isEqualTo(new Moment(14, other));
        playhead.stepBack();
        assertThat(playhead.moment().position()).isEqualTo(10);
    }

    @Test
    void aRecordingEndsAgainWhenTheLongerOneIsClosed() {
        record();
        playhead.extendTo(history.endMicros() - history.startMicros() + 5_000_000);
        playhead.scrubTo(history.endMicros() + 2_000_000);
        playhead.extendTo(0);
        frames(1);
        assertThat(playhead.moment()).isEqualTo(new Moment(LAST, history.endMicros()));
    }

    @Test
    void aScrubContinuesPlayingAndPausesALiveView() {
        playhead.scrubTo(Story.START_MICROS + 3_000_000);
        assertThat(playhead.mode()).isEqualTo(Mode.PAUSED);
        assertThat(playhead.moment()).isEqualTo(new Moment(31, Story.START_MICROS + 3_000_000));
        playhead.play();
        playhead.scrubTo(Story.START_MICROS + 1_000_000);
        assertThat(playhead.mode()).isEqualTo(Mode.PLAYING);
        playhead.scrubTo(now + 1);
        assertThat(playhead.mode()).isEqualTo(Mode.LIVE);
    }

    @Test
    void aScrubBeforeTheBeginningGoesToTheBeginning() {
        playhead.scrubTo(0);
        assertThat(shownMicros()).isEqualTo(30_000);
    }

    @Test
    void aSuspendedWindowSkipsNothingOfThePast() {
        playhead.goTo(50);
        playhead.play();
        now += 60_000_000;
        frames(1);
        assertThat(shownMicros()).isEqualTo(4_900_000 + Playhead.LONGEST_FRAME_MICROS);
    }

    @Test
    void droppedEntriesAreNotShown() {
        History small = new History(600, entry -> {});
        Playhead old = new Playhead(small, Source.RUNNING, Story.multiplesOf(10, small));
        small.add(Story.ping(0, 1, 0));
        old.onFrame(now);
        old.toStart();
        for (int i = 1; i < 3_000; i++) {
            small.add(Story.ping(i, 1, i));
        }
        old.onFrame(now);
        assertThat(old.moment()).isEqualTo(new Moment(small.first(), small.startMicros()));
    }

    @Test
    void paceHasARange() {
        assertThatThrownBy(() -> new Pace.Speed(9)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Pace.Gap(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
