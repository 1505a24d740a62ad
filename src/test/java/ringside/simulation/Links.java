package ringside.simulation;

/**
 * What the simulated network does to datagrams and connections.
 *
 * @param leastDelayMicros shortest time under way
 * @param mostDelayMicros longest time under way; differing delays reorder
 * @param loss share of datagrams that never arrive, 0 to 1
 * @param duplication share of datagrams that arrive twice, 0 to 1
 */
public record Links(long leastDelayMicros, long mostDelayMicros, double loss, double duplication) {

    /** As on the loopback interface: quick, and nothing is lost. */
    public static final Links LOOPBACK = new Links(50, 500, 0, 0);

    /** Slow, and much is lost, doubled and out of order. */
    public static final Links ROUGH = new Links(100, 30_000, 0.05, 0.05);
}
