package ringside.check;

/**
 * How many of a number of segments a right program may drop (PROGRAMS 5.4).
 *
 * @param least drops
 * @param most drops
 */
record DropBounds(int least, int most) {

    /** A right program lies below, and above, this seldom. */
    private static final double SELDOM = 0.5e-6;

    /**
     * Returns the bounds within which a program lies that drops each of its segments with a
     * probability, but for one time in a million.
     *
     * @param segments that were to be sent, again or for the first time; at least 0
     * @param loss probability, 0 to 1
     */
    static DropBounds of(int segments, double loss) {
        int least = 0;
        double below = probability(segments, 0, loss);
        while (below < SELDOM && least < segments) {
            least++;
            below += probability(segments, least, loss);
        }
        int most = segments;
        double above = probability(segments, segments, loss);
        while (above < SELDOM && most > 0) {
            most--;
            above += probability(segments, most, loss);
        }
        return new DropBounds(least, most);
    }

    boolean contain(int drops) {
        return drops >= least && drops <= most;
    }

    /** Returns the binomial probability, by logarithms. */
    private static double probability(int n, int k, double p) {
        if (p == 0 || p == 1) {
            return k == (p == 0 ? 0 : n) ? 1 : 0;
        }
        double log = k * Math.log(p) + (n - k) * Math.log1p(-p);
        for (int i = 1; i <= k; i++) {
            log += Math.log((double) (n - k + i) / i);
        }
        return Math.exp(log);
    }
}
