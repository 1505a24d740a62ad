package ringside.figure;

import java.util.ArrayList;
import java.util.List;
import ringside.text.Messages;

/** Collects the numbers that are too far from the paper's. */
final class Tolerance {

    private static final double PERCENT = 100;

    private final List<String> misses = new ArrayList<>();

    /**
     * Compares two numbers.
     *
     * @param what the row
     * @param column the column of ours
     * @param share how much of the paper's number ours may be off, 0 to 1
     * @param least how much ours may be off in any case: a share of a small number says nothing
     */
    void compare(
            String what, Column column, double paper, double ours, double share, double least) {
        if (Math.abs(ours - paper) > Math.max(share * paper, least)) {
            misses.add(
                    Messages.FIGURE.format(
                            "miss.off",
                            what,
                            column.title(),
                            column.format(ours),
                            column.format(paper),
                            Math.round(share * PERCENT)));
        }
    }

    /** Compares two numbers of which ours must not be the greater. */
    void atMost(String what, Column column, double paper, double ours) {
        if (ours > paper) {
            misses.add(
                    Messages.FIGURE.format(
                            "miss.more",
                            what,
                            column.title(),
                            column.format(ours),
                            column.format(paper)));
        }
    }

    List<String> misses() {
        return misses;
    }
}
