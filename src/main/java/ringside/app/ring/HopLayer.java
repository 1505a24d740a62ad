package ringside.app.ring;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import ringside.app.base.Pool;
import ringside.app.base.Texts;
import ringside.model.LookupState;
import ringside.model.LookupState.Hop;

/**
 * The hops of requests and stores, which light up one by one with their numbers and stay for a
 * moment. A lookup takes milliseconds on one machine, so its hops are slowed down to be followed.
 * While several lookups are shown, each number has its file. A number without space is not written.
 */
final class HopLayer extends Group {

    /** Height of a badge, in pixels; the narrowest badge is round. */
    private static final double BADGE = 16;

    /** Padding at both ends of a wide badge, in pixels. */
    private static final double AIR = 6;

    private static final PseudoClass LATEST = PseudoClass.getPseudoClass("latest");

    private final Group above = new Group();
    private final Pool<Polyline> lines = new Pool<>(this, () -> Shapes.line("hop"));
    private final Pool<Rectangle> badges = new Pool<>(above, HopLayer::badge);
    private final Pool<Text> numbers = new Pool<>(above, () -> Shapes.text("hop-number"));
    private final HopBadges layout = new HopBadges();
    private final Map<String, Numbered> numbered = new LinkedHashMap<>();

    /** The text of a number that is not placed yet. */
    private record Numbered(Text text, HopBadges.Wanted wanted) {}

    HopLayer() {
        setMouseTransparent(true);
        above.setMouseTransparent(true);
    }

    /** Returns the layer of the numbers, which lies above everything that moves on the edges. */
    Group numbers() {
        return above;
    }

    private static Rectangle badge() {
        Rectangle badge = new Rectangle();
        badge.setHeight(BADGE);
        badge.setArcWidth(BADGE);
        badge.setArcHeight(BADGE);
        badge.getStyleClass().add("hop-badge");
        return badge;
    }

    /**
     * Draws the hops of one frame.
     *
     * @param free the places for the numbers
     */
    void update(DrawingContext drawing, FreePlaces free) {
        lines.begin();
        badges.begin();
        numbers.begin();
        numbered.clear();
        List<LookupState> shown =
                drawing.state().lookups().stream()
                        .filter(lookup -> ShownTraffic.isShown(lookup, drawing.nowMicros()))
                        .toList();
        shown.forEach(lookup -> draw(lookup, shown, drawing));
        placeNumbers(free);
        lines.end();
        badges.end();
        numbers.end();
    }

    private void draw(LookupState lookup, List<LookupState> shown, DrawingContext drawing) {
        List<Hop> hops =
                lookup.hops().stream().sorted(Comparator.comparingInt(Hop::number)).toList();
        for (int i = 0; i < hops.size(); i++) {
            Hop hop = hops.get(i);
            long since = drawing.nowMicros() - ShownTraffic.litAtMicros(lookup, hop, i);
            boolean placed = drawing.isPlaced(hop.from()) && drawing.isPlaced(hop.to());
            if (since >= 0 && placed && !hop.from().equals(hop.to())) {
                RingCurve curve = drawing.hop(hop.from(), hop.to());
                Polyline line = lines.take();
                Shapes.setPoints(
                        line,
                        curve.points(drawing.radiusOf(hop.from()), drawing.radiusOf(hop.to())));
                line.pseudoClassStateChanged(LATEST, since < ShownTraffic.PACE_MICROS);
                if (drawing.peerRadius() >= PeerNode.NUMBER_FITS) {
                    write(lookup, hop, curve, words(lookup, hop, shown), drawing.geometry());
                }
            }
        }
    }

    /**
     * Returns the text of a hop: its number, and while several lookups are shown, which one it is.
     */
    private static String words(LookupState lookup, Hop hop, List<LookupState> shown) {
        if (shown.size() == 1) {
            return Texts.text("hop", Integer.toString(hop.number()));
        }
        boolean another =
                shown.stream()
                        .anyMatch(other ->
                                other.lookupId() != lookup.lookupId()
                                        && other.number().equals(lookup.number()));
        return Texts.text(
                another ? "hop.ofPeerAndFile" : "hop.ofFile",
                Integer.toString(hop.number()),
                lookup.number(),
                lookup.requester());
    }

    private void write(
            LookupState lookup, Hop hop, RingCurve curve, String words, RingGeometry circle) {
        String key = lookup.lookupId() + " " + hop.from() + " " + hop.to();
        if (numbered.containsKey(key)) {
            return;
        }
        Text text = numbers.take();
        Shapes.setText(text, words);
        double width = Math.max(BADGE, text.getLayoutBounds().getWidth() + 2 * AIR);
        Point2D centre = new Point2D(circle.centreX(), circle.centreY());
        numbered.put(
                key, new Numbered(text, HopBadges.Wanted.atEdge(key, curve, centre, width, BADGE)));
    }

    private void placeNumbers(FreePlaces free) {
        Map<String, Point2D> found =
                layout.place(numbered.values().stream().map(Numbered::wanted).toList(), free);
        numbered.forEach((key, number) -> {
            Point2D middle = found.get(key);
            number.text().setVisible(middle != null);
            if (middle == null) {
                return;
            }
            Rectangle badge = badges.take();
            badge.setWidth(number.wanted().width());
            badge.setX(middle.getX() - badge.getWidth() / 2);
            badge.setY(middle.getY() - BADGE / 2);
            Shapes.centre(number.text(), middle);
        });
    }
}
