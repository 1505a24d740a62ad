package ringside.figure;

import java.util.List;
import ringside.figure.FigureCurve.Source;

/** Table III: hops, time-outs and failed lookups while peers come and go. */
final class Churn {

    private static final int LOOKUPS = 10_000;

    /** What the paper says for one rate of joins, and as many leaves, a second. */
    private record Paper(double rate, double path, double timeOuts, int failed) {}

    private static final List<Paper> PAPER =
            List.of(
                    new Paper(0.05, 3.90, 0.05, 0),
                    new Paper(0.10, 3.83, 0.11, 0),
                    new Paper(0.15, 3.84, 0.16, 2),
                    new Paper(0.20, 3.81, 0.23, 5),
                    new Paper(0.25, 3.83, 0.30, 6),
                    new Paper(0.30, 3.91, 0.34, 8),
                    new Paper(0.35, 3.94, 0.42, 16),
                    new Paper(0.40, 4.06, 0.46, 15));

    private static final int PEERS = 1_000;
    private static final double SHARE = 0.10;

    private static final Column RATE = new Column("rate", 2);
    private static final Column PATH_PAPER = new Column("path.paper", 2);
    private static final Column PATH = new Column("path.ours", 2);
    private static final Column TIME_OUTS_PAPER = new Column("timeOuts.paper", 2);
    private static final Column TIME_OUTS = new Column("timeOuts.ours", 2);
    private static final Column FAILED_PAPER = new Column("failed.paper", 0);
    private static final Column FAILED = new Column("failed", 0);
    private static final Column EARLY = new Column("early", 0);

    private Churn() {}

    static FigureResult measure(int peers, long seed) {
        return measure(peers, LOOKUPS, seed);
    }

    static FigureResult measure(int peers, int lookups, long seed) {
        List<Row> rows =
                PAPER.stream()
                        .parallel()
                        .map(paper ->
                                row(paper, new ChurningRing(peers, paper.rate, seed), lookups))
                        .toList();
        Tolerance tolerance = new Tolerance();
        for (int at = 0; at < rows.size(); at++) {
            Row row = rows.get(at);
            Paper paper = PAPER.get(at);
            String what = RATE.format(paper.rate);
            if (peers == PEERS) {
                tolerance.compare(what, PATH, paper.path, row.get(PATH), SHARE, 0);
            }
            tolerance.atMost(what, FAILED, paper.failed, row.get(FAILED));
        }
        return new FigureResult(
                FigureName.CHURN,
                List.of(
                        RATE,
                        PATH_PAPER,
                        PATH,
                        TIME_OUTS_PAPER,
                        TIME_OUTS,
                        FAILED_PAPER,
                        FAILED,
                        EARLY),
                rows,
                List.of(
                        new FigureCurve(RATE, PATH_PAPER, Source.PAPER),
                        new FigureCurve(RATE, PATH, Source.OURS),
                        new FigureCurve(RATE, TIME_OUTS_PAPER, Source.PAPER),
                        new FigureCurve(RATE, TIME_OUTS, Source.OURS)),
                tolerance.misses());
    }

    private static Row row(Paper paper, ChurningRing ring, int lookups) {
        ring.lookUp(lookups);
        return Row.EMPTY
                .with(RATE, paper.rate)
                .with(PATH_PAPER, paper.path)
                .with(PATH, ring.meanPath())
                .with(TIME_OUTS_PAPER, paper.timeOuts)
                .with(TIME_OUTS, ring.meanTimeOuts())
                .with(FAILED_PAPER, paper.failed)
                .with(FAILED, (double) ring.failed())
                .with(EARLY, (double) ring.early());
    }
}
