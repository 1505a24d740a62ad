package ringside.peer;

import java.util.Comparator;
import java.util.stream.Stream;
import ringside.ring.PeerId;
import ringside.status.NeighboursCause;

/**
 * Finds peers again that the ring has lost (SPEC 7.5). Lost neighbours are asked for, and so is,
 * slowly and always, every id between this peer and its first successor, where nobody lives on a
 * right ring: that finds also those of whom this peer has never heard, and needs no guess whether
 * something is wrong. Whoever answers becomes the first successor; the pings do the rest. All gaps
 * of a ring together are one circle, so that all its peers together ask 13 questions a second.
 */
final class RingMerge {

    /** Asking costs little, but with very short ping intervals there is no need to hurry. */
    private static final long SHORTEST_ROUND_MS = 1_000;

    /** So many lost peers are asked at once; the others wait for the next round. */
    private static final int LOST_A_ROUND = 8;

    /** All ids up to the first successor are asked within this time. */
    private static final long SWEEP_MS = 20_000;

    private final PeerContext context;
    private final Neighbourhood neighbourhood;
    private final Stabilizer stabilizer;
    private final LostPeers lostPeers;

    /** How far clockwise from this peer the sweep has come. */
    private int swept;

    RingMerge(
            PeerContext context,
            Neighbourhood neighbourhood,
            Stabilizer stabilizer,
            LostPeers lostPeers) {
        this.context = context;
        this.neighbourhood = neighbourhood;
        this.stabilizer = stabilizer;
        this.lostPeers = lostPeers;
    }

    void start() {
        context.callLaterMs(new Timer.ReunionDue(), roundMs());
    }

    private long roundMs() {
        return Math.max(SHORTEST_ROUND_MS, context.settings().pingIntervalMs());
    }

    void onDue() {
        lostPeers.due().stream().limit(LOST_A_ROUND).forEach(this::ask);
        sweep();
        start();
    }

    private void sweep() {
        PeerId first = neighbourhood.firstSuccessor();
        int gap = first == null ? PeerId.CIRCLE_SIZE : context.self.clockwiseTo(first);
        long share = Math.ceilDiv(gap * roundMs(), SWEEP_MS);
        for (long i = 0; i < share; i++) {
            swept = swept + 1 < gap ? swept + 1 : 1;
            PeerId next = new PeerId((context.self.value() + swept) % PeerId.CIRCLE_SIZE);
            if (!next.equals(first) && !next.equals(context.self)) {
                ask(next);
            }
        }
    }

    private void ask(PeerId peer) {
        context.ask(peer, new Message.NeighboursWanted(context.self), new Purpose.RingMerge(peer));
    }

    void onAnswer(PeerId answering, Message.Neighbours answer) {
        stabilizer.stepIn(answering, answer, NeighboursCause.FOUND_AGAIN);
        PeerId first = neighbourhood.firstSuccessor();
        Stream.concat(answer.predecessors().stream(), answer.successors().stream())
                .filter(peer -> first != null && peer.isBetween(context.self, first))
                .min(Comparator.comparingInt(context.self::clockwiseTo))
                .ifPresent(stabilizer::testBetween);
    }
}
