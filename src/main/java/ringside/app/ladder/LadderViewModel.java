package ringside.app.ladder;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import ringside.app.base.Texts;
import ringside.ladder.LadderRow;
import ringside.ladder.LadderTrace.Completeness;
import ringside.model.Amounts;
import ringside.model.RingState;
import ringside.model.TransferState;
import ringside.status.FileEvent.SegmentTraced;
import ringside.status.StatusEntry;
import ringside.timeline.History;

/**
 * The ladder of the selected transfer at the moment that the window shows. It reads the history
 * once when a transfer is selected, and only what is new from then on; a worker computes the
 * picture. JavaFX thread only.
 */
public final class LadderViewModel {

    /**
     * Time between two pictures while no step arrives: segments in flight become lost meanwhile.
     */
    private static final long REFRESH_MICROS = 400_000;

    /** Time after the last step at which all losses are known. */
    private static final long SETTLED_MICROS = 1_000_000;

    private final History history;
    private final Executor worker;
    private final ReadOnlyObjectWrapper<@Nullable LadderData> picture =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable TransferState> transfer =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper detail = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final BooleanProperty follow = new SimpleBooleanProperty(true);
    private final Set<Integer> opened = new HashSet<>();
    private TransferState.@Nullable Key key;
    private LadderWorker maker;
    private final List<LadderWorker.Step> news = new ArrayList<>();
    private int readUpTo;
    private long lastStepMicros;
    private long edition;
    private boolean isStale;
    private long orderedAtMicros;

    /**
     * Creates a model with no transfer selected.
     *
     * @param worker computes the pictures one after another, on a background thread
     */
    public LadderViewModel(History history, Executor worker) {
        this.history = history;
        this.worker = worker;
        this.maker = new LadderWorker(worker);
    }

    /** Selects a transfer, shown from its beginning, or none. */
    public void select(@Nullable TransferState wanted) {
        TransferState.Key chosen = wanted == null ? null : wanted.key();
        if (chosen != null && chosen.equals(key)) {
            return;
        }
        key = chosen;
        maker = new LadderWorker(worker);
        news.clear();
        opened.clear();
        follow.set(true);
        isStale = true;
        lastStepMicros = 0;
        readUpTo =
                wanted == null ? history.last() : history.positionAt(wanted.startedAtMicros() - 1);
    }

    /** Takes over the ring at the moment shown, once a frame. */
    public void update(RingState shown, long shownMicros) {
        TransferState.Key wanted = key;
        Optional<TransferState> found =
                wanted == null
                        ? Optional.empty()
                        : shown.transfers().stream()
                                .filter(state -> state.key().equals(wanted))
                                .findFirst();
        transfer.set(found.orElse(null));
        if (found.isEmpty()) {
            picture.set(null);
            isStale = true;
            return;
        }
        read(found.get());
        boolean settled = orderedAtMicros > lastStepMicros + SETTLED_MICROS;
        isStale |=
                shownMicros < orderedAtMicros
                        || (!settled && shownMicros - orderedAtMicros > REFRESH_MICROS);
        if (isStale && maker.isReady()) {
            order(found.get(), shownMicros);
        }
        picture.set(maker.latest());
        describe(found.get());
    }

    private void read(TransferState state) {
        for (int i = Math.max(readUpTo, history.first()); i < history.last(); i++) {
            StatusEntry entry = history.entryAfter(i);
            if (entry.event() instanceof SegmentTraced step
                    && step.transferId() == state.transferId()
                    && state.involves(entry.peer())) {
                news.add(new LadderWorker.Step(entry.atMicros(), step));
                lastStepMicros = Math.max(lastStepMicros, entry.atMicros());
                isStale = true;
            }
        }
        readUpTo = history.last();
    }

    private void order(TransferState state, long shownMicros) {
        maker.make(new LadderWorker.Order(++edition, news, state, shownMicros, opened));
        news.clear();
        isStale = false;
        orderedAtMicros = shownMicros;
    }

    private void describe(TransferState state) {
        title.set(
                state.window() == 1
                        ? Texts.text("ladder.title", state.file())
                        : Texts.text("ladder.title.window", state.file(), state.window()));
        detail.set(progressOf(state));
        progress.set(state.progress());
        LadderData drawn = picture.get();
        notice.set(drawn == null ? "" : noticeOf(drawn.completeness()));
    }

    /** Returns, for example, 'segment 1247 of 2010 · 31 retransmissions · 0.38 MB/s'. */
    private static String progressOf(TransferState state) {
        return Texts.text(
                "ladder.detail",
                Math.ceilDiv(state.bytesDone(), (long) state.mss()),
                state.segmentsInAll(),
                Texts.count("ladder.retransmissions", state.sending().retransmissions()),
                Amounts.bytes(Math.round(state.bytesPerSecond())),
                Amounts.percent(state.loss()));
    }

    /** Returns what a ladder cannot show, and why; empty when it shows everything. */
    static String noticeOf(Completeness known) {
        if (known.leftOut() > 0) {
            return Texts.text("ladder.leftOut", known.leftOut());
        }
        if (known.isWhole()) {
            return "";
        }
        return Texts.text(known.steps() == 0 ? "ladder.noSegments" : "ladder.onlyIrregular");
    }

    /** Opens a run, so that its segments are shown one by one. */
    void open(LadderRow.Run run) {
        opened.add(run.first());
        isStale = true;
        maker.hurry();
    }

    /** The picture to draw; null for none. */
    ReadOnlyObjectProperty<@Nullable LadderData> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    /** The selected transfer at the moment shown; null for none. */
    public ReadOnlyObjectProperty<@Nullable TransferState> transferProperty() {
        return transfer.getReadOnlyProperty();
    }

    /** The name of the file, and the window unless it is stop-and-wait. */
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** The progress of the transfer, in one line. */
    public ReadOnlyStringProperty detailProperty() {
        return detail.getReadOnlyProperty();
    }

    /** The parts that the ladder cannot show, and why; empty when it shows everything. */
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** The share of the file that has arrived, 0 to 1. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Whether the view keeps the newest segments in sight. */
    public BooleanProperty followProperty() {
        return follow;
    }
}
