package ringside.peer;

import java.util.Comparator;
import java.util.stream.Stream;
import ringside.ring.PeerId;
import ringside.status.NeighboursCause;

/**
 * Finds peers again that the ring has lost (SPEC 7.5). Lost neighbours are asked for, and so is, slowly
 * and always, every id between this peer and its first successor, where nobody lives on a right ring:
 * that finds also those of whom this peer has never heard, and needs no guess whether something is
 * wrong. Whoever answers becomes the first successor; the pings do the rest. All gaps of a ring
 * together are one circle, so that all its peers together ask 13 questions a second.
 */
final class Reunion {

    /** Asking costs little, but with very short ping intervals there is no need to hurry. */
    private static final long SHORTEST_ROUND_MS = 1_000;

    /** So many lost peers are asked at once; the others wait for the next round. */
    private static final int LOST_A_ROUND = 8;

    /** All ids up to the first successor are asked within this time. */
    private static final long SWEEP_MS = 20_000;

    private final Surroundings at;
    private final Neighbourhood neighbourhood;
    private final Stabilising stabilising;
    private final Lost lost;

    /** How far clockwise from this peer the sweep has come. */
    private int swept;

    Reunion(
            Surroundings at, Neighbourhood neighbourhood, Stabilising stabilising, Lost lost) {
        this.at = at;
        this.neighbourhood = neighbourhood;
        this.stabilising = stabilising;
        this.lost = lost;
    }

    void start() {
        at.callLaterMs(new Timer.ReunionDue(), roundMs());
    }

    private long roundMs() {
        return Math.max(SHORTEST_ROUND_MS, at.settings().pingIntervalMs());
    }

    void onDue() {
        lost.due().stream().limit(LOST_A_ROUND).forEach(this::ask);
        sweep();
        start();
    }

    private void sweep() {
        PeerId first = neighbourhood.firstSuccessor();
        int gap = first == null ? PeerId.CIRCLE_SIZE : at.self.clockwiseTo(first);
        long share = Math.ceilDiv(gap * roundMs(), SWEEP_MS);
        for (long i = 0; i < share; i++) {
            swept = swept + 1 < gap ? swept + 1 : 1;
            PeerId next = new PeerId((at.self.value() + swept) % PeerId.CIRCLE_SIZE);
            if (!next.equals(first) && !next.equals(at.self)) {
                ask(next);
            }
        }
    }

    private void ask(PeerId peer) {
        at.ask(peer, new Message.NeighboursWanted(at.self), new Purpose.Reunion(peer));
    }

    void onAnswer(PeerId answering, Message.Neighbours answer) {
        stabilising.stepIn(answering, answer, NeighboursCause.FOUND_AGAIN);
        PeerId first = neighbourhood.firstSuccessor();
        Stream.concat(answer.predecessors().stream(), answer.successors().stream())
                .filter(peer -> first != null && peer.isBetween(at.self, first))
                .min(Comparator.comparingInt(at.self::clockwiseTo))
                .ifPresent(stabilising::testBetween);
    }
}
