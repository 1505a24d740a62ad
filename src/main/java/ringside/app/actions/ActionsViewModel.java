package ringside.app.actions;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import ringside.app.base.Texts;
import ringside.model.PeerState;

/** Which actions the selected peer allows now, and why the others not. For the JavaFX thread. */
public final class ActionsViewModel {

    private final Map<PeerAction, ReadOnlyStringWrapper> disabledReasons =
            new EnumMap<>(PeerAction.class);
    private final ReadOnlyStringWrapper addHindrance = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper paused = new ReadOnlyBooleanWrapper();

    /** Nothing is selected. */
    public ActionsViewModel() {
        for (PeerAction action : PeerAction.values()) {
            disabledReasons.put(action, new ReadOnlyStringWrapper(Texts.text("disabled.none")));
        }
    }

    /** Looks at the selected peer as it is now. */
    public void update(Optional<PeerState> selected) {
        for (PeerAction action : PeerAction.values()) {
            String why =
                    selected.isEmpty()
                            ? Texts.text("disabled.none")
                            : action.disabledReason(selected.get()).orElse("");
            Objects.requireNonNull(disabledReasons.get(action)).set(why);
        }
        paused.set(selected.map(peer -> peer.process().paused()).orElse(false));
    }

    /** Nothing can be done with any peer. */
    public void prevent(String why) {
        disabledReasons.values().forEach(disabledReason -> disabledReason.set(why));
        addHindrance.set(why);
    }

    /** Why no peer can be added, one plain sentence; empty when one can. */
    public ReadOnlyStringProperty addHindranceProperty() {
        return addHindrance.getReadOnlyProperty();
    }

    /** Why an action cannot be done, one plain sentence; empty when it can. */
    public ReadOnlyStringProperty disabledReasonProperty(PeerAction action) {
        return Objects.requireNonNull(disabledReasons.get(action)).getReadOnlyProperty();
    }

    /** Whether the selected peer is paused, so that it can be resumed instead of paused. */
    public ReadOnlyBooleanProperty pausedProperty() {
        return paused.getReadOnlyProperty();
    }
}
