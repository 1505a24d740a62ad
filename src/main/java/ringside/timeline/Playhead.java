package ringside.timeline;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The moment of a history that the view shows, and how it moves (WINDOW 5.1). While a ring runs,
 * the playhead follows it until the user pauses, steps or scrubs; the processes never notice. It
 * has no clock: {@link #onFrame} passes the time. For one thread.
 */
public final class Playhead {

    /** A longer frame advances playback by only this much: the window was suspended meanwhile. */
    static final long LONGEST_FRAME_MICROS = 250_000;

    private final History history;
    private final Source source;
    private CommonSteps steps;
    private Mode mode;
    private Pace pace = Pace.AS_IT_HAPPENED;
    private boolean isSlow;
    private Moment moment = new Moment(0, 0);
    private @Nullable Stride stride;
    private long frameMicros;
    private long leastMicros;

    /** The origin of the history. */
    public enum Source {
        /** A running ring, whose present the user can return to. */
        RUNNING,
        /** A recording, which has an end. */
        RECORDED
    }

    /** How the view moves. */
    public enum Mode {
        /** The view follows the ring at its latest moment. */
        LIVE,
        /** The view stands still. */
        PAUSED,
        /** The view moves through the past at its pace. */
        PLAYING
    }

    /** The move from one step to the next at a fixed gap, with the time that has passed. */
    private record Stride(Moment from, Moment to, long elapsedMicros) {

        Stride after(long micros) {
            return new Stride(from, to, elapsedMicros + micros);
        }

        long atMicros(long gapMicros) {
            double share = Math.min(1, (double) elapsedMicros / gapMicros);
            return from.atMicros() + (long) (share * (to.atMicros() - from.atMicros()));
        }
    }

    /**
     * Creates a playhead that follows a running ring, or plays a recording from its beginning.
     *
     * @param steps the positions at which {@link #stepForward} and {@link #stepBack} stop; a fixed
     *     gap lies between two of them
     */
    public Playhead(History history, Source source, StepPositions steps) {
        this.history = history;
        this.source = source;
        this.steps = new CommonSteps(history, steps, StepTimes.NONE);
        this.mode =
                switch (source) {
                    case RUNNING -> Mode.LIVE;
                    case RECORDED -> Mode.PLAYING;
                };
    }

    /**
     * Moves on by one frame.
     *
     * @param nowMicros the time now, in microseconds since the epoch; a live view shows this time
     */
    public void onFrame(long nowMicros) {
        long passed =
                frameMicros == 0 ? 0 : Math.clamp(nowMicros - frameMicros, 0, LONGEST_FRAME_MICROS);
        frameMicros = nowMicros;
        switch (mode) {
            case LIVE -> moment = new Moment(history.last(), nowMicros);
            case PAUSED -> stayInHistory();
            case PLAYING -> {
                stayInHistory();
                if (!history.isEmpty()) {
                    play(passed);
                }
            }
        }
    }

    private void stayInHistory() {
        if (moment.position() <= history.first() && moment.atMicros() < history.startMicros()) {
            moment = new Moment(history.first(), history.startMicros());
            stride = null;
        }
        if (source == Source.RECORDED && moment.atMicros() > end()) {
            stopAtEnd();
        }
    }

    private void play(long passedMicros) {
        switch (pace()) {
            case Pace.Speed speed ->
                    playTo(moment.atMicros() + Math.round(passedMicros * speed.times()));
            case Pace.Gap gap -> stride(passedMicros, gap.micros());
        }
    }

    private void playTo(long atMicros) {
        if (atMicros >= end()) {
            arriveAtEnd();
        } else {
            moment = new Moment(history.positionAt(atMicros), atMicros);
        }
    }

    private long end() {
        return switch (source) {
            case RUNNING -> Math.max(history.endMicros(), frameMicros);
            case RECORDED -> Math.max(history.endMicros(), history.startMicros() + leastMicros);
        };
    }

    private void stride(long passedMicros, long gapMicros) {
        Stride now = stride;
        if (now == null) {
            Optional<Moment> next = steps.after(moment);
            if (next.isEmpty()) {
                arriveAtEnd();
                return;
            }
            now = new Stride(moment, next.get(), 0);
        }
        now = now.after(passedMicros);
        if (now.elapsedMicros() >= gapMicros) {
            moment = now.to();
            stride = null;
        } else {
            long atMicros = now.atMicros(gapMicros);
            int reached = Math.min(history.positionAt(atMicros), now.to().position() - 1);
            moment = new Moment(Math.max(reached, now.from().position()), atMicros);
            stride = now;
        }
    }

    /** Slow motion stays on, as the ring goes on faster than it. */
    private void arriveAtEnd() {
        switch (source) {
            case RUNNING -> toPresent();
            case RECORDED -> stopAtEnd();
        }
    }

    private void stopAtEnd() {
        stride = null;
        moment = new Moment(history.last(), end());
        mode = Mode.PAUSED;
    }

    private Moment momentAt(int position) {
        return new Moment(position, history.atMicros(position));
    }

    /** Extends a recording to a least length in microseconds, that of a longer one beside it. */
    public void extendTo(long micros) {
        leastMicros = micros;
    }

    /** Returns the moment that the view shows. */
    public Moment moment() {
        return moment;
    }

    /** Returns whether the view follows the present, is held, or plays. */
    public Mode mode() {
        return mode;
    }

    /** Returns whether the history is of a running ring or of a recording. */
    public Source source() {
        return source;
    }

    /** Returns how fast the past is played. */
    public Pace pace() {
        return isSlow ? Pace.SLOW_MOTION : pace;
    }

    /** Changes the pace, also while playing; that ends slow motion. */
    public void setPace(Pace changed) {
        pace = changed;
        isSlow = false;
        stride = null;
    }

    /**
     * Begins slow motion, from the moment shown, or ends it: then a running ring is shown live, and
     * a recording goes on at its own pace.
     */
    public void toggleSlowMotion() {
        stride = null;
        if (!isSlow) {
            play();
            isSlow = true;
            mode = Mode.PLAYING;
            return;
        }
        switch (source) {
            case RUNNING -> toLive();
            case RECORDED -> isSlow = false;
        }
    }

    /** Returns whether the view moves in slow motion, or will when it is played. */
    public boolean isSlow() {
        return isSlow;
    }

    /** Stops at the moment shown. */
    public void pause() {
        mode = Mode.PAUSED;
    }

    /** Plays from the moment shown. */
    public void play() {
        if (mode == Mode.PAUSED) {
            boolean ended = source == Source.RECORDED && moment.atMicros() >= end();
            if (ended) {
                toStart();
            }
            mode = Mode.PLAYING;
        }
    }

    /** Pauses when moving, and plays otherwise. */
    public void toggle() {
        switch (mode) {
            case LIVE, PLAYING -> pause();
            case PAUSED -> play();
        }
    }

    /** Goes to the latest moment, and follows it if the ring is running. Ends slow motion. */
    public void toLive() {
        isSlow = false;
        toPresent();
    }

    /**
     * Goes to the latest moment, to see what happens next: a running ring is followed, in slow
     * motion if that is on.
     */
    public void toPresent() {
        stride = null;
        switch (source) {
            case RUNNING -> {
                mode = isSlow ? Mode.PLAYING : Mode.LIVE;
                moment = new Moment(history.last(), Math.max(frameMicros, history.endMicros()));
            }
            case RECORDED -> stopAtEnd();
        }
    }

    /** Goes to the first moment that is kept. */
    public void toStart() {
        goTo(history.first());
    }

    /** Shows the moment right after the event that led to a position, and stops there. */
    public void goTo(int position) {
        stride = null;
        mode = Mode.PAUSED;
        moment = momentAt(Math.clamp(position, history.first(), history.last()));
    }

    /** Goes to a time. Playing continues from there, and the end of a running ring is live. */
    public void scrubTo(long atMicros) {
        stride = null;
        if (atMicros >= end()) {
            toLive();
            return;
        }
        if (mode == Mode.LIVE) {
            mode = Mode.PAUSED;
        }
        long kept = Math.max(atMicros, history.startMicros());
        moment = new Moment(history.positionAt(kept), kept);
    }

    /** Makes {@link #stepForward} and {@link #stepBack} stop at these times, too. */
    public void stepAlsoTo(StepTimes times) {
        steps = new CommonSteps(history, steps.own(), times);
    }

    /** Goes to the next step, if there is one. */
    public void stepForward() {
        steps.after(moment).ifPresent(this::stopAt);
    }

    /** Goes to the previous step, if there is one. */
    public void stepBack() {
        steps.before(moment).ifPresent(this::stopAt);
    }

    private void stopAt(Moment stop) {
        stride = null;
        mode = Mode.PAUSED;
        moment = stop;
    }
}
