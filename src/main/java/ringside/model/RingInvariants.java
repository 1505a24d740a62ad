package ringside.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import ringside.ring.FileName;
import ringside.ring.FileNumber;
import ringside.ring.IdealRing;
import ringside.ring.PeerId;
import ringside.status.HeldFile;

/**
 * Checks the invariants of the ring by the last reports of its living members. Sorting their ids
 * gives the truth. A host that is cut off is a ring of its own, with checks of its own; a silent
 * one says nothing. Pure; any thread may call.
 */
final class RingInvariants {

    private final TreeMap<PeerId, PeerState> members = new TreeMap<>();
    private final SortedSet<PeerId> living = members.navigableKeySet();
    private final List<PeerState> ended = new ArrayList<>();

    /** Peers that are paused, leaving, starting, silent or in another part of the ring. */
    private final List<PeerState> others = new ArrayList<>();

    private final RingState state;

    private final List<PeerId> arriving;
    private final List<DeadSuccessor> dead;
    private final long atMicros;

    private RingInvariants(RingState state, String part, List<DeadSuccessor> dead) {
        this.state = state;
        Set<PeerId> counted = Set.copyOf(state.health().living());
        for (PeerState peer : state.peers()) {
            if (counted.contains(peer.id()) && state.part(peer).equals(part)) {
                members.put(peer.id(), peer);
            } else if (!peer.phase().isAlive()) {
                ended.add(peer);
            } else {
                others.add(peer);
            }
        }
        arriving = state.health().arriving().stream().filter(members::containsKey).toList();
        this.dead = dead;
        atMicros = state.atMicros();
    }

    /**
     * Returns one check for each invariant, in their order.
     *
     * @param dead ended peers that are still named in this state
     */
    static List<InvariantCheck> of(RingState state, List<DeadSuccessor> dead) {
        List<RingInvariants> judges =
                state.parts().stream().map(part -> new RingInvariants(state, part, dead)).toList();
        return Stream.of(RingInvariant.values())
                .map(invariant -> check(invariant, judges, state.health().isWhole()))
                .toList();
    }

    /** Returns the first violation in any part of the ring; some peers cannot tell it all. */
    private static InvariantCheck check(
            RingInvariant invariant, List<RingInvariants> judges, boolean areAllSeen) {
        if (!areAllSeen && invariant != RingInvariant.ORDERED) {
            return InvariantCheck.unknown(invariant);
        }
        return new InvariantCheck(
                invariant,
                judges.stream()
                        .map(judge -> judge.violation(invariant))
                        .filter(violation -> !violation.isEmpty())
                        .findFirst()
                        .orElse(""));
    }

    private String violation(RingInvariant invariant) {
        return switch (invariant) {
            case ONE_RING -> withReason(rings());
            case ORDERED -> order();
            case LISTS -> withReason(lists());
            case PREDECESSORS -> withReason(predecessors());
            case FILES -> files();
            case CONTENT -> content();
        };
    }

    /**
     * Adds the reason when a living peer was declared dead, which makes neighbours wrong. A reader
     * would look for a bug in the peer, but the machine was too slow (SPEC 2.3).
     */
    private String withReason(String violation) {
        if (violation.isEmpty()) {
            return violation;
        }
        for (PeerState peer : members.values()) {
            for (Suspicion suspicion : peer.suspectedBy()) {
                if (isFalse(peer, suspicion)) {
                    return violation
                            + ' '
                            + ExplanationTexts.format(
                                    "violated.falseDeath", suspicion.by(), peer.id());
                }
            }
        }
        return violation;
    }

    /** Returns whether a declared death is false: both run, and nothing parts them. */
    private boolean isFalse(PeerState suspected, Suspicion suspicion) {
        PeerState by = members.get(suspicion.by());
        return suspicion.declaredDead() && by != null && !state.areParted(by, suspected);
    }

    private String rings() {
        if (living.isEmpty() && !ended.isEmpty()) {
            return ExplanationTexts.format("violated.ONE_RING.nobody");
        }
        if (!arriving.isEmpty()) {
            return ExplanationTexts.format("violated.ONE_RING.arriving", arriving.getFirst());
        }
        if (living.size() < 2) {
            return "";
        }
        Set<PeerId> reached = new TreeSet<>();
        PeerId next = living.first();
        while (members.containsKey(next) && reached.add(next)) {
            PeerState peer = members.get(next);
            if (peer == null || peer.successors().isEmpty()) {
                return ExplanationTexts.format("violated.ONE_RING.end", next);
            }
            next = peer.successors().getFirst();
        }
        if (!members.containsKey(next)) {
            return ExplanationTexts.format("violated.ONE_RING.gap", next);
        }
        return reached.size() == living.size()
                ? ""
                : ExplanationTexts.format("violated.ONE_RING", reached.size(), living.size());
    }

    private String order() {
        for (PeerState peer : members.values()) {
            PeerId before = peer.id();
            for (PeerId successor : peer.successors()) {
                if (!peer.id().isNearer(before, successor)) {
                    return ExplanationTexts.format(
                            "violated.ORDERED", peer.id(), numbers(peer.successors()));
                }
                before = successor;
            }
        }
        return "";
    }

    private String lists() {
        if (!dead.isEmpty()) {
            return dead.getFirst().sentence(atMicros);
        }
        for (PeerState peer : members.values()) {
            List<PeerId> right =
                    IdealRing.successors(living, peer.id(), peer.settings().successors());
            if (!peer.successors().equals(right)) {
                return ExplanationTexts.format(
                        "violated.LISTS", peer.id(), numbers(peer.successors()), numbers(right));
            }
        }
        return "";
    }

    private String predecessors() {
        for (PeerState peer : members.values()) {
            List<PeerId> right = IdealRing.predecessors(living, peer.id(), 2);
            if (!peer.predecessors().equals(right)) {
                return ExplanationTexts.format(
                        "violated.PREDECESSORS",
                        peer.id(),
                        numbers(peer.predecessors()),
                        numbers(right));
            }
        }
        return "";
    }

    private String files() {
        Map<FileNumber, Set<PeerId>> holders = new TreeMap<>();
        for (PeerState peer : members.values()) {
            for (HeldFile file : peer.files()) {
                holders.computeIfAbsent(file.name().number(), key -> new TreeSet<>())
                        .add(peer.id());
            }
        }
        Optional<String> lost = lost(holders.keySet());
        if (lost.isPresent()) {
            return lost.get();
        }
        for (Map.Entry<FileNumber, Set<PeerId>> file : holders.entrySet()) {
            Set<PeerId> right = rightHolders(file.getKey());
            right.removeAll(file.getValue());
            if (!right.isEmpty()) {
                return ExplanationTexts.format("violated.FILES", file.getKey(), numbers(right));
            }
        }
        return "";
    }

    private Set<PeerId> rightHolders(FileNumber number) {
        PeerId owner = IdealRing.owner(living, number.hashOn(living.first().circle()));
        PeerState peer = members.get(owner);
        int copies = peer == null ? 1 : peer.settings().replicas();
        Set<PeerId> right = new TreeSet<>(IdealRing.successors(living, owner, copies - 1));
        right.add(owner);
        return right;
    }

    /** Ignores damage at peers that should no longer hold the file. */
    private String content() {
        for (PeerState peer : members.values()) {
            for (FileName file : peer.damaged()) {
                if (rightHolders(file.number()).contains(peer.id())) {
                    return ExplanationTexts.format("violated.CONTENT", file, peer.id());
                }
            }
        }
        return "";
    }

    /** Finds a file that only ended peers held; a paused peer may come back with its copy. */
    private Optional<String> lost(Set<FileNumber> held) {
        for (PeerState peer : ended) {
            for (HeldFile file : peer.files()) {
                FileNumber number = file.name().number();
                if (!held.contains(number) && !isPaused(number)) {
                    return Optional.of(
                            ExplanationTexts.format("violated.FILES.lost", number, peer.id()));
                }
            }
        }
        return Optional.empty();
    }

    private boolean isPaused(FileNumber number) {
        return others.stream()
                .flatMap(peer -> peer.files().stream())
                .anyMatch(file -> file.name().number().equals(number));
    }

    private static String numbers(Iterable<PeerId> peers) {
        StringBuilder text = new StringBuilder();
        peers.forEach(peer -> text.append(text.isEmpty() ? "" : " ").append(peer));
        return text.isEmpty() ? ExplanationTexts.format("nobody") : text.toString();
    }
}
