package ringside.peer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ringside.ring.PeerId;
import ringside.status.NeighboursCause;

/**
 * Finds peers again that the ring has lost: it asks those that this peer has lost as neighbours, and
 * walks slowly from others towards its own place, where the answers must agree with what it believes
 * (SPEC 7.3). Whoever answers and stands nearer than the first successor becomes the successor; the
 * pings do the rest. A peer that has come to be alone asks around the whole circle, twice: it may
 * have been told of nobody who still lives.
 */
final class Reunion {

    /** Asking costs little, but with very short ping intervals there is no need to hurry. */
    private static final long SHORTEST_ROUND_MS = 1_000;

    /** So many ids a peer that is alone asks at once: all of them within 16 rounds. */
    private static final int IDS_A_ROUND = 16;

    /** So many lost peers are looked for at once; the others wait for the next round. */
    private static final int LOST_A_ROUND = 8;

    private final Surroundings at;
    private final Neighbourhood neighbourhood;
    private final Stabilising stabilising;
    private final Remembered remembered;
    private PeerId walksFrom;
    private @Nullable PeerId next;
    private int idsToAsk;

    Reunion(
            Surroundings at,
            Neighbourhood neighbourhood,
            Stabilising stabilising,
            Remembered remembered) {
        this.at = at;
        this.neighbourhood = neighbourhood;
        this.stabilising = stabilising;
        this.remembered = remembered;
        this.walksFrom = at.self;
    }

    void start() {
        at.callLaterMs(
                new Timer.ReunionDue(),
                Math.max(SHORTEST_ROUND_MS, at.settings().pingIntervalMs()));
    }

    void onDue() {
        remembered.lostAndDue().stream().limit(LOST_A_ROUND).forEach(this::ask);
        if (neighbourhood.firstSuccessor() == null) {
            askAround();
        } else {
            idsToAsk = 2 * PeerId.CIRCLE_SIZE;
            walk();
        }
        start();
    }

    private void askAround() {
        for (int i = 0; i < IDS_A_ROUND && idsToAsk > 0; i++) {
            idsToAsk--;
            walksFrom = new PeerId((walksFrom.value() + 1) % PeerId.CIRCLE_SIZE);
            if (!walksFrom.equals(at.self)) {
                ask(walksFrom);
            }
        }
    }

    private void walk() {
        PeerId step = next;
        if (step == null) {
            step = remembered.nextAfter(walksFrom, neighbours());
            if (step == null) {
                return;
            }
            walksFrom = step;
        }
        next = null;
        ask(step);
    }

    private void ask(PeerId peer) {
        at.ask(peer, new Message.NeighboursWanted(at.self), new Purpose.Reunion(peer));
    }

    void onAnswer(PeerId answering, Message.Neighbours answer) {
        remembered.heardOf(answer.successors());
        stabilising.stepIn(answering, answer, NeighboursCause.FOUND_AGAIN);
        PeerId first = neighbourhood.firstSuccessor();
        named(answer)
                .filter(peer -> first != null && peer.isBetween(at.self, first))
                .min(Comparator.comparingInt(at.self::clockwiseTo))
                .ifPresent(stabilising::testBetween);
        next =
                answer.successors().stream()
                        .filter(peer -> peer.isBetween(answering, at.self))
                        .max(Comparator.comparingInt(answering::clockwiseTo))
                        .filter(peer -> !neighbours().contains(peer))
                        .orElse(null);
    }

    private static Stream<PeerId> named(Message.Neighbours answer) {
        return Stream.concat(answer.predecessors().stream(), answer.successors().stream());
    }

    private List<PeerId> neighbours() {
        List<PeerId> all = new ArrayList<>(neighbourhood.successors());
        all.addAll(neighbourhood.predecessors());
        return all;
    }
}
