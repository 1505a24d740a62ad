package ringside.app.ladder;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import ringside.app.Texts;
import ringside.ladder.LadderRow;
import ringside.ladder.LadderRows;
import ringside.ladder.LadderScale;
import ringside.ladder.LadderTrace;
import ringside.model.RingState;
import ringside.model.TransferState;
import ringside.ring.PeerId;
import ringside.status.FileEvent.SegmentTraced;
import ringside.status.StatusEntry;
import ringside.timeline.History;

/**
 * The ladder of the selected transfer, as of the moment that the window shows. It reads the history
 * once when a transfer is selected and goes with it from there. For the JavaFX thread.
 */
public final class LadderViewModel {

    /** While nothing new comes the picture is made again so seldom, for what is lost by now. */
    private static final long REFRESH_MICROS = 400_000;

    /** So long after the last step all that is lost is known to be. */
    private static final long SETTLED_MICROS = 1_000_000;

    /** Of the time at most one part in so many goes into making the picture of a long transfer. */
    private static final int COST_SHARE = 10;

    private final History history;
    private final ReadOnlyObjectWrapper<@Nullable LadderPicture> picture =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable TransferState> transfer =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper detail = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final BooleanProperty follow = new SimpleBooleanProperty(true);
    private final Set<Integer> opened = new HashSet<>();
    private @Nullable Key key;
    private LadderTrace trace = new LadderTrace();
    private int readUpTo;
    private long edition;
    private long madeOfSteps = -1;
    private long madeAtMicros;
    private long notBeforeNanos;

    /** Which transfer; an id is drawn by its sender. */
    private record Key(long transferId, PeerId sender) {
        static Key of(TransferState state) {
            return new Key(state.transferId(), state.sender());
        }
    }

    /** Shows nothing yet. */
    public LadderViewModel(History history) {
        this.history = history;
    }

    /** Shows a transfer from its beginning, or nothing. */
    public void select(@Nullable TransferState wanted) {
        Key chosen = wanted == null ? null : Key.of(wanted);
        if (chosen != null && chosen.equals(key)) {
            return;
        }
        key = chosen;
        trace = new LadderTrace();
        opened.clear();
        follow.set(true);
        madeOfSteps = -1;
        notBeforeNanos = 0;
        readUpTo = wanted == null ? history.last() : history.positionAt(wanted.startedAtMicros() - 1);
    }

    /** Takes the ring as it is shown, once a frame. */
    public void update(RingState shown, long shownMicros) {
        Key wanted = key;
        Optional<TransferState> found =
                wanted == null
                        ? Optional.empty()
                        : shown.transfers().stream()
                                .filter(state -> Key.of(state).equals(wanted))
                                .findFirst();
        transfer.set(found.orElse(null));
        if (found.isEmpty()) {
            picture.set(null);
            madeOfSteps = -1;
            return;
        }
        read(found.get());
        describe(found.get());
        boolean settled = madeAtMicros > trace.lastMicros() + SETTLED_MICROS;
        boolean stale = !settled && shownMicros - madeAtMicros > REFRESH_MICROS;
        boolean news = trace.steps() != madeOfSteps || shownMicros < madeAtMicros;
        if ((news || stale) && System.nanoTime() >= notBeforeNanos) {
            make(found.get(), shownMicros);
        }
    }

    private void read(TransferState state) {
        for (int i = Math.max(readUpTo, history.first()); i < history.last(); i++) {
            StatusEntry entry = history.entryAfter(i);
            if (entry.event() instanceof SegmentTraced step
                    && step.transferId() == state.transferId()
                    && state.involves(entry.peer())) {
                trace.add(entry.atMicros(), step);
            }
        }
        readUpTo = history.last();
    }

    private void make(TransferState state, long shownMicros) {
        long began = System.nanoTime();
        var rows = LadderRows.of(trace, shownMicros, opened);
        picture.set(
                new LadderPicture(
                        ++edition,
                        state.sender(),
                        state.receiver(),
                        rows,
                        LadderScale.of(rows, shownMicros),
                        state.startedAtMicros(),
                        shownMicros,
                        state.window()));
        madeOfSteps = trace.steps();
        madeAtMicros = shownMicros;
        long took = System.nanoTime() - began;
        notBeforeNanos = began + took * COST_SHARE;
    }

    private void describe(TransferState state) {
        title.set(
                state.window() == 1
                        ? Texts.text("ladder.title", state.file())
                        : Texts.text("ladder.title.window", state.file(), state.window()));
        detail.set(LadderHeadline.of(state));
        progress.set(state.progress());
        if (trace.leftOut() > 0) {
            notice.set(Texts.text("ladder.leftOut", trace.leftOut()));
        } else if (!trace.isWhole()) {
            notice.set(
                    Texts.text(trace.steps() == 0 ? "ladder.noSegments" : "ladder.onlyTrouble"));
        } else {
            notice.set("");
        }
    }

    /** Shows the segments of a run one by one. */
    void open(LadderRow.Run run) {
        opened.add(run.first());
        madeOfSteps = -1;
        notBeforeNanos = 0;
    }

    /** What to draw; null for nothing. */
    ReadOnlyObjectProperty<@Nullable LadderPicture> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    /** The transfer as it is shown; null for none. */
    public ReadOnlyObjectProperty<@Nullable TransferState> transferProperty() {
        return transfer.getReadOnlyProperty();
    }

    /** The file and how it is sent. */
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** How far it is. */
    public ReadOnlyStringProperty detailProperty() {
        return detail.getReadOnlyProperty();
    }

    /** What the ladder cannot show, and why; empty when it shows everything. */
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** How much of the file is there, 0 to 1. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Whether the newest segments are kept in sight. */
    public BooleanProperty followProperty() {
        return follow;
    }
}
