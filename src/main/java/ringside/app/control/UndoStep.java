package ringside.app.control;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import ringside.model.PeerPhase;
import ringside.model.PeerState;
import ringside.model.RingState;
import ringside.ring.PeerId;
import ringside.status.Command;
import ringside.status.PeerCommand;

/**
 * Peers that one command of the user ends, as they were before it. Pure.
 *
 * @param end the phase in which the command leaves its peers
 * @param before each peer as it was when the command was given
 */
record UndoStep(PeerPhase end, Map<PeerId, PeerState> before) {

    UndoStep {
        before = Map.copyOf(before);
    }

    /** Returns what a command is about to end; empty when it ends no peer that lives. */
    static Optional<UndoStep> of(Command command, RingState ring) {
        return switch (command) {
            case Command.Kill(List<PeerId> peers) -> of(PeerPhase.KILLED, peers, ring);
            case Command.Tell(List<PeerId> peers, PeerCommand.Quit _) ->
                    of(PeerPhase.QUIT, peers, ring);
            case Command.Tell _,
                    Command.Add _,
                    Command.AddOn _,
                    Command.Pause _,
                    Command.Resume _,
                    Command.Restart _,
                    Command.ToLink _,
                    Command.ToHost _,
                    Command.TellAll _ ->
                    Optional.empty();
        };
    }

    private static Optional<UndoStep> of(PeerPhase end, List<PeerId> peers, RingState ring) {
        Map<PeerId, PeerState> before = new TreeMap<>();
        for (PeerId id : peers) {
            ring.peer(id)
                    .filter(peer -> peer.phase().isAlive())
                    .ifPresent(peer -> before.put(id, peer));
        }
        return before.isEmpty() ? Optional.empty() : Optional.of(new UndoStep(end, before));
    }

    /** Returns the peers that have ended so and are not back, by id. */
    List<PeerId> ended(RingState now) {
        return before.values().stream()
                .filter(peer -> isSameLife(peer, now))
                .map(PeerState::id)
                .filter(id -> now.peer(id).filter(peer -> peer.phase() == end).isPresent())
                .sorted()
                .toList();
    }

    /** Returns whether nothing of it can be undone any more, now or later. */
    boolean isOver(RingState now) {
        return before.values().stream()
                .noneMatch(peer ->
                        isSameLife(peer, now)
                                && now.peer(peer.id())
                                        .map(PeerState::phase)
                                        .filter(phase -> phase.isAlive() || phase == end)
                                        .isPresent());
    }

    private static boolean isSameLife(PeerState before, RingState now) {
        return now.peer(before.id()).filter(before::isSameLifeAs).isPresent();
    }
}
