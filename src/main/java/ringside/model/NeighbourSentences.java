package ringside.model;

import java.util.List;
import java.util.Optional;
import ringside.ring.PeerId;
import ringside.status.NeighbourEvent;
import ringside.status.StatusEntry;

/** Sentences about pings, suspicion and neighbours. */
final class NeighbourSentences {

    private NeighbourSentences() {}

    static Explanation of(StatusEntry entry, NeighbourEvent.PingSent event) {
        return new ExplanationBuilder(entry, EventKind.PINGS)
                .plain(
                        ExplanationTexts.format(
                                "pingSent", entry.peer(), event.target(), event.sequence()),
                        event.target());
    }

    static Explanation of(StatusEntry entry, NeighbourEvent.PingAnswered event) {
        return new ExplanationBuilder(entry, EventKind.PINGS)
                .plain(
                        ExplanationTexts.format(
                                "pingAnswered",
                                entry.peer(),
                                event.target(),
                                event.sequence(),
                                Amounts.millis(event.roundTripMicros())),
                        event.target());
    }

    static Explanation of(StatusEntry entry, NeighbourEvent.PingMissed event, RingState before) {
        if (isStarting(event.target(), before)) {
            return new ExplanationBuilder(entry, EventKind.PINGS)
                    .plain(
                            ExplanationTexts.format(
                                    "pingMissed.starting",
                                    entry.peer(),
                                    ExplanationTexts.ordinal(event.missed()),
                                    event.target()),
                            event.target());
        }
        int left = event.limit() - event.missed();
        String key = left <= 0 ? "pingMissed.last" : left == 1 ? "pingMissed.one" : "pingMissed";
        return new ExplanationBuilder(entry, EventKind.PINGS)
                .warning(
                        ExplanationTexts.format(
                                key,
                                entry.peer(),
                                ExplanationTexts.ordinal(event.missed()),
                                event.target(),
                                left,
                                event.limit()),
                        event.target());
    }

    /** A process that was just started answers as soon as it is up: it is late, not dead. */
    private static boolean isStarting(PeerId target, RingState ring) {
        return ring.peer(target)
                .filter(peer -> peer.phase().isAlive() && peer.phase() != PeerPhase.RUNNING)
                .isPresent();
    }

    static Explanation of(StatusEntry entry, NeighbourEvent.PeerSuspected event) {
        return new ExplanationBuilder(entry, EventKind.PINGS)
                .warning(
                        ExplanationTexts.format("peerSuspected", entry.peer(), event.target()),
                        event.target());
    }

    static Explanation of(StatusEntry entry, NeighbourEvent.PeerTrusted event) {
        return new ExplanationBuilder(entry, EventKind.PINGS)
                .good(
                        ExplanationTexts.format(
                                event.missed() == 1 ? "peerTrusted.one" : "peerTrusted",
                                entry.peer(),
                                event.target(),
                                event.missed()),
                        event.target());
    }

    static Explanation of(StatusEntry entry, NeighbourEvent.PeerDead event, RingState before) {
        Optional<PeerId> next =
                before.peer(entry.peer()).map(PeerState::successors).orElse(List.of()).stream()
                        .filter(successor -> !successor.equals(event.target()))
                        .findFirst();
        String text =
                next.map(asked ->
                                ExplanationTexts.format(
                                        "peerDead",
                                        entry.peer(),
                                        event.target(),
                                        event.missed(),
                                        asked))
                        .orElseGet(() ->
                                ExplanationTexts.format(
                                        "peerDead.last",
                                        entry.peer(),
                                        event.target(),
                                        event.missed()));
        return new ExplanationBuilder(entry, EventKind.PINGS).bad(text, event.target());
    }

    static Explanation of(StatusEntry entry, NeighbourEvent.LinkCut event) {
        return new ExplanationBuilder(entry, EventKind.NEIGHBOURS)
                .warning(
                        ExplanationTexts.format("linkCut", entry.peer(), event.other()),
                        event.other());
    }

    static Explanation of(StatusEntry entry, NeighbourEvent.LinkMended event) {
        return new ExplanationBuilder(entry, EventKind.NEIGHBOURS)
                .good(
                        ExplanationTexts.format("linkMended", entry.peer(), event.other()),
                        event.other());
    }

    static Explanation of(StatusEntry entry, NeighbourEvent.NeighbourLeft event) {
        return new ExplanationBuilder(entry, EventKind.NEIGHBOURS)
                .plain(
                        ExplanationTexts.format("neighbourLeft", entry.peer(), event.neighbour()),
                        event.neighbour());
    }

    static Explanation of(
            StatusEntry entry, NeighbourEvent.NeighboursChanged event, RingState before) {
        Optional<PeerState> old = before.peer(entry.peer());
        List<PeerId> successors = old.map(PeerState::successors).orElse(List.of());
        List<PeerId> predecessors = old.map(PeerState::predecessors).orElse(List.of());
        String reason = ExplanationTexts.format("why." + event.cause());
        String text;
        if (!firstTwo(successors).equals(firstTwo(event.successors()))) {
            text =
                    ExplanationTexts.format(
                            "successors",
                            entry.peer(),
                            ExplanationTexts.list(firstTwo(event.successors())),
                            ExplanationTexts.list(firstTwo(successors)),
                            reason);
        } else if (!predecessors.equals(event.predecessors())) {
            text =
                    ExplanationTexts.format(
                            "predecessors",
                            entry.peer(),
                            ExplanationTexts.list(event.predecessors()),
                            ExplanationTexts.list(predecessors),
                            reason);
        } else {
            text =
                    ExplanationTexts.format(
                            "successorList",
                            entry.peer(),
                            ExplanationTexts.list(event.successors()),
                            reason);
        }
        return new ExplanationBuilder(entry, EventKind.NEIGHBOURS)
                .plain(text, firstTwo(event.successors()).toArray(PeerId[]::new));
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
