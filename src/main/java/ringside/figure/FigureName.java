package ringside.figure;

import java.util.Locale;
import ringside.text.Messages;

/** The figures, by what they show. */
public enum FigureName {

    /** Hops of a lookup, by the number of peers: Figure 10 of the paper. */
    PATH_LENGTH(1 << 17),

    /** Hops and time-outs when many peers die at once: Table II. */
    FAILURES(1_000),

    /** Hops, time-outs and failed lookups while peers come and go: Table III. */
    CHURN(1_000),

    /** Keys that each peer owns: Figure 8. */
    LOAD(10_000);

    /** Fewest peers of a ring that is measured. */
    public static final int FEWEST_PEERS = 8;

    private final int peersOfPaper;

    FigureName(int peersOfPaper) {
        this.peersOfPaper = peersOfPaper;
    }

    /** Returns the number of peers that it has unless told otherwise: at least the paper's. */
    public int usualPeers() {
        return peersOfPaper;
    }

    /** Returns the name to type, which is also that of its files: {@code path-length}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the title, which names the figure of the paper. */
    public String title() {
        return text("title");
    }

    /** Returns the name of the horizontal axis. */
    public String axis() {
        return text("axis");
    }

    /** Returns what one must know to read the figures: conventions, and how it was measured. */
    public String remark() {
        return text("remark");
    }

    private String text(String what) {
        return Messages.FIGURE.format(word() + "." + what);
    }

    /**
     * Measures the figure; takes seconds to minutes, on all cores. The same arguments give the same
     * result.
     *
     * @param peers at least {@value #FEWEST_PEERS}
     * @param seed of everything random
     */
    public FigureResult measure(int peers, long seed) {
        return switch (this) {
            case PATH_LENGTH -> PathLength.measure(peers, seed);
            case FAILURES -> Failures.measure(peers, seed);
            case CHURN -> Churn.measure(peers, seed);
            case LOAD -> Load.measure(peers, seed);
        };
    }
}
