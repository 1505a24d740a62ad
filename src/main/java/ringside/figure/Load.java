package ringside.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import ringside.figure.FigureCurve.Source;
import ringside.ring.PeerId;
import ringside.simulation.SimulationListener;
import ringside.status.PeerSettings;

/** Figure 8: how unevenly keys lie when every peer has one position on the circle. */
final class Load {

    private static final PeerSettings SETTINGS =
            LookupRing.QUIET.withSuccessors(LookupRing.LONG_LIST);

    private static final int KEYS_A_PEER = 50;

    /** What the paper says of the most loaded hundredth and of the most loaded peer, in means. */
    private static final double PAPER_99 = 4.6;

    private static final double PAPER_MOST = 9.1;

    private static final int MOST = 100;
    private static final int NEARLY_ALL = 99;
    private static final int STEP = 5;

    private static final double SHARE = 0.05;

    /** The most loaded of all peers is one draw: its standard deviation is 14 % of it. */
    private static final double SHARE_OF_MOST = 0.35;

    private static final Column PERCENTILE = new Column("percentile", 0);
    private static final Column PAPER = new Column("keys.paper", 0);
    static final Column OURS = new Column("keys.ours", 0);
    static final Column TIMES = new Column("keys.times", 1);

    private Load() {}

    static FigureResult measure(int peers, long seed) {
        LookupRing ring = new LookupRing(peers, seed, SETTINGS, SimulationListener.NONE);
        Map<PeerId, Integer> keys = new HashMap<>();
        ring.lookUp(KEYS_A_PEER * peers)
                .forEach(lookup ->
                        keys.merge(Objects.requireNonNull(lookup.owner()), 1, Integer::sum));
        Distribution load =
                new Distribution(
                        ring.ids().stream().mapToInt(id -> keys.getOrDefault(id, 0)).toArray());
        List<Row> rows = new ArrayList<>();
        for (int percent = 0; percent < MOST; percent += STEP) {
            rows.add(row(percent, Double.NaN, load));
        }
        rows.add(row(NEARLY_ALL, PAPER_99 * KEYS_A_PEER, load));
        rows.add(row(MOST, PAPER_MOST * KEYS_A_PEER, load));
        Tolerance tolerance = new Tolerance();
        tolerance.compare(
                PERCENTILE.format(NEARLY_ALL),
                OURS,
                PAPER_99 * KEYS_A_PEER,
                load.percentile(NEARLY_ALL),
                SHARE,
                0);
        tolerance.compare(
                PERCENTILE.format(MOST),
                OURS,
                PAPER_MOST * KEYS_A_PEER,
                load.most(),
                SHARE_OF_MOST,
                0);
        return new FigureResult(
                FigureName.LOAD,
                List.of(PERCENTILE, PAPER, OURS, TIMES),
                rows,
                List.of(
                        new FigureCurve(PERCENTILE, PAPER, Source.PAPER),
                        new FigureCurve(PERCENTILE, OURS, Source.OURS)),
                tolerance.misses());
    }

    private static Row row(int percent, double paper, Distribution load) {
        double keys = load.percentile(percent);
        return Row.EMPTY
                .with(PERCENTILE, percent)
                .with(PAPER, paper)
                .with(OURS, keys)
                .with(TIMES, keys / load.mean());
    }
}
