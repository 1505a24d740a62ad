package ringside.model;

import ringside.status.LifeEvent;

/**
 * How many messages a peer sends and receives, by its last two counts. Immutable.
 *
 * @param counted datagrams and TCP messages, sent and received, since its start
 * @param countedAtMicros when it counted them; 0 before its first count
 * @param perSecond between the last two counts; NaN before the second
 */
public record MessageRate(long counted, long countedAtMicros, double perSecond) {

    /** The rate of a peer that has not counted yet. */
    static final MessageRate UNKNOWN = new MessageRate(0, 0, Double.NaN);

    private static final double MICROS_PER_SECOND = 1e6;

    MessageRate after(LifeEvent.Statistics count, long atMicros) {
        long now =
                count.datagramsReceived()
                        + count.datagramsSent()
                        + count.messagesReceived()
                        + count.messagesSent();
        boolean isFirst = countedAtMicros == 0 || atMicros <= countedAtMicros;
        return new MessageRate(
                now,
                atMicros,
                isFirst
                        ? Double.NaN
                        : (now - counted) * MICROS_PER_SECOND / (atMicros - countedAtMicros));
    }
}
