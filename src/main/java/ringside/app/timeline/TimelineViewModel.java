package ringside.app.timeline;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import ringside.app.base.ClockTime;
import ringside.app.base.Texts;
import ringside.model.Amounts;
import ringside.model.Explanations;
import ringside.model.RingState;
import ringside.runs.Bookmark;
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
import ringside.timeline.Span;
import ringside.timeline.StepPositions;
import ringside.timeline.StepTimes;
import ringside.timeline.TimeAxis;

/** The time that the window shows, its axis and its marks. JavaFX thread only. */
public final class TimelineViewModel {

    /** Rounds to whole seconds, in microseconds. */
    private static final long HALF_A_SECOND = 500_000;

    /** Age up to which a picture is called live. */
    private static final long LIVE_MICROS = 1_000_000;

    private final History history;
    private final Marks marks;
    private final StepPositions steps;
    private final Playhead playhead;
    private final Cursor cursor;
    private final ReadOnlyObjectWrapper<Mode> mode = new ReadOnlyObjectWrapper<>(Mode.LIVE);
    private final ReadOnlyObjectWrapper<Pace> pace =
            new ReadOnlyObjectWrapper<>(Pace.AS_IT_HAPPENED);
    private final ReadOnlyStringWrapper time = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper banner = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper slowMotion = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper lateness = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper past = new ReadOnlyBooleanWrapper();
    private final ObservableList<Bookmark> bookmarks = FXCollections.observableArrayList();
    private Span span = Span.START;
    private long leastMicros;
    private @Nullable TimelineViewModel leading;

    /** How much later, since its own start, this one is shown than the one that it follows. */
    private long laterMicros;

    private boolean jumped;

    /** Begins live for a running ring, and at the beginning of a recording. */
    public TimelineViewModel(History history, Marks marks, Source source, StepPositions steps) {
        this.history = history;
        this.marks = marks;
        this.steps = steps;
        this.playhead = new Playhead(history, source, steps);
        this.cursor = history.cursor();
        mode.set(playhead.mode());
    }

    /**
     * Follows another timeline from now on, up to the end of the longer one: each shows the same
     * time since its own start.
     */
    public void follow(TimelineViewModel other) {
        leading = other;
        playhead.pause();
        other.playhead.stepAlsoTo(StepTimes.shifted(history, steps, () -> aheadMicros(other)));
    }

    /**
     * Shows from now on a position of this one together with a position of the timeline that it
     * follows, and what lies around them accordingly.
     */
    public void align(int position, int leadingPosition) {
        if (leading != null) {
            long own = history.atMicros(position) - startMicros();
            long other = leading.history.atMicros(leadingPosition) - leading.startMicros();
            laterMicros = own - other;
        }
    }

    public void stopFollowing() {
        if (leading != null) {
            leading.extendTo(0);
            leading.playhead.stepAlsoTo(StepTimes.NONE);
            leading = null;
        }
    }

    /** Returns how much later than this one's the time of another is, at what they both show. */
    private long aheadMicros(TimelineViewModel other) {
        return other.startMicros() - startMicros() - laterMicros;
    }

    private void matchLengthOf(TimelineViewModel other) {
        long micros = history.endMicros() - history.startMicros();
        leastMicros = Math.max(other.spanMicros(), micros);
        other.extendTo(micros - laterMicros);
        if (!history.isEmpty()) {
            playhead.scrubTo(other.moment().atMicros() - aheadMicros(other));
        }
    }

    /** Goes to a time that the user chose, together with a timeline that leads this one. */
    public void scrubTo(long atMicros) {
        if (leading == null) {
            playhead.scrubTo(atMicros);
        } else {
            leading.scrubTo(atMicros + aheadMicros(leading));
        }
    }

    /** Goes to a single time that the user chose, as {@link #scrubTo}. */
    public void jumpTo(long atMicros) {
        jumped = true;
        scrubTo(atMicros);
    }

    /** Returns whether the user has chosen a single time since the last call. */
    public boolean takeJump() {
        boolean taken = jumped;
        jumped = false;
        return taken;
    }

    /**
     * Stops right after an event that the user chose.
     *
     * @return the position that is shown from then on; with a leading timeline, which knows times
     *     alone, that of the last event at the same microsecond
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

    /**
     * Advances to a frame, and returns the ring to show. A live view of a ring whose reports come
     * late shows the time of the reports, and says so: it never shows old as live.
     *
     * @param nowMicros the time now, in microseconds since the epoch
     * @param lagMicros how far the reports of the ring are behind that
     */
    public RingState onFrame(long nowMicros, long lagMicros) {
        if (leading != null) {
            matchLengthOf(leading);
        }
        long late = playhead.source() == Source.RUNNING && lagMicros > LIVE_MICROS ? lagMicros : 0;
        playhead.onFrame(nowMicros - late);
        span = span.covering(history, playhead.source(), nowMicros, leastMicros);
        lateness.set(late > 0 ? Amounts.age(late + HALF_A_SECOND) : "");
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
        String age = Amounts.age(nowMicros - shown.atMicros() + HALF_A_SECOND);
        boolean isSlow = playhead.isSlow() && playhead.mode() == Mode.PLAYING;
        slowMotion.set(isSlow ? slowMotion(age) : "");
        banner.set(
                switch (playhead.source()) {
                    case RUNNING -> past.get() ? behind(age) : "";
                    case RECORDED -> "";
                });
    }

    private String slowMotion(String age) {
        return switch (playhead.source()) {
            case RUNNING -> Texts.text("timeline.slow", age);
            case RECORDED -> Texts.text("timeline.slow.recording");
        };
    }

    /** Returns whether the leading timeline has gone past the end of this one. */
    private boolean isOver() {
        return leading != null
                && !history.isEmpty()
                && leading.moment().atMicros() - aheadMicros(leading) > history.endMicros();
    }

    private String behind(String age) {
        return slowMotion.get().isEmpty()
                ? Texts.text("timeline.past", time.get(), age)
                : Texts.text("timeline.slow.banner", slowMotion.get());
    }

    private long spanMicros() {
        return span.toMicros() - span.fromMicros();
    }

    private void extendTo(long micros) {
        leastMicros = micros;
        playhead.extendTo(micros);
    }

    public Moment moment() {
        return playhead.moment();
    }

    /** Returns the playhead, with which the view is moved. */
    public Playhead playhead() {
        return playhead;
    }

    /** How the view moves: live, playing or paused. */
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

    /** The banner to show while a running ring is in the past; empty while it is live. */
    public ReadOnlyStringProperty bannerProperty() {
        return banner.getReadOnlyProperty();
    }

    /** That the view is in slow motion, and how far behind the processes; empty otherwise. */
    public ReadOnlyStringProperty slowMotionProperty() {
        return slowMotion.getReadOnlyProperty();
    }

    /** How far the reports of a running ring are behind, as '5 s'; empty while they are current. */
    public ReadOnlyStringProperty latenessProperty() {
        return lateness.getReadOnlyProperty();
    }

    /** Whether the view is anything but live. */
    public ReadOnlyBooleanProperty pastProperty() {
        return past.getReadOnlyProperty();
    }

    /** Returns the part of the time that is on the axis of a width in pixels. */
    public TimeAxis axis(double width) {
        return span.axis(width);
    }

    /** Returns the whole time on an axis of a width in pixels. */
    public TimeAxis whole(double width) {
        return span.whole(width);
    }

    /** Shows a part of the time. */
    public void show(TimeAxis part) {
        span = span.showing(part);
    }

    /** Shows all of the time again. */
    public void showAll() {
        span = span.showing(span.whole(1));
    }

    /** Returns when the part that is shown begins, since the start. */
    public String beginning() {
        return ClockTime.tenths(span.shown().fromMicros() - startMicros());
    }

    /** Returns when the part that is shown ends, since the start, and how long it is. */
    public String end() {
        String end = ClockTime.tenths(span.shown().toMicros() - startMicros());
        String length = Amounts.age(span.shown().toMicros() - span.shown().fromMicros());
        return span.zoomed()
                ? Texts.text("timeline.end.part", end, length, Amounts.age(spanMicros()))
                : Texts.text("timeline.end", end, length);
    }

    /** Zooms out around a place on the axis by a factor, or in if it is below 1. */
    public void zoom(double factor, double x, double width) {
        span = span.zoomed(factor, x, width);
    }

    /** Scrolls the axis by some pixels. */
    public void scroll(double pixels, double width) {
        span = span.moved(pixels, width);
    }

    public int eventCount() {
        return history.last();
    }

    /** Returns the length of the history, formatted as a time. */
    public String length() {
        return ClockTime.tenths(history.endMicros() - startMicros());
    }

    /** Returns when the first event happened, in microseconds since the epoch. */
    public long startMicros() {
        return history.latest().startedAtMicros();
    }

    /** Returns where the known time ends, in microseconds since the epoch. */
    public long knownUntilMicros() {
        return switch (playhead.source()) {
            case RUNNING -> Math.max(history.endMicros(), span.nowMicros());
            case RECORDED -> history.endMicros();
        };
    }

    /** Counts the events in each of some equal parts of an axis. */
    public int[] densityOf(TimeAxis axis, int columns) {
        return Density.of(history, axis.fromMicros(), axis.toMicros(), columns);
    }

    /** Returns the marks on an axis; those of one kind are at least {@code apart} pixels apart. */
    public List<Mark> marks(TimeAxis axis, double apart) {
        return marks.on(axis, apart);
    }

    /**
     * Returns a number that changes whenever marks are added, so that views know when to redraw.
     */
    public long marksAdded() {
        return marks.added();
    }

    /** The bookmarks, in the order of their times. */
    public ObservableList<Bookmark> bookmarks() {
        return bookmarks;
    }

    /** Describes a bookmark, with its time. */
    String words(Bookmark bookmark) {
        String time = ClockTime.tenths(bookmark.atMicros() - startMicros());
        return Texts.text("bookmark.told", time, bookmark.word());
    }

    /** Describes a mark's event, with its time. */
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
