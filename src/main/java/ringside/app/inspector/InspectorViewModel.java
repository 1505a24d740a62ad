package ringside.app.inspector;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import ringside.app.base.ClockTime;
import ringside.app.base.HostWords;
import ringside.app.base.Texts;
import ringside.model.Amounts;
import ringside.model.PeerState;
import ringside.model.RingState;
import ringside.model.ShortcutEntry;
import ringside.model.TransferState;
import ringside.status.LifeEvent;

/** The selected peer, its transfers, and texts about it. JavaFX thread only. */
public final class InspectorViewModel {

    private final ReadOnlyObjectWrapper<@Nullable PeerState> peer = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<TransferState>> transfers =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<ShortcutRow>> shortcuts =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper facts = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper ended = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper badInput = new ReadOnlyStringWrapper("");

    public void update(Optional<PeerState> selected, RingState ring, long nowMicros) {
        PeerState now = selected.orElse(null);
        peer.set(now);
        if (now == null) {
            transfers.set(List.of());
            shortcuts.set(List.of());
            return;
        }
        transfers.set(ring.transfers().stream().filter(each -> each.involves(now.id())).toList());
        shortcuts.set(
                ShortcutEntry.tableOf(now.id(), ring).stream()
                        .map(entry -> ShortcutRow.of(entry, nowMicros))
                        .toList());
        String known = facts(now, nowMicros);
        facts.set(
                HostWords.of(now, ring.hosts())
                        .map(host -> Texts.text("inspector.facts.host", host, known))
                        .orElse(known));
        ended.set(ended(now, ring));
        badInput.set(badInput(now.statistics()));
    }

    private static String ended(PeerState peer, RingState ring) {
        String reason = peer.process().reason();
        return reason.isEmpty()
                ? ""
                : Texts.text(
                        "inspector.ended",
                        reason,
                        ClockTime.tenths(
                                peer.process().phaseSinceMicros() - ring.startedAtMicros()));
    }

    private static String badInput(LifeEvent.@Nullable Statistics counted) {
        if (counted == null
                || counted.badDatagrams() + counted.badFrames() + counted.connectionsRefused()
                        == 0) {
            return "";
        }
        return Texts.text(
                "inspector.badInput",
                counted.badDatagrams(),
                counted.badFrames(),
                counted.connectionsRefused());
    }

    private static String facts(PeerState peer, long nowMicros) {
        String age =
                Amounts.age(
                        (peer.phase().isAlive() ? nowMicros : peer.process().phaseSinceMicros())
                                - peer.process().startedAtMicros());
        String key =
                peer.process().byHand()
                        ? "inspector.facts.byHand"
                        : peer.process().residentBytes() > 0
                                ? "inspector.facts.memory"
                                : "inspector.facts";
        return Texts.text(
                key,
                peer.process().processId(),
                peer.process().port(),
                age,
                Amounts.bytes(peer.process().residentBytes()));
    }

    /** The selected peer; null for none. */
    public ReadOnlyObjectProperty<@Nullable PeerState> peerProperty() {
        return peer.getReadOnlyProperty();
    }

    /** The transfers that involve the selected peer, oldest first. */
    public ReadOnlyObjectProperty<List<TransferState>> transfersProperty() {
        return transfers.getReadOnlyProperty();
    }

    /** The finger table of the selected peer, the nearest first; empty without shortcuts. */
    ReadOnlyObjectProperty<List<ShortcutRow>> shortcutsProperty() {
        return shortcuts.getReadOnlyProperty();
    }

    /** The process id, port, age and, where they are known, memory and host of the peer. */
    public ReadOnlyStringProperty factsProperty() {
        return facts.getReadOnlyProperty();
    }

    /** Counts of input on its ports that was no message (SPEC 10.1); empty while there was none. */
    public ReadOnlyStringProperty badInputProperty() {
        return badInput.getReadOnlyProperty();
    }

    /** Why and when the peer ended, in plain sentences; empty while it lives. */
    public ReadOnlyStringProperty endedProperty() {
        return ended.getReadOnlyProperty();
    }
}
