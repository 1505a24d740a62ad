package ringside.app.actions;

import java.util.List;
import java.util.Optional;
import ringside.app.base.Texts;
import ringside.model.RingState;
import ringside.ring.PeerId;
import ringside.status.Command;
import ringside.status.PeerCommand;

/**
 * Says why something cannot be done now: buttons, menus, keys, the command box and lessons share
 * its sentences. Pure.
 */
public final class CommandCheck {

    private CommandCheck() {}

    /** Returns why nothing can be done in a recording. */
    public static String recordingReason() {
        return Texts.text("disabled.recording");
    }

    /** Returns why nothing can be done while no peer is selected. */
    public static String noSelectionReason() {
        return Texts.text("disabled.none");
    }

    /**
     * Returns why a command cannot be carried out: by any of its peers, or by one of the two ends
     * of a link.
     *
     * @return one plain sentence; empty when there is something that can be carried out
     */
    public static Optional<String> disabledReason(Command command, RingState ring) {
        List<PeerId> peers = peersOf(command);
        List<String> reasons =
                peers.stream().flatMap(id -> disabledReason(command, id, ring).stream()).toList();
        int tolerated = command instanceof Command.ToLink ? 0 : peers.size() - 1;
        return reasons.size() <= tolerated ? Optional.empty() : reasons.stream().findFirst();
    }

    /** Returns why one peer cannot carry out a command; empty when it can. */
    static Optional<String> disabledReason(Command command, PeerId id, RingState ring) {
        return switch (command) {
            case Command.Add _ ->
                    ring.peer(id).filter(peer -> peer.phase().isAlive()).isPresent()
                            ? Optional.of(Texts.text("disabled.runs", id))
                            : Optional.empty();
            case Command.Kill _ -> disabledReason(PeerAction.KILL, id, ring);
            case Command.Pause _ -> disabledReason(PeerAction.PAUSE, id, ring);
            case Command.Resume _ -> disabledReason(PeerAction.RESUME, id, ring);
            case Command.Restart _ -> disabledReason(PeerAction.RESTART, id, ring);
            case Command.Tell(List<PeerId> _, PeerCommand.Quit _) ->
                    disabledReason(PeerAction.QUIT, id, ring);
            case Command.Tell _, Command.ToLink _ ->
                    ring.peer(id)
                            .map(PeerAction::cannotCommandReason)
                            .orElseGet(() -> notThere(id));
            case Command.TellAll _ -> Optional.empty();
        };
    }

    private static Optional<String> disabledReason(PeerAction action, PeerId id, RingState ring) {
        return ring.peer(id).map(action::disabledReason).orElseGet(() -> notThere(id));
    }

    private static Optional<String> notThere(PeerId id) {
        return Optional.of(Texts.text("disabled.notThere", id));
    }

    private static List<PeerId> peersOf(Command command) {
        return switch (command) {
            case Command.ToPeers some -> some.peers();
            case Command.ToLink link -> List.of(link.one(), link.other());
            case Command.TellAll _ -> List.of();
        };
    }
}
