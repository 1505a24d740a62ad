package ringside.app.ring;

import ringside.app.base.Motion;
import ringside.model.TargetPings;

/** The position of a ping's dot: its share of the way to the target, 0 to 1. Pure. */
record PingDot(Kind kind, double share) {

    /** The meaning of the dot. */
    enum Kind {
        /** Nothing travels. */
        NONE,
        /** The ping is on its way, or waits at the target for an answer. */
        PING,
        /** The reply is on its way back. */
        REPLY,
        /** No reply came in time. */
        MISSED
    }

    private static final PingDot NOTHING = new PingDot(Kind.NONE, 0);

    /** Returns at which share of the way the dot is drawn; one that was missed stays at its end. */
    double drawnAt(Motion motion) {
        return switch (kind) {
            case PING, REPLY -> motion.travelled(share);
            case NONE, MISSED -> share;
        };
    }

    /**
     * Returns the dot of the last ping of a table.
     *
     * @param travelMicros how long a dot takes one way
     * @param missedMicros how long the dot of a missed ping stays at the target
     */
    static PingDot of(TargetPings table, long nowMicros, long travelMicros, long missedMicros) {
        if (table.sentSequence() == TargetPings.NONE) {
            return NOTHING;
        }
        long since = nowMicros - table.sentAtMicros();
        if (since < travelMicros) {
            return new PingDot(Kind.PING, Math.max(0, (double) since / travelMicros));
        }
        if (table.answeredSequence() >= table.sentSequence()) {
            long turned = Math.max(table.sentAtMicros() + travelMicros, table.answeredAtMicros());
            double back = (double) (nowMicros - turned) / travelMicros;
            return back < 1 ? new PingDot(Kind.REPLY, Math.min(1, 1 - back)) : NOTHING;
        }
        if (table.missedSequence() < table.sentSequence()) {
            return new PingDot(Kind.PING, 1);
        }
        return nowMicros - table.missedAtMicros() < missedMicros
                ? new PingDot(Kind.MISSED, 1)
                : NOTHING;
    }
}
