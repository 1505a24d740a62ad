package ringside.app.actions;

import java.util.List;
import java.util.Optional;
import ringside.app.base.Texts;
import ringside.model.RingState;
import ringside.ring.PeerId;
import ringside.status.Command;
import ringside.status.PeerCommand;

/**
 * Checks whether a command can be carried out on the current ring; buttons, menus, keys and the
 * command box share it. Pure.
 */
public final class CommandCheck {

    private CommandCheck() {}

    /**
     * Returns why none of its peers can carry out a command.
     *
     * @return one plain sentence; empty when at least one of its peers can carry it out
     */
    public static Optional<String> disabledReason(Command command, RingState ring) {
        List<PeerId> peers = peersOf(command);
        List<String> reasons =
                peers.stream().flatMap(id -> disabledReason(command, id, ring).stream()).toList();
        return reasons.isEmpty() || reasons.size() < peers.size()
                ? Optional.empty()
                : Optional.of(reasons.getFirst());
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
            case Command.Tell _ ->
                    ring.peer(id)
                            .map(PeerAction::cannotCommandReason)
                            .orElseGet(() -> notThere(id));
            case Command.CutLink _, Command.MendLink _, Command.TellAll _ -> Optional.empty();
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
            case Command.Add add -> add.peers();
            case Command.Kill kill -> kill.peers();
            case Command.Pause pause -> pause.peers();
            case Command.Resume resume -> resume.peers();
            case Command.Restart restart -> restart.peers();
            case Command.Tell tell -> tell.peers();
            case Command.CutLink _, Command.MendLink _, Command.TellAll _ -> List.of();
        };
    }
}
