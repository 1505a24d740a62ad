package ringside.figure;

import java.util.List;
import java.util.stream.IntStream;
import ringside.figure.FigureCurve.Source;
import ringside.simulation.SimulationListener;
import ringside.status.PeerSettings;

/** Figure 10: the hops of a lookup grow with half the logarithm of the number of peers. */
final class PathLength {

    /** The shortest list there is: the paper's lookups use fingers alone. */
    private static final PeerSettings SETTINGS = LookupRing.QUIET.withSuccessors(2).withReplicas(1);

    private static final int FEWEST_EXPONENT = 3;
    private static final int LOOKUPS_A_PEER = 100;

    /** More make a mean no better: with these, its standard error is below 0.01. */
    private static final int MOST_LOOKUPS = 100_000;

    private static final double SHARE = 0.05;

    /** Three quarters of a hop: rings of 8 peers differ by so much, as their places are drawn. */
    private static final double LEAST = 0.75;

    private static final Column EXPONENT = new Column("exponent", 0);
    private static final Column PEERS = new Column("peers", 0);
    private static final Column PAPER = new Column("path.half", 2);
    static final Column OURS = new Column("path.ours", 2);
    private static final Column LOW = new Column("path.ours.1", 0);
    private static final Column HIGH = new Column("path.ours.99", 0);

    private PathLength() {}

    static FigureResult measure(int peers, long seed) {
        int last = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(peers);
        List<Row> rows =
                IntStream.rangeClosed(FEWEST_EXPONENT, last)
                        .parallel()
                        .mapToObj(exponent -> row(exponent, seed))
                        .toList();
        Tolerance tolerance = new Tolerance();
        rows.forEach(row ->
                tolerance.compare(
                        PEERS.format(row.get(PEERS)),
                        OURS,
                        row.get(PAPER),
                        row.get(OURS),
                        SHARE,
                        LEAST));
        return new FigureResult(
                FigureName.PATH_LENGTH,
                List.of(EXPONENT, PEERS, PAPER, OURS, LOW, HIGH),
                rows,
                List.of(
                        new FigureCurve(EXPONENT, PAPER, Source.PAPER),
                        new FigureCurve(EXPONENT, OURS, Source.OURS),
                        new FigureCurve(EXPONENT, LOW, Source.OURS),
                        new FigureCurve(EXPONENT, HIGH, Source.OURS)),
                tolerance.misses());
    }

    private static Row row(int exponent, long seed) {
        int peers = 1 << exponent;
        LookupRing ring = new LookupRing(peers, seed + exponent, SETTINGS, SimulationListener.NONE);
        Distribution hops =
                new Distribution(
                        ring.lookUp(Math.min(LOOKUPS_A_PEER * peers, MOST_LOOKUPS)).stream()
                                .mapToInt(Lookup::pathLength)
                                .toArray());
        return Row.EMPTY
                .with(EXPONENT, exponent)
                .with(PEERS, peers)
                .with(PAPER, exponent / 2.0)
                .with(OURS, hops.mean())
                .with(LOW, hops.percentile(1))
                .with(HIGH, hops.percentile(99));
    }
}
