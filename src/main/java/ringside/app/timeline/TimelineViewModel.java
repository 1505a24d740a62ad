package ringside.app.timeline;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import ringside.app.base.ClockTime;
import ringside.app.base.Texts;
import ringside.model.Explanations;
import ringside.model.RingState;
import ringside.status.StatusEntry;
import ringside.timeline.Cursor;
import ringside.timeline.Density;
import ringside.timeline.History;
import ringside.timeline.Mark;
import ringside.timeline.MarkKind;
import ringside.timeline.Marks;
import ringside.timeline.Moment;
import ringside.timeline.Pace;
import ringside.timeline.Playhead;
import ringside.timeline.Playhead.Mode;
import ringside.timeline.Playhead.Source;
import ringside.timeline.ShiftedStops;
import ringside.timeline.Span;
import ringside.timeline.StopTimes;
import ringside.timeline.Stops;
import ringside.timeline.TimeAxis;

/** What the timeline shows and lets one do. For the JavaFX thread. */
public final class TimelineViewModel {

    private static final double MICROS_PER_SECOND = 1e6;

    private final History history;
    private final Marks marks;
    private final Stops stops;
    private final Playhead playhead;
    private final Cursor cursor;
    private final ReadOnlyObjectWrapper<Mode> mode = new ReadOnlyObjectWrapper<>(Mode.LIVE);
    private final ReadOnlyObjectWrapper<Pace> pace =
            new ReadOnlyObjectWrapper<>(Pace.AS_IT_HAPPENED);
    private final ReadOnlyStringWrapper time = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper banner = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper past = new ReadOnlyBooleanWrapper();
    private Span span = Span.START;
    private long leastMicros;
    private @Nullable TimelineViewModel leading;

    /** Begins live on a running ring, at the beginning of a recording. */
    public TimelineViewModel(History history, Marks marks, Source source, Stops stops) {
        this.history = history;
        this.marks = marks;
        this.stops = stops;
        this.playhead = new Playhead(history, source, stops);
        this.cursor = history.cursor();
        mode.set(playhead.mode());
    }

    /**
     * Goes with another from now on, which goes on as long as the longer of both: each is shown as
     * long after its own beginning.
     */
    public void follow(TimelineViewModel other) {
        leading = other;
        playhead.pause();
        other.playhead.stopAlsoAt(
                new ShiftedStops(history, stops, () -> other.startMicros() - startMicros()));
    }

    /** Goes with no other any more. */
    public void stopFollowing() {
        if (leading != null) {
            leading.beAsLongAs(0);
            leading.playhead.stopAlsoAt(StopTimes.NONE);
            leading = null;
        }
    }

    private void keepUpWith(TimelineViewModel other) {
        long micros = history.endMicros() - history.startMicros();
        leastMicros = Math.max(other.spanMicros(), micros);
        other.beAsLongAs(micros);
        if (!history.isEmpty()) {
            playhead.scrubTo(startMicros() + other.sinceStartMicros());
        }
    }

    /** The user chose a time: all that go together go there. */
    public void scrubTo(long atMicros) {
        if (leading == null) {
            playhead.scrubTo(atMicros);
        } else {
            leading.scrubTo(leading.startMicros() + atMicros - startMicros());
        }
    }

    /**
     * The user chose an event: stops right after it.
     *
     * @return the position that is shown from then on; of the last event at the same microsecond
     *     where another decides, which knows times alone
     */
    public int goTo(int position) {
        if (leading == null) {
            playhead.goTo(position);
            return position;
        }
        leading.playhead().pause();
        scrubTo(history.atMicros(position));
        return history.positionAt(history.atMicros(position));
    }

    /** Moves on to a frame and gives the picture to show. */
    public RingState frame(long nowMicros) {
        if (leading != null) {
            keepUpWith(leading);
        }
        playhead.frame(nowMicros);
        span = span.covering(history, playhead.source(), nowMicros, leastMicros);
        tell(nowMicros);
        return cursor.moveTo(playhead.moment().position());
    }

    private void tell(long nowMicros) {
        long start = history.latest().startedAtMicros();
        Moment shown = playhead.moment();
        mode.set(playhead.mode());
        pace.set(playhead.pace());
        past.set(playhead.mode() != Mode.LIVE);
        String now =
                playhead.mode() == Mode.LIVE
                        ? ClockTime.tenths(shown.atMicros() - start)
                        : ClockTime.millis(shown.atMicros() - start);
        time.set(isOver() ? Texts.text("timeline.over", now) : now);
        banner.set(
                switch (playhead.source()) {
                    case RUNNING -> past.get() ? behind(nowMicros - shown.atMicros()) : "";
                    case RECORDED -> "";
                });
    }

    /** Whether the one that leads has gone on after the end of this one. */
    private boolean isOver() {
        return leading != null
                && !history.isEmpty()
                && leading.sinceStartMicros() > history.endMicros() - history.startMicros();
    }

    private String behind(long micros) {
        return Texts.text("timeline.past", time.get(), Math.round(micros / MICROS_PER_SECOND));
    }

    private long spanMicros() {
        return span.toMicros() - span.fromMicros();
    }

    private void beAsLongAs(long micros) {
        leastMicros = micros;
        playhead.beAsLongAs(micros);
    }

    private long sinceStartMicros() {
        return playhead.moment().atMicros() - startMicros();
    }

    /** The moment that is shown. */
    public Moment moment() {
        return playhead.moment();
    }

    /** Where the playhead can be moved. */
    public Playhead playhead() {
        return playhead;
    }

    /** How the view moves. */
    public ReadOnlyObjectProperty<Mode> modeProperty() {
        return mode.getReadOnlyProperty();
    }

    /** How fast the past is played. */
    public ReadOnlyObjectProperty<Pace> paceProperty() {
        return pace.getReadOnlyProperty();
    }

    /** The time that is shown, since the start. */
    public ReadOnlyStringProperty timeProperty() {
        return time.getReadOnlyProperty();
    }

    /** What to say while a running ring is shown as it was; empty while it is shown as it is. */
    public ReadOnlyStringProperty bannerProperty() {
        return banner.getReadOnlyProperty();
    }

    /** Whether something other than the present is shown. */
    public ReadOnlyBooleanProperty pastProperty() {
        return past.getReadOnlyProperty();
    }

    /** The part of the time that is on the axis. */
    public TimeAxis axis(double width) {
        return span.axis(width);
    }

    /** Shows less time around a place, or more of it where {@code factor} is above 1. */
    public void zoom(double factor, double x, double width) {
        span = span.zoomed(factor, x, width);
    }

    /** Moves the part that is on the axis. */
    public void scroll(double pixels, double width) {
        span = span.moved(pixels, width);
    }

    /** How many events there were. */
    public int eventCount() {
        return history.last();
    }

    /** How long the history is, in words of the clock. */
    public String length() {
        return ClockTime.tenths(history.endMicros() - startMicros());
    }

    /** When the first event happened, in microseconds since the epoch. */
    public long startMicros() {
        return history.latest().startedAtMicros();
    }

    /** Where the known time ends, in microseconds since the epoch. */
    public long knownUntilMicros() {
        return switch (playhead.source()) {
            case RUNNING -> Math.max(history.endMicros(), span.nowMicros());
            case RECORDED -> history.endMicros();
        };
    }

    /** How much happened in each of so many equal parts of the axis. */
    public int[] density(int columns) {
        TimeAxis axis = span.axis(columns);
        return Density.of(history, axis.fromMicros(), axis.toMicros(), columns);
    }

    /** The marks on an axis, of one kind at least so many pixels apart. */
    public List<Mark> marks(TimeAxis axis, double apart) {
        return marks.on(axis, apart);
    }

    /** What changes when the marks or the axis do; a view draws them anew then. */
    public long marksAdded() {
        return marks.added();
    }

    /** A mark's event in words, with its time. */
    public String words(Mark mark) {
        if (mark.position() <= history.first()) {
            return "";
        }
        RingState before = history.stateAt(mark.position() - 1);
        StatusEntry entry = history.entryAfter(mark.position() - 1);
        String text =
                mark.kind() == MarkKind.HEALED
                        ? Explanations.ofHeal(before, before.after(entry))
                                .map(heal -> heal.text())
                                .orElse("")
                        : Explanations.of(entry, before).text();
        long start = history.latest().startedAtMicros();
        return ClockTime.tenths(mark.atMicros() - start) + "  " + text;
    }
}
