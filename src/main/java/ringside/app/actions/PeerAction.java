package ringside.app.actions;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ringside.app.base.Texts;
import ringside.model.PeerState;
import ringside.ring.PeerId;
import ringside.status.Command;
import ringside.status.PeerCommand;

/** The actions on one peer that take a single click, and why each may be disabled. */
public enum PeerAction {
    QUIT,
    KILL,
    PAUSE,
    RESUME,
    RESTART;

    public Command command(PeerId peer) {
        List<PeerId> one = List.of(peer);
        return switch (this) {
            case QUIT -> new Command.Tell(one, new PeerCommand.Quit());
            case KILL -> new Command.Kill(one);
            case PAUSE -> new Command.Pause(one);
            case RESUME -> new Command.Resume(one);
            case RESTART -> new Command.Restart(one);
        };
    }

    /**
     * Returns why this action is disabled for a peer, in one plain sentence; empty when enabled.
     */
    public Optional<String> disabledReason(PeerState peer) {
        return switch (this) {
            case QUIT -> cannotCommandReason(peer);
            case KILL -> unlessAlive(peer).or(() -> ifByHand(peer));
            case PAUSE -> unlessAlive(peer).or(() -> ifByHand(peer)).or(() -> whilePaused(peer));
            case RESUME -> unlessAlive(peer).or(() -> ifByHand(peer)).or(() -> unlessPaused(peer));
            // A dead peer restarts as a peer of this window, wherever it was started before.
            case RESTART -> peer.phase().isAlive() ? ifByHand(peer) : Optional.empty();
        };
    }

    /**
     * Returns why a peer can carry out no command now, in one plain sentence; empty when it can.
     */
    public static Optional<String> cannotCommandReason(PeerState peer) {
        return unlessAlive(peer).or(() -> whilePaused(peer));
    }

    private static Optional<String> unlessAlive(PeerState peer) {
        return peer.phase().isAlive()
                ? Optional.empty()
                : Optional.of(Texts.text("disabled.dead", peer.id()));
    }

    private static Optional<String> whilePaused(PeerState peer) {
        return peer.process().paused()
                ? Optional.of(Texts.text("disabled.paused", peer.id()))
                : Optional.empty();
    }

    private static Optional<String> unlessPaused(PeerState peer) {
        return peer.process().paused()
                ? Optional.empty()
                : Optional.of(Texts.text("disabled.notPaused", peer.id()));
    }

    private static Optional<String> ifByHand(PeerState peer) {
        return peer.process().byHand()
                ? Optional.of(Texts.text("disabled.byHand", peer.id()))
                : Optional.empty();
    }

    /** Returns the action's name in texts and node ids, such as 'quit'. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
