package ringside.app.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import ringside.app.base.Texts;
import ringside.model.HostState;
import ringside.model.HostState.Contact;
import ringside.model.Hosts;
import ringside.model.PeerState;
import ringside.model.RingState;
import ringside.ring.PeerId;
import ringside.status.Command;
import ringside.timeline.Playhead.Source;

/**
 * The one place that says why something cannot be done on the ring now: buttons, menus, keys, the
 * command box and lessons share its sentences (WINDOW 7.3). Pure.
 */
public final class CommandCheck {

    private CommandCheck() {}

    /** Returns why nothing can be done in a recording. */
    public static String recordingReason() {
        return Texts.text("disabled.recording");
    }

    /** Returns why nothing at all can be done on a ring; empty on a running one. */
    public static Optional<String> disabledReason(Source source) {
        return switch (source) {
            case RUNNING -> Optional.empty();
            case RECORDED -> Optional.of(recordingReason());
        };
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
        if (command instanceof Command.ToHost some) {
            return hostReason(some, ring.hosts());
        }
        Map<PeerId, String> refusals = refusals(command, ring);
        boolean possible =
                switch (command) {
                    case Command.ToPeers some -> refusals.size() < some.peers().size();
                    case Command.ToLink _, Command.ToHost _, Command.TellAll _ ->
                            refusals.isEmpty();
                };
        return possible ? Optional.empty() : refusals.values().stream().findFirst();
    }

    private static Optional<String> hostReason(Command.ToHost command, Hosts hosts) {
        return hosts.get(command.host())
                .map(host -> refusal(command, host))
                .orElseGet(() -> Optional.of(Texts.text("disabled.host.none", command.host())));
    }

    private static Optional<String> refusal(Command.ToHost command, HostState host) {
        if (host.contact() == Contact.GONE) {
            return Optional.of(Texts.text("disabled.host.gone", host.name()));
        }
        return switch (command) {
            case Command.CutHost _ ->
                    host.cut()
                            ? Optional.of(Texts.text("disabled.host.cut", host.name()))
                            : Optional.empty();
            case Command.MendHost _ ->
                    host.cut()
                            ? Optional.empty()
                            : Optional.of(Texts.text("disabled.host.whole", host.name()));
        };
    }

    /** Returns the peers that cannot carry out their part of a command, in order, each with why. */
    public static Map<PeerId, String> refusals(Command command, RingState ring) {
        Map<PeerId, String> refusals = new LinkedHashMap<>();
        for (PeerId id : peersOf(command)) {
            refusal(command, id, ring).ifPresent(why -> refusals.put(id, why));
        }
        return refusals;
    }

    /** Returns why a peer can be told nothing now, as one that is paused; empty when it can. */
    public static Optional<String> cannotTellReason(PeerId id, RingState ring) {
        return ring.peer(id)
                .map(peer -> unlessAlive(peer).or(() -> whilePaused(peer)))
                .orElseGet(() -> notThere(id));
    }

    private static Optional<String> refusal(Command command, PeerId id, RingState ring) {
        return switch (command) {
            case Command.Add _, Command.AddOn _ ->
                    ring.peer(id)
                            .filter(peer -> peer.phase().isAlive())
                            .map(peer -> Texts.text("disabled.runs", id));
            case Command.Tell _, Command.ToLink _ -> cannotTellReason(id, ring);
            case Command.Kill _ -> ofProcess(id, ring, _ -> Optional.empty());
            case Command.Pause _ -> ofProcess(id, ring, CommandCheck::whilePaused);
            case Command.Resume _ -> ofProcess(id, ring, CommandCheck::unlessPaused);
            // A dead peer restarts as a peer of this window, wherever it was started before.
            case Command.Restart _ ->
                    ring.peer(id)
                            .map(peer ->
                                    peer.phase().isAlive()
                                            ? ifByHand(peer)
                                            : Optional.<String>empty())
                            .orElseGet(() -> notThere(id));
            case Command.ToHost _, Command.TellAll _ -> Optional.empty();
        };
    }

    /**
     * Returns why nothing can be done to the process of a peer (SPEC 9.3).
     *
     * @param otherwise the reason against this command, if the process can be reached
     */
    private static Optional<String> ofProcess(
            PeerId id, RingState ring, Function<PeerState, Optional<String>> otherwise) {
        return ring.peer(id)
                .map(peer ->
                        unlessAlive(peer).or(() -> ifByHand(peer)).or(() -> otherwise.apply(peer)))
                .orElseGet(() -> notThere(id));
    }

    private static Optional<String> unlessAlive(PeerState peer) {
        return unless(peer.phase().isAlive(), "disabled.dead", peer);
    }

    private static Optional<String> whilePaused(PeerState peer) {
        return unless(!peer.process().paused(), "disabled.paused", peer);
    }

    private static Optional<String> unlessPaused(PeerState peer) {
        return unless(peer.process().paused(), "disabled.notPaused", peer);
    }

    private static Optional<String> ifByHand(PeerState peer) {
        return unless(!peer.process().byHand(), "disabled.byHand", peer);
    }

    private static Optional<String> unless(boolean holds, String key, PeerState peer) {
        return holds ? Optional.empty() : Optional.of(Texts.text(key, peer.id()));
    }

    private static Optional<String> notThere(PeerId id) {
        return Optional.of(Texts.text("disabled.notThere", id));
    }

    private static List<PeerId> peersOf(Command command) {
        return switch (command) {
            case Command.ToPeers some -> some.peers();
            case Command.ToLink link -> List.of(link.one(), link.other());
            case Command.ToHost _, Command.TellAll _ -> List.of();
        };
    }
}
