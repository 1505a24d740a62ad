package ringside.app.transfers;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import ringside.app.base.Texts;
import ringside.model.Amounts;
import ringside.model.TransferState;
import ringside.model.TransferState.Outcome;

/** A row of the list of transfers, which stays the same while its transfer makes progress. */
public final class TransferRow {

    private static final double MICROS_PER_SECOND = 1e6;

    private final ReadOnlyObjectWrapper<TransferState> state = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper detail = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final String title;

    TransferRow(TransferState first) {
        this.title = Texts.text("transfer.title", first.file(), first.sender(), first.receiver());
        update(first);
    }

    void update(TransferState now) {
        if (now.equals(state.get())) {
            return;
        }
        state.set(now);
        progress.set(now.progress());
        detail.set(describe(now));
    }

    private static String describe(TransferState now) {
        String again = Texts.count("transfer.again", now.retransmissions());
        return switch (now.outcome()) {
            case UNDER_WAY ->
                    Texts.text(
                            "transfer.underWay",
                            Amounts.percent(Math.floor(now.progress() * 100) / 100),
                            Amounts.bytes(Math.round(now.bytesPerSecond())),
                            left(now),
                            again);
            case DONE ->
                    Texts.text(
                            "transfer.done",
                            Amounts.bytes(now.bytes()),
                            Amounts.seconds(now.endedAtMicros() - now.startedAtMicros()),
                            Amounts.bytes(Math.round(now.bytesPerSecond())),
                            again);
            case FAILED -> Texts.text("transfer.failed", now.reason());
        };
    }

    private static String left(TransferState now) {
        return now.bytesPerSecond() <= 0
                ? Texts.text("transfer.leftUnknown")
                : Texts.text(
                        "transfer.left",
                        Amounts.age(
                                Math.round(
                                        (now.bytes() - now.bytesDone())
                                                / now.bytesPerSecond()
                                                * MICROS_PER_SECOND)));
    }

    /** The file, the sender and the receiver. */
    public String title() {
        return title;
    }

    /** The rate, time left and retransmissions, or how it ended. */
    public ReadOnlyStringProperty detailProperty() {
        return detail.getReadOnlyProperty();
    }

    /** The share of the file that has arrived, 0 to 1. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** The transfer at the moment shown. */
    public ReadOnlyObjectProperty<TransferState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Returns whether the transfer has ended, successfully or not. */
    public boolean isEnded() {
        return state.get().outcome() != Outcome.UNDER_WAY;
    }
}
