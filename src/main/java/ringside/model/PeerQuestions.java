package ringside.model;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import ringside.ring.Circle;
import ringside.ring.FileNumber;
import ringside.ring.IdealRing;
import ringside.ring.PeerId;
import ringside.status.HeldFile;

/**
 * Questions about a peer, answered for one state of the ring: why it holds a file, why some peer is
 * its successor or predecessor. Pure; any thread may call.
 */
public final class PeerQuestions {

    /** Maximum number of files that one menu asks about: more would not fit a screen. */
    static final int MOST_FILES = 8;

    private final RingState state;
    private final PeerState peer;
    private final SortedSet<PeerId> living;

    private PeerQuestions(RingState state, PeerState peer) {
        this.state = state;
        this.peer = peer;
        this.living = new TreeSet<>(state.livingBeside(peer));
    }

    /** Returns the questions about a peer with their answers; none if the peer is not alive. */
    public static List<Answer> about(PeerId id, RingState state) {
        return state.peer(id)
                .filter(peer -> peer.phase().isAlive())
                .map(peer -> new PeerQuestions(state, peer).all())
                .orElse(List.of());
    }

    private List<Answer> all() {
        List<Answer> answers = new ArrayList<>();
        peer.files().stream().limit(MOST_FILES).map(this::whyHeld).forEach(answers::add);
        if (!state.health().isWhole()) {
            return answers;
        }
        peer.successors().stream().findFirst().map(this::successor).ifPresent(answers::add);
        peer.predecessors().stream().findFirst().map(this::predecessor).ifPresent(answers::add);
        return answers;
    }

    /** Answers why a living peer holds a file. */
    static Answer held(HeldFile file, PeerState holder, RingState state) {
        return new PeerQuestions(state, holder).whyHeld(file);
    }

    private Answer whyHeld(HeldFile file) {
        FileNumber number = file.name().number();
        String question = ExplanationTexts.format("ask.held", number, peer.id());
        String hashing =
                ExplanationTexts.format("hashing", number, Circle.IDS_OF_PROCESSES, number.hash());
        if (living.isEmpty()) {
            return new Answer(question, hashing + ".", Rule.OWNERS, List.of(peer.id()));
        }
        PeerId owner = IdealRing.owner(living, number.hashOn(peer.id().circle()));
        String owns = hashing + ". " + owns(owner, number);
        int replicas = peer.settings().replicas();
        int index = IdealRing.successors(living, owner, replicas - 1).indexOf(peer.id());
        if (owner.equals(peer.id())) {
            return new Answer(question, owns, Rule.OWNERS, List.of(owner));
        }
        String replica =
                index < 0
                        ? ExplanationTexts.format("ask.held.surplus", peer.id())
                        : ExplanationTexts.format(
                                "ask.held.copy",
                                peer.id(),
                                ExplanationTexts.ordinal(index + 1),
                                owner,
                                replicas);
        return new Answer(question, owns + " " + replica, Rule.REPLICAS, List.of(peer.id(), owner));
    }

    private String owns(PeerId owner, FileNumber number) {
        List<PeerId> before = IdealRing.predecessors(living, owner, 1);
        return before.isEmpty()
                ? ExplanationTexts.format("ask.held.alone", owner)
                : ExplanationTexts.format(
                        "ask.held.owner", number.hash(), before.getFirst(), owner);
    }

    private Answer successor(PeerId successor) {
        List<PeerId> right = IdealRing.successors(living, peer.id(), 1);
        return neighbour("ask.successor", successor, right, Rule.STABILIZATION);
    }

    private Answer predecessor(PeerId predecessor) {
        List<PeerId> right = IdealRing.predecessors(living, peer.id(), 1);
        return neighbour("ask.predecessor", predecessor, right, Rule.PREDECESSORS);
    }

    private Answer neighbour(String key, PeerId believed, List<PeerId> right, Rule rule) {
        String question = ExplanationTexts.format(key, believed, peer.id());
        String answer;
        if (right.isEmpty() || right.getFirst().equals(believed)) {
            answer = ExplanationTexts.format(key + ".right", believed, peer.id());
        } else if (state.peer(believed).map(PeerState::isResponsive).orElse(false)) {
            answer = ExplanationTexts.format(key + ".wrong", believed, peer.id(), right.getFirst());
        } else {
            answer = ExplanationTexts.format(key + ".dead", believed, peer.id(), right.getFirst());
        }
        return new Answer(question, answer, rule, List.of(peer.id(), believed));
    }
}
