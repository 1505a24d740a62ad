package ringside.check.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import ringside.check.RingReport;
import ringside.check.RingReport.Claim;
import ringside.ring.IdealRing;
import ringside.ring.PeerId;

/**
 * A ring as a drawing of 240 x 240: peers on a circle, and a line from each to its first successor.
 *
 * @param caption under it
 * @param peers on the circle
 * @param links between them
 */
record RingPicture(String caption, List<Dot> peers, List<Link> links) {

    private static final double CENTRE = 120;
    private static final double RADIUS = 84;
    private static final double LABELS = 104;
    private static final int SUCCESSORS = 2;

    /** A peer, or where one was: places are formatted for SVG. */
    record Dot(String id, String x, String y, String labelX, String labelY, String style) {}

    /** A line from a peer to its first successor. */
    record Link(String x1, String y1, String x2, String y2, String style) {}

    /** Draws the ring that the living peers should form. */
    static RingPicture expected(RingReport report, String caption) {
        TreeSet<PeerId> living = new TreeSet<>(report.living());
        Map<PeerId, List<PeerId>> successors = new TreeMap<>();
        living.forEach(
                peer -> successors.put(peer, IdealRing.successors(living, peer, SUCCESSORS)));
        return of(caption, report, successors);
    }

    /** Draws what each living peer said last about its successors. */
    static RingPicture claimed(RingReport report, String caption) {
        Map<PeerId, List<PeerId>> successors = new TreeMap<>();
        report.claims().forEach(claim -> successors.put(claim.peer(), claim.successors()));
        return of(caption, report, successors);
    }

    private static RingPicture of(
            String caption, RingReport report, Map<PeerId, List<PeerId>> successors) {
        TreeSet<PeerId> living = new TreeSet<>(report.living());
        List<PeerId> ring = report.plan().ring();
        List<Link> links = new ArrayList<>();
        successors.forEach((peer, named) -> {
            List<PeerId> right = IdealRing.successors(living, peer, SUCCESSORS);
            if (!named.isEmpty() && ring.contains(named.getFirst())) {
                links.add(
                        link(
                                angle(peer, ring),
                                angle(named.getFirst(), ring),
                                named.equals(right) ? "right" : "wrong"));
            }
        });
        return new RingPicture(
                caption,
                ring.stream()
                        .map(peer -> dot(peer, angle(peer, ring), living.contains(peer)))
                        .toList(),
                links);
    }

    private static Dot dot(PeerId peer, double angle, boolean isAlive) {
        return new Dot(
                peer.toString(),
                x(angle, RADIUS),
                y(angle, RADIUS),
                x(angle, LABELS),
                y(angle, LABELS),
                isAlive ? "alive" : "gone");
    }

    private static Link link(double from, double to, String style) {
        return new Link(x(from, RADIUS), y(from, RADIUS), x(to, RADIUS), y(to, RADIUS), style);
    }

    /** Peers stand evenly, in their order: the ids of an assignment lie close to each other. */
    private static double angle(PeerId peer, List<PeerId> ring) {
        return 2 * Math.PI * ring.indexOf(peer) / ring.size();
    }

    private static String x(double angle, double radius) {
        return number(CENTRE + radius * Math.sin(angle));
    }

    private static String y(double angle, double radius) {
        return number(CENTRE - radius * Math.cos(angle));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** Returns the peers whose claims are not what they should be, as sentences. */
    static List<Claim> wrongClaims(RingReport report) {
        TreeSet<PeerId> living = new TreeSet<>(report.living());
        return report.claims().stream()
                .filter(claim ->
                        !claim.successors()
                                .equals(IdealRing.successors(living, claim.peer(), SUCCESSORS)))
                .toList();
    }
}
