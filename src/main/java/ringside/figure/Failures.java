package ringside.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.IntStream;
import ringside.figure.FigureCurve.Source;
import ringside.ring.IdealRing;
import ringside.ring.PeerId;
import ringside.simulation.SimulationListener;
import ringside.status.PeerSettings;

/** Table II: hops and time-outs right after each peer has died with a probability. */
final class Failures {

    private static final PeerSettings SETTINGS =
            LookupRing.QUIET.withSuccessors(LookupRing.LONG_LIST);

    private static final int LOOKUPS = 10_000;

    /**
     * Lookups on one ring before the next is made. A peer drops a shortcut that does not answer,
     * which the paper's do not: with few lookups a ring, hardly any meets what another has dropped.
     */
    private static final int LOOKUPS_A_RING = 50;

    /** What the paper says for one probability. */
    private record Paper(
            double dead, double path, int path1, int path99, double timeOuts, int timeOuts99) {}

    private static final List<Paper> PAPER =
            List.of(
                    new Paper(0, 3.84, 2, 5, 0, 0),
                    new Paper(0.1, 4.03, 2, 6, 0.60, 2),
                    new Paper(0.2, 4.22, 2, 6, 1.17, 3),
                    new Paper(0.3, 4.44, 2, 6, 2.02, 5),
                    new Paper(0.4, 4.69, 2, 7, 3.23, 8),
                    new Paper(0.5, 5.09, 3, 8, 5.10, 11));

    /** The paper's ring: of another size, its numbers say nothing. */
    private static final int PEERS = 1_000;

    private static final double PATH_SHARE = 0.05;
    private static final double TIME_OUT_SHARE = 0.20;
    private static final double LEAST = 0.1;

    private static final Column DEAD = new Column("dead", 1);
    private static final Column PATH_PAPER = new Column("path.paper", 2);
    static final Column PATH = new Column("path.ours", 2);
    private static final Column TIME_OUTS_PAPER = new Column("timeOuts.paper", 2);
    static final Column TIME_OUTS = new Column("timeOuts.ours", 2);
    static final Column FAILED = new Column("failed", 0);
    private static final Column PATH_PAPER_1 = new Column("path.paper.1", 0);
    private static final Column PATH_1 = new Column("path.ours.1", 0);
    private static final Column PATH_PAPER_99 = new Column("path.paper.99", 0);
    private static final Column PATH_99 = new Column("path.ours.99", 0);
    private static final Column TIME_OUTS_PAPER_99 = new Column("timeOuts.paper.99", 0);
    private static final Column TIME_OUTS_99 = new Column("timeOuts.ours.99", 0);
    private static final List<Column> COLUMNS =
            List.of(
                    DEAD,
                    PATH_PAPER,
                    PATH,
                    PATH_PAPER_1,
                    PATH_1,
                    PATH_PAPER_99,
                    PATH_99,
                    TIME_OUTS_PAPER,
                    TIME_OUTS,
                    TIME_OUTS_PAPER_99,
                    TIME_OUTS_99,
                    FAILED);

    private Failures() {}

    static FigureResult measure(int peers, long seed) {
        return measure(peers, LOOKUPS, seed);
    }

    static FigureResult measure(int peers, int lookups, long seed) {
        List<Row> rows =
                PAPER.stream().parallel().map(paper -> row(paper, peers, lookups, seed)).toList();
        Tolerance tolerance = new Tolerance();
        for (int at = 0; at < rows.size(); at++) {
            Row row = rows.get(at);
            Paper paper = PAPER.get(at);
            String what = DEAD.format(paper.dead);
            if (peers == PEERS) {
                tolerance.compare(what, PATH, paper.path, row.get(PATH), PATH_SHARE, LEAST);
                tolerance.compare(
                        what, TIME_OUTS, paper.timeOuts, row.get(TIME_OUTS), TIME_OUT_SHARE, LEAST);
            }
            tolerance.atMost(what, FAILED, 0, row.get(FAILED));
        }
        return new FigureResult(
                FigureName.FAILURES,
                COLUMNS,
                rows,
                List.of(
                        new FigureCurve(DEAD, PATH_PAPER, Source.PAPER),
                        new FigureCurve(DEAD, PATH, Source.OURS),
                        new FigureCurve(DEAD, TIME_OUTS_PAPER, Source.PAPER),
                        new FigureCurve(DEAD, TIME_OUTS, Source.OURS)),
                tolerance.misses());
    }

    private static Row row(Paper paper, int peers, int lookups, long seed) {
        List<Integer> hops = new ArrayList<>();
        List<Integer> timeOuts = new ArrayList<>();
        int failed = 0;
        for (int ring = 0; ring * LOOKUPS_A_RING < lookups; ring++) {
            LookupRing standing =
                    new LookupRing(peers, seed + ring, SETTINGS, SimulationListener.NONE);
            kill(standing, paper.dead);
            SortedSet<PeerId> living = standing.simulation().living();
            for (Lookup lookup : standing.lookUp(LOOKUPS_A_RING)) {
                hops.add(lookup.pathLength());
                timeOuts.add(lookup.timeOuts());
                boolean isRight = IdealRing.owner(living, lookup.position()).equals(lookup.owner());
                failed += isRight ? 0 : 1;
            }
        }
        Distribution path = new Distribution(ints(hops));
        Distribution waits = new Distribution(ints(timeOuts));
        return Row.EMPTY
                .with(DEAD, paper.dead)
                .with(PATH_PAPER, paper.path)
                .with(PATH, path.mean())
                .with(PATH_PAPER_1, paper.path1)
                .with(PATH_1, path.percentile(1))
                .with(PATH_PAPER_99, paper.path99)
                .with(PATH_99, path.percentile(99))
                .with(TIME_OUTS_PAPER, paper.timeOuts)
                .with(TIME_OUTS, waits.mean())
                .with(TIME_OUTS_PAPER_99, paper.timeOuts99)
                .with(TIME_OUTS_99, waits.percentile(99))
                .with(FAILED, failed);
    }

    /** Kills each peer with a probability, but never all. */
    private static void kill(LookupRing ring, double probability) {
        List<PeerId> ids = ring.ids();
        int spared = ring.random().nextInt(ids.size());
        IntStream.range(0, ids.size())
                .filter(at -> at != spared && ring.random().nextDouble() < probability)
                .forEach(at -> ring.simulation().find(ids.get(at)).orElseThrow().kill());
    }

    private static int[] ints(List<Integer> values) {
        return values.stream().mapToInt(Integer::intValue).toArray();
    }
}
