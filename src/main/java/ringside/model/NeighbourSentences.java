package ringside.model;

import static ringside.model.ExplanationTexts.format;

import java.util.List;
import java.util.Optional;
import ringside.ring.PeerId;
import ringside.status.NeighbourEvent;
import ringside.status.Shortcut;
import ringside.status.StatusEntry;

/** Sentences about pings, suspicion and neighbours. */
final class NeighbourSentences {

    private NeighbourSentences() {}

    static Explanation of(StatusEntry entry, NeighbourEvent event, RingState before) {
        PeerId peer = entry.peer();
        ExplanationBuilder pings = new ExplanationBuilder(entry, EventKind.PINGS);
        ExplanationBuilder neighbours = new ExplanationBuilder(entry, EventKind.NEIGHBOURS);
        return switch (event) {
            case NeighbourEvent.PingSent e ->
                    pings.plain(format("pingSent", peer, e.target(), e.sequence()), e.target());
            case NeighbourEvent.PingAnswered e -> pings.plain(answered(peer, e), e.target());
            case NeighbourEvent.PingMissed e -> missed(pings, peer, e, before);
            case NeighbourEvent.PeerSuspected e ->
                    pings.warning(format("peerSuspected", peer, e.target()), e.target());
            case NeighbourEvent.PeerTrusted e ->
                    pings.good(
                            format(
                                    e.missed() == 1 ? "peerTrusted.one" : "peerTrusted",
                                    peer,
                                    e.target(),
                                    e.missed()),
                            e.target());
            case NeighbourEvent.PeerDead e -> pings.bad(dead(peer, e, before), e.target());
            case NeighbourEvent.LinkCut e ->
                    neighbours.warning(format("linkCut", peer, e.other()), e.other());
            case NeighbourEvent.LinkMended e ->
                    neighbours.good(format("linkMended", peer, e.other()), e.other());
            case NeighbourEvent.NeighbourLeft e ->
                    neighbours.plain(format("neighbourLeft", peer, e.neighbour()), e.neighbour());
            case NeighbourEvent.ShortcutsChanged e -> neighbours.plain(shortcuts(peer, e));
            case NeighbourEvent.NeighboursChanged e ->
                    neighbours.plain(
                            changed(peer, e, before),
                            firstTwo(e.successors()).toArray(PeerId[]::new));
        };
    }

    private static String shortcuts(PeerId peer, NeighbourEvent.ShortcutsChanged event) {
        List<PeerId> different = event.table().stream().map(Shortcut::peer).distinct().toList();
        return different.isEmpty()
                ? format("shortcutsChanged.none", peer)
                : format("shortcutsChanged", peer, ExplanationTexts.list(different));
    }

    private static String answered(PeerId peer, NeighbourEvent.PingAnswered event) {
        Long roundTrip = event.roundTripMicros();
        return roundTrip == null
                ? format("pingAnswered.untimed", peer, event.target(), event.sequence())
                : format(
                        "pingAnswered",
                        peer,
                        event.target(),
                        event.sequence(),
                        Amounts.millis(roundTrip));
    }

    private static Explanation missed(
            ExplanationBuilder says,
            PeerId peer,
            NeighbourEvent.PingMissed event,
            RingState before) {
        String missed = ExplanationTexts.ordinal(event.missed());
        PeerId target = event.target();
        if (isStarting(target, before)) {
            return says.plain(format("pingMissed.starting", peer, missed, target), target);
        }
        int left = event.limit() - event.missed();
        String key = left <= 0 ? "pingMissed.last" : left == 1 ? "pingMissed.one" : "pingMissed";
        return says.warning(format(key, peer, missed, target, left, event.limit()), target);
    }

    /** A process that was just started answers as soon as it is up: it is late, not dead. */
    private static boolean isStarting(PeerId target, RingState ring) {
        return ring.peer(target)
                .filter(peer -> peer.phase().isAlive() && peer.phase() != PeerPhase.RUNNING)
                .isPresent();
    }

    private static String dead(PeerId peer, NeighbourEvent.PeerDead event, RingState before) {
        if (event.missed() == 0) {
            return format("peerDead.said", peer, event.target());
        }
        return before.peer(peer).map(PeerState::successors).orElse(List.of()).stream()
                .filter(successor -> !successor.equals(event.target()))
                .findFirst()
                .map(next -> format("peerDead", peer, event.target(), event.missed(), next))
                .orElseGet(() -> format("peerDead.last", peer, event.target(), event.missed()));
    }

    private static String changed(
            PeerId peer, NeighbourEvent.NeighboursChanged event, RingState before) {
        Optional<PeerState> old = before.peer(peer);
        List<PeerId> successors = old.map(PeerState::successors).orElse(List.of());
        List<PeerId> predecessors = old.map(PeerState::predecessors).orElse(List.of());
        String reason = format("why." + event.cause());
        if (!firstTwo(successors).equals(firstTwo(event.successors()))) {
            return format(
                    "successors",
                    peer,
                    ExplanationTexts.list(firstTwo(event.successors())),
                    ExplanationTexts.list(firstTwo(successors)),
                    reason);
        }
        if (!predecessors.equals(event.predecessors())) {
            return format(
                    "predecessors",
                    peer,
                    ExplanationTexts.list(event.predecessors()),
                    ExplanationTexts.list(predecessors),
                    reason);
        }
        return format("successorList", peer, ExplanationTexts.list(event.successors()), reason);
    }

    /**
     * Returns whether one of the two nearest neighbours changed; deeper list entries are spares.
     */
    static boolean isNoticed(
            PeerId peer, NeighbourEvent.NeighboursChanged event, RingState before) {
        List<PeerId> successors = before.peer(peer).map(PeerState::successors).orElse(List.of());
        List<PeerId> predecessors =
                before.peer(peer).map(PeerState::predecessors).orElse(List.of());
        return !firstTwo(successors).equals(firstTwo(event.successors()))
                || !predecessors.equals(event.predecessors());
    }

    private static List<PeerId> firstTwo(List<PeerId> peers) {
        return peers.subList(0, Math.min(2, peers.size()));
    }
}
