package ringside.peer;

import java.util.stream.Stream;
import ringside.ring.Circle;
import ringside.ring.PeerId;
import ringside.status.NeighboursCause;

/**
 * Finds peers that the ring has lost (SPEC 7.5). It asks lost neighbours and also, slowly and
 * permanently, every id between this peer and its first successor, where a correct ring has no
 * peer. The sweep finds peers that this one has never heard of, without having to guess whether
 * something is wrong. A peer that answers becomes the first successor; the pings do the rest. All
 * gaps of a ring add up to one circle, so all its peers together ask 13 questions a second.
 */
final class RingMerge {

    /** Shortest round: asking is cheap, but very short ping intervals need no faster rounds. */
    private static final long SHORTEST_ROUND_MS = 1_000;

    /** Maximum number of lost peers asked in one round; the others wait for the next. */
    private static final int LOST_A_ROUND = 8;

    /** Time in which all ids up to the first successor are asked once. */
    private static final long SWEEP_MS = 20_000;

    private final PeerContext context;
    private final Neighbourhood neighbourhood;
    private final Stabilizer stabilizer;
    private final LostPeers lostPeers;

    /**
     * Most ids that are asked one by one: those of the whole circle of processes. On a wide circle
     * the gap to the first successor is far too large for that, and only lost peers are asked.
     */
    private static final int MOST_SWEPT = Circle.IDS_OF_PROCESSES - 1;

    /** Clockwise distance from this peer that the sweep has reached. */
    private int swept;

    /** What this peer owes the sweep, in ids times {@link #SWEEP_MS}: rarely a whole id a round. */
    private long owed;

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
        context.callLaterMs(new Timer.RingMergeDue(), roundMs());
    }

    private long roundMs() {
        return Math.max(SHORTEST_ROUND_MS, context.settings().pingIntervalMs());
    }

    void onDue() {
        lostPeers.due().stream().limit(LOST_A_ROUND).forEach(this::ask);
        probeNextId();
        start();
    }

    private void probeNextId() {
        PeerId first = neighbourhood.firstSuccessor();
        long between = context.self.idsUpTo(first == null ? context.self : first);
        if (Long.compareUnsigned(between, MOST_SWEPT) > 0) {
            return;
        }
        int gap = (int) between + 1;
        owed += gap * roundMs();
        for (; owed >= SWEEP_MS; owed -= SWEEP_MS) {
            swept = swept + 1 < gap ? swept + 1 : 1;
            PeerId next = context.self.plus(swept);
            if (!next.equals(first) && !next.equals(context.self)) {
                ask(next);
            }
        }
    }

    private void ask(PeerId peer) {
        context.ask(
                peer,
                new Message.NeighboursWanted(context.self),
                new QuestionPurpose.LostPeerTest(peer));
    }

    void onAnswer(PeerId answering, Message.Neighbours answer) {
        stabilizer.adoptIfNearer(answering, answer, NeighboursCause.FOUND_AGAIN);
        PeerId first = neighbourhood.firstSuccessor();
        Stream.concat(answer.predecessors().stream(), answer.successors().stream())
                .filter(peer -> first != null && peer.isBetween(context.self, first))
                .min(context.self.nearestFirst())
                .ifPresent(stabilizer::testBetween);
    }
}
