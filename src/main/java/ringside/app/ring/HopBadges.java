package ringside.app.ring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;

/**
 * Places the number of each hop so that those of several requests over one edge do not overlap:
 * along the edge first, then beside it. A number keeps its place while it can, but returns to its
 * edge as soon as there is space. Pure, except that it remembers the places.
 */
final class HopBadges {

    /** Possible positions along the edge, the best first, as shares of its length. */
    private static final double[] SHARES = {0.5, 0.35, 0.65, 0.22, 0.78};

    /** Offsets from the edge towards the middle of the ring, in heights of the number. */
    private static final double[] BESIDE = {0, 1.2, -1.2, 2.4, -2.4, 3.6};

    private Map<String, Integer> kept = new LinkedHashMap<>();

    /**
     * A number to be placed.
     *
     * @param key of the hop, the same in each frame
     * @param curve its edge
     * @param width in pixels
     * @param height in pixels
     */
    record Wanted(String key, RingCurve curve, double width, double height) {}

    /**
     * Places all numbers of one frame.
     *
     * @param wanted with different keys
     * @param obstacles boxes that must not be covered
     * @param centre of the ring, in pixels
     * @return the middle of each by its key; none where all places are taken
     */
    Map<String, Point2D> place(List<Wanted> wanted, List<Label> obstacles, Point2D centre) {
        List<Label> taken = new ArrayList<>(obstacles);
        Map<String, Integer> chosen = new LinkedHashMap<>();
        Map<String, Point2D> middles = new HashMap<>();
        for (Wanted one : keptFirst(wanted)) {
            OptionalInt candidate = choose(one, taken, centre);
            if (candidate.isPresent()) {
                Label box = box(one, candidate.getAsInt(), centre);
                taken.add(box);
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

    private OptionalInt choose(Wanted one, List<Label> taken, Point2D centre) {
        int before = kept.getOrDefault(one.key(), 0);
        if (before < SHARES.length && box(one, before, centre).isClearOf(taken)) {
            return OptionalInt.of(before);
        }
        int[] free =
                IntStream.range(0, SHARES.length * BESIDE.length)
                        .filter(i -> box(one, i, centre).isClearOf(taken))
                        .toArray();
        boolean staysBeside =
                free.length > 0
                        && free[0] >= SHARES.length
                        && Arrays.stream(free).anyMatch(i -> i == before);
        return staysBeside ? OptionalInt.of(before) : Arrays.stream(free).findFirst();
    }

    private static Label box(Wanted one, int candidate, Point2D centre) {
        Point2D on = one.curve().pointAt(SHARES[candidate % SHARES.length]);
        double inward = BESIDE[candidate / SHARES.length] * one.height();
        Point2D point = on.add(centre.subtract(on).normalize().multiply(inward));
        return new Label(one.key(), 0, point.getX(), point.getY(), one.width(), one.height());
    }
}
