package ringside.app.ring;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Point2D;
import org.junit.jupiter.api.Test;

class CurveLabelsTest {

    private static final double WIDTH = 110;
    private static final double HEIGHT = 18;

    private final RingGeometry geometry = RingGeometry.fitting(700, 640, 8);
    private final RingCurve way = RingCurve.transfer(geometry, 0.02, 0.46);
    private final FreePlaces free = new FreePlaces();
    private final CurveLabels labels = new CurveLabels(geometry, free);

    private Label box(Point2D at) {
        return new Label("", 0, at.getX(), at.getY(), WIDTH, HEIGHT);
    }

    private Point2D take(RingCurve of) {
        return labels.take("words", of, WIDTH, HEIGHT);
    }

    @Test
    void wordsStandInTheMiddleOfTheirWay() {
        assertThat(take(way)).isEqualTo(way.pointAt(0.5));
    }

    @Test
    void wordsKeepOutOfTheMiddleOfTheRingAndStayOnTheirWay() {
        Label centre = new Label("centre", 0, geometry.centreX(), geometry.centreY(), 200, 84);
        free.keep(centre);
        Point2D at = take(way);
        assertThat(box(way.pointAt(0.5)).collidesWith(centre)).isTrue();
        assertThat(box(at).collidesWith(centre)).isFalse();
        assertThat(geometry.distanceOf(at.getX(), at.getY())).isLessThan(geometry.radius());
    }

    @Test
    void wordsOfTwoTransfersBetweenTheSamePeersDoNotLieOnEachOther() {
        assertThat(box(take(way)).collidesWith(box(take(way)))).isFalse();
    }

    /** In a small window the words of a short way have no room between the discs at its ends. */
    @Test
    void wordsWithoutSpaceOnTheirWayStandBesideItTowardsTheCentre() {
        RingCurve shortWay = RingCurve.transfer(geometry, 0, 0.125);
        Point2D middle = shortWay.pointAt(0.5);
        free.keep(new Label("discs", 0, middle.getX(), middle.getY(), 260, 100));
        Point2D at = take(shortWay);
        assertThat(at.getY()).isGreaterThan(middle.getY() + 50 + HEIGHT / 2);
        assertThat(geometry.distanceOf(at.getX(), at.getY())).isLessThan(geometry.radius());
    }

    @Test
    void aLabelWithoutSpaceStandsInTheMiddleOfItsCurve() {
        free.keep(new Label("all", 0, geometry.centreX(), geometry.centreY(), 2_000, 2_000));
        assertThat(take(way)).isEqualTo(way.pointAt(0.5));
    }
}
