package ringside.app.ring;

import java.util.List;
import ringside.model.PeerState;
import ringside.model.RingState;

/** Selects the peers to draw, and their opacity. Pure. */
public final class ShownPeers {

    /** How long a dead peer stays, in microseconds: a minute (WINDOW 9.2). */
    public static final long DEAD_STAY_MICROS = 60_000_000;

    /** How long it fades at the end of that, in microseconds. */
    public static final long FADE_MICROS = 5_000_000;

    /** Edges of a peer younger than this do not count as changed, in microseconds. */
    private static final long FRESH_MICROS = 2_000_000;

    private ShownPeers() {}

    /** Returns whether a peer is so young that its first neighbours are no change. */
    public static boolean isFresh(PeerState peer, long nowMicros) {
        return nowMicros - peer.process().startedAtMicros() < FRESH_MICROS;
    }

    /** Returns the peers to draw at a time in microseconds since the epoch, by id. */
    public static List<PeerState> of(RingState state, long nowMicros) {
        return state.peers().stream().filter(peer -> opacity(peer, nowMicros) > 0).toList();
    }

    /** Returns 1 while a peer lives, falling to 0 at the end of a dead one's minute. */
    static double opacity(PeerState peer, long nowMicros) {
        if (peer.phase().isAlive()) {
            return 1;
        }
        long left = DEAD_STAY_MICROS - (nowMicros - peer.process().phaseSinceMicros());
        return Math.clamp((double) left / FADE_MICROS, 0, 1);
    }
}
