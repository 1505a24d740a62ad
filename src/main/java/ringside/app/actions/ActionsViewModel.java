package ringside.app.actions;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import ringside.app.command.CommandCheck;
import ringside.app.command.PeerAction;
import ringside.model.RingState;
import ringside.ring.PeerId;

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

    /** Offers what can be done to the selected peer, if there is one, and adding peers. */
    public void update(Optional<PeerId> selected, RingState ring) {
        disabledReasons.forEach((action, reason) -> reason.set(why(action, selected, ring)));
        addDisabledReason.set("");
        paused.set(selected.flatMap(ring::peer).map(peer -> peer.process().paused()).orElse(false));
    }

    private static String why(PeerAction action, Optional<PeerId> selected, RingState ring) {
        return selected.map(id -> CommandCheck.disabledReason(action.command(id), ring).orElse(""))
                .orElseGet(CommandCheck::noSelectionReason);
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
