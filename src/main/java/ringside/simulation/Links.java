package ringside.simulation;

/**
 * The behaviour of the simulated network towards datagrams and connections.
 *
 * @param leastDelayMicros shortest time under way
 * @param mostDelayMicros longest time under way; differing delays reorder
 * @param loss share of datagrams that never arrive, 0 to 1
 * @param duplication share of datagrams that arrive twice, 0 to 1
 */
public record Links(long leastDelayMicros, long mostDelayMicros, double loss, double duplication) {

    /** Like the loopback interface: fast and without loss. */
    public static final Links LOOPBACK = new Links(50, 500, 0, 0);

    /** Slow, with many datagrams lost, duplicated and out of order. */
    public static final Links ROUGH = new Links(100, 30_000, 0.05, 0.05);
}
