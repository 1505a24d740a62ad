package ringside.app.ring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;

/**
 * Places the number of each hop so that those of several requests over one edge do not overlap:
 * along the edge first, then beside it. A number keeps its place while it can, but returns to its
 * edge as soon as there is space. Pure, except that it remembers the places.
 */
final class HopBadges {

    /** Possible positions along the way, the best first, as shares of its length. */
    private static final double[] SHARES = {0.5, 0.35, 0.65, 0.22, 0.78};

    /** Offsets from the way to its inner side, in heights of the number. */
    private static final double[] BESIDE = {0, 1.2, -1.2, 2.4, -2.4, 3.6};

    private Map<String, Integer> kept = new LinkedHashMap<>();

    /** The sides of a way. */
    @FunctionalInterface
    interface Inwards {
        /** Returns the direction from a point of the way to its inner side, one pixel long. */
        Point2D from(double share);
    }

    /**
     * A number to be placed.
     *
     * @param key of the hop, the same in each frame
     * @param way the point at each share of its length
     * @param rows how many offsets from the way may be taken, the nearest first
     * @param width in pixels
     * @param height in pixels
     */
    record Wanted(
            String key,
            DoubleFunction<Point2D> way,
            Inwards inwards,
            int rows,
            double width,
            double height) {

        /** Returns a number at an edge of the ring, whose inner side is that of the centre. */
        static Wanted atEdge(
                String key, RingCurve edge, Point2D centre, double width, double height) {
            return new Wanted(
                    key,
                    edge::pointAt,
                    share -> centre.subtract(edge.pointAt(share)).normalize(),
                    BESIDE.length,
                    width,
                    height);
        }
    }

    /**
     * Places all numbers of one frame.
     *
     * @param wanted with different keys
     * @return the middle of each by its key; none where all places are taken
     */
    Map<String, Point2D> place(List<Wanted> wanted, FreePlaces free) {
        Map<String, Integer> chosen = new LinkedHashMap<>();
        Map<String, Point2D> middles = new HashMap<>();
        for (Wanted one : keptFirst(wanted)) {
            OptionalInt candidate = choose(one, free);
            if (candidate.isPresent()) {
                Label box = box(one, candidate.getAsInt());
                free.keep(box);
                chosen.put(one.key(), candidate.getAsInt());
                middles.put(one.key(), new Point2D(box.x(), box.y()));
            }
        }
        kept = chosen;
        return middles;
    }

    private List<Wanted> keptFirst(List<Wanted> wanted) {
        Map<String, Wanted> fresh = new LinkedHashMap<>();
        wanted.forEach(one -> fresh.put(one.key(), one));
        List<Wanted> ordered = new ArrayList<>();
        for (String key : kept.keySet()) {
            Wanted one = fresh.remove(key);
            if (one != null) {
                ordered.add(one);
            }
        }
        ordered.addAll(fresh.values());
        return ordered;
    }

    private OptionalInt choose(Wanted one, FreePlaces free) {
        int before = kept.getOrDefault(one.key(), 0);
        if (before < SHARES.length && free.isFree(box(one, before))) {
            return OptionalInt.of(before);
        }
        int[] found =
                IntStream.range(0, SHARES.length * one.rows())
                        .filter(i -> free.isFree(box(one, i)))
                        .toArray();
        boolean staysBeside =
                found.length > 0
                        && found[0] >= SHARES.length
                        && Arrays.stream(found).anyMatch(i -> i == before);
        return staysBeside ? OptionalInt.of(before) : Arrays.stream(found).findFirst();
    }

    private static Label box(Wanted one, int candidate) {
        double share = SHARES[candidate % SHARES.length];
        double aside = BESIDE[candidate / SHARES.length] * one.height();
        Point2D point = one.way().apply(share).add(one.inwards().from(share).multiply(aside));
        return new Label(one.key(), 0, point.getX(), point.getY(), one.width(), one.height());
    }
}
