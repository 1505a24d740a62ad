package ringside.app.ring;

import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import ringside.app.base.Pool;
import ringside.app.base.Texts;
import ringside.model.RequestWay;
import ringside.model.RequestWay.Step;
import ringside.ring.PeerId;

/**
 * The way of a request as a spiral inside the circle. A hop that halves what is left is thick and
 * solid, with a full number; another one is thin and dashed, with a hollow number.
 */
final class SpiralLayer extends Group {

    static final PseudoClass LEAVES_MORE = PseudoClass.getPseudoClass("leaves-more");
    private static final PseudoClass NOT_REACHED = PseudoClass.getPseudoClass("not-reached");

    /** Distance of the spiral from the discs of the peers, in pixels. */
    private static final double AIR = 7;

    /** Distance of the numbers of the circles from the line to the hash, in pixels. */
    private static final double BESIDE = 4;

    /** The least distance between two numbers of circles, in pixels. */
    private static final double NUMBER = 13;

    private static final double DOT = 3.5;

    /** Radius of the disc in the middle, in pixels. */
    private static final double OWNER = 13;

    private static final double BADGE = 15;
    private static final double BADGE_AIR = 5;

    /** Rows of places on a hop and on both sides of it. */
    private static final int BOTH_SIDES = 3;

    /** A hop shorter than this, in widths of its number, would be covered by it. */
    private static final double SHORT = 2;

    private final Pool<Circle> circles = new Pool<>(this, () -> circle("spiral-circle"));
    private final Pool<Line> rays = new Pool<>(this, SpiralLayer::ray);
    private final Line toHash = new Line();
    private final Polyline ahead = Shapes.line("spiral-ahead");
    private final Pool<Polyline> hops = new Pool<>(this, () -> Shapes.line("spiral-hop"));
    private final Pool<Circle> dots = new Pool<>(this, () -> circle("spiral-dot"));
    private final Pool<Text> lefts = new Pool<>(this, () -> Shapes.text("spiral-left"));
    private final Circle owner = circle("spiral-owner");
    private final Text ownerNumber = Shapes.text("spiral-owner-number");
    private final Pool<Rectangle> badges = new Pool<>(this, SpiralLayer::badge);
    private final Pool<Text> numbers = new Pool<>(this, () -> Shapes.text("spiral-number"));
    private final HopBadges layout = new HopBadges();

    /** The number of a hop that is not placed yet. */
    private record Numbered(Step hop, Text text, HopBadges.Wanted wanted) {}

    SpiralLayer() {
        setId("spiral");
        setMouseTransparent(true);
        setVisible(false);
        toHash.getStyleClass().add("spiral-to-hash");
        getChildren().addAll(1, List.of(toHash, ahead));
        getChildren().addAll(getChildren().size() - 2, List.of(owner, ownerNumber));
    }

    private static Circle circle(String styleClass) {
        Circle circle = new Circle();
        circle.getStyleClass().add(styleClass);
        return circle;
    }

    private static Line ray() {
        Line ray = new Line();
        ray.getStyleClass().add("spiral-ray");
        return ray;
    }

    private static Rectangle badge() {
        Rectangle badge = new Rectangle();
        badge.setHeight(BADGE);
        badge.setArcWidth(BADGE);
        badge.setArcHeight(BADGE);
        badge.getStyleClass().add("spiral-badge");
        return badge;
    }

    /** Draws the way of a request, or nothing. */
    void update(DrawingContext drawing, @Nullable RequestWay way) {
        setVisible(way != null);
        if (way == null) {
            return;
        }
        RingGeometry geometry = drawing.geometry();
        double radius = geometry.radius() - geometry.peerRadius() - AIR;
        PeerId hash = way.request().number().hashOn(way.request().requester().circle());
        Spiral spiral = new Spiral(geometry, radius, hash, drawing::turnOf);
        FreePlaces free = new FreePlaces();
        drawCircles(spiral, free);
        drawOwner(spiral, way, free);
        long left = way.hops().isEmpty() ? way.leftAtFirst() : way.hops().getLast().leftAfter();
        Shapes.setPoints(ahead, spiral.points((double) left, 0));
        drawHops(spiral, way, drawing);
        write(spiral, way, free);
    }

    private void drawCircles(Spiral spiral, FreePlaces free) {
        RingGeometry geometry = spiral.circle();
        double turn = spiral.turns().applyAsDouble(spiral.hash());
        Point2D end = geometry.pointAt(turn, spiral.radius());
        toHash.setStartX(geometry.centreX());
        toHash.setStartY(geometry.centreY());
        toHash.setEndX(end.getX());
        toHash.setEndY(end.getY());
        circles.begin();
        lefts.begin();
        List<Long> all = spiral.circles();
        int every = (int) Math.ceil(NUMBER / spiral.step());
        for (int i = 0; i < all.size(); i++) {
            Circle circle = circles.take();
            circle.setCenterX(geometry.centreX());
            circle.setCenterY(geometry.centreY());
            circle.setRadius(spiral.radiusAt(all.get(i)));
            boolean isOutermost = i == all.size() - 1;
            if ((all.size() - 1 - i) % every == 0) {
                Text text = lefts.take();
                Shapes.setText(
                        text,
                        isOutermost
                                ? Texts.text("spiral.left", all.get(i))
                                : all.get(i).toString());
                free.keep(place(text, geometry.pointAt(turn, circle.getRadius()), turn));
            }
        }
        circles.end();
        lefts.end();
    }

    /** Puts a text beside a point, on the clockwise side of the line from the middle to it. */
    private static Label place(Text text, Point2D point, double turn) {
        double width = text.getLayoutBounds().getWidth();
        double height = text.getLayoutBounds().getHeight();
        double aside = Math.cos(2 * Math.PI * turn);
        double down = Math.sin(2 * Math.PI * turn);
        Point2D middle = point.add(aside * (width / 2 + BESIDE), down * (height / 2 + BESIDE));
        Shapes.centre(text, middle);
        return new Label(text.getText(), 0, middle.getX(), middle.getY(), width, height);
    }

    private void drawOwner(Spiral spiral, RequestWay way, FreePlaces free) {
        RingGeometry geometry = spiral.circle();
        owner.setCenterX(geometry.centreX());
        owner.setCenterY(geometry.centreY());
        owner.setRadius(OWNER);
        owner.pseudoClassStateChanged(NOT_REACHED, !way.hasArrived());
        ownerNumber.setVisible(way.hasArrived());
        if (way.hasArrived()) {
            Shapes.setText(ownerNumber, way.hops().getLast().to().toString());
            Shapes.centre(ownerNumber, new Point2D(geometry.centreX(), geometry.centreY()));
        }
        free.keep(
                new Label(
                        "owner", 0, geometry.centreX(), geometry.centreY(), 2 * OWNER, 2 * OWNER));
    }

    private void drawHops(Spiral spiral, RequestWay way, DrawingContext drawing) {
        rays.begin();
        dots.begin();
        hops.begin();
        mark(spiral, way.request().requester(), way.leftAtFirst(), drawing);
        for (Step step : way.hops()) {
            Polyline line = hops.take();
            Shapes.setPoints(
                    line, spiral.points((double) step.leftBefore(), (double) step.leftAfter()));
            line.pseudoClassStateChanged(LEAVES_MORE, !step.halves());
            if (step.leftAfter() > 0) {
                mark(spiral, step.to(), step.leftAfter(), drawing);
            }
        }
        rays.end();
        dots.end();
        hops.end();
    }

    /** Marks a peer on the spiral, with a line from there to its disc. */
    private void mark(Spiral spiral, PeerId peer, long left, DrawingContext drawing) {
        if (left == 0) {
            return;
        }
        Point2D at = spiral.pointAt((double) left);
        Circle dot = dots.take();
        dot.setCenterX(at.getX());
        dot.setCenterY(at.getY());
        dot.setRadius(DOT);
        Point2D disc = drawing.point(peer);
        Line ray = rays.take();
        ray.setStartX(at.getX());
        ray.setStartY(at.getY());
        ray.setEndX(disc.getX());
        ray.setEndY(disc.getY());
    }

    private void write(Spiral spiral, RequestWay way, FreePlaces free) {
        badges.begin();
        numbers.begin();
        List<Numbered> numbered = way.hops().stream().map(hop -> number(spiral, hop)).toList();
        Map<String, Point2D> found =
                layout.place(numbered.stream().map(Numbered::wanted).toList(), free);
        for (Numbered each : numbered) {
            Point2D middle = found.get(each.wanted().key());
            each.text().setVisible(middle != null);
            if (middle != null) {
                Rectangle badge = badges.take();
                badge.setWidth(each.wanted().width());
                badge.setX(middle.getX() - badge.getWidth() / 2);
                badge.setY(middle.getY() - BADGE / 2);
                badge.pseudoClassStateChanged(LEAVES_MORE, !each.hop().halves());
                Shapes.centre(each.text(), middle);
            }
        }
        badges.end();
        numbers.end();
    }

    private Numbered number(Spiral spiral, Step hop) {
        Text text = numbers.take();
        Shapes.setText(text, Integer.toString(hop.number()));
        text.pseudoClassStateChanged(LEAVES_MORE, !hop.halves());
        double width = Math.max(BADGE, text.getLayoutBounds().getWidth() + 2 * BADGE_AIR);
        double left = hop.leftBefore();
        double then = hop.leftAfter();
        boolean isShort = spiral.pointAt(left).distance(spiral.pointAt(then)) < SHORT * width;
        double beside = isShort ? BADGE : 0;
        return new Numbered(
                hop,
                text,
                new HopBadges.Wanted(
                        text.getText(),
                        share ->
                                spiral.between(left, then, share)
                                        .add(spiral.inwards(left, then, share).multiply(beside)),
                        share -> spiral.inwards(left, then, share),
                        isShort ? 1 : BOTH_SIDES,
                        width,
                        BADGE));
    }
}
