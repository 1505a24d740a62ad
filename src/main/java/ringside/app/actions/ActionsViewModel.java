package ringside.app.actions;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import ringside.model.PeerState;

/** The actions that the selected peer allows, and why not the others. JavaFX thread only. */
public final class ActionsViewModel {

    private final Map<PeerAction, ReadOnlyStringWrapper> disabledReasons =
            new EnumMap<>(PeerAction.class);
    private final ReadOnlyStringWrapper addDisabledReason = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper paused = new ReadOnlyBooleanWrapper();

    /** Creates the model with no peer selected. */
    public ActionsViewModel() {
        for (PeerAction action : PeerAction.values()) {
            disabledReasons.put(
                    action, new ReadOnlyStringWrapper(CommandCheck.noSelectionReason()));
        }
    }

    public void update(Optional<PeerState> selected) {
        for (PeerAction action : PeerAction.values()) {
            String why =
                    selected.isEmpty()
                            ? CommandCheck.noSelectionReason()
                            : action.disabledReason(selected.get()).orElse("");
            Objects.requireNonNull(disabledReasons.get(action)).set(why);
        }
        paused.set(selected.map(peer -> peer.process().paused()).orElse(false));
    }

    /** Disables every action, and adding peers, with a reason. */
    public void prevent(String why) {
        disabledReasons.values().forEach(disabledReason -> disabledReason.set(why));
        addDisabledReason.set(why);
    }

    /** The reason why no peer can be added, one plain sentence; empty when one can be. */
    public ReadOnlyStringProperty addDisabledReasonProperty() {
        return addDisabledReason.getReadOnlyProperty();
    }

    /** The reason why an action is disabled, one plain sentence; empty when it is enabled. */
    public ReadOnlyStringProperty disabledReasonProperty(PeerAction action) {
        return Objects.requireNonNull(disabledReasons.get(action)).getReadOnlyProperty();
    }

    /** Whether the selected peer is paused, so that it can be resumed instead of paused. */
    public ReadOnlyBooleanProperty pausedProperty() {
        return paused.getReadOnlyProperty();
    }
}
